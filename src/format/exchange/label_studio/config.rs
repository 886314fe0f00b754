//! The labelling configuration: which controls there are.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{CONTINUES, CUE, SAID_BY};
use crate::annotation::{Form, Verdict};
use crate::format::exchange::labels;
use crate::format::exchange::labels::numbered;
use crate::format::native::Document;
use crate::format::word::Word as _;

/// The configuration under which the tasks of these articles can be seen and changed.
pub(super) fn config(documents: &[Document]) -> String {
    let marks = || documents.iter().flat_map(|document| &document.marks);
    let kinds = [labels::CLAIM, labels::SOURCE, labels::CUE, labels::NOTE].map(str::to_owned);
    let mut seen: BTreeSet<String> = kinds.iter().cloned().collect();
    let notes: Vec<String> =
        marks().map(|mark| labels::label(&mark.content)).filter(|label| seen.insert(label.clone())).collect();
    let ties =
        |mark: &crate::annotation::Mark| mark.claim().map_or(0, |claim| claim.said_by.attributions().len());
    let most = marks().map(|mark| ties(mark)).max().unwrap_or_default().max(1);
    let numbers = |name: &'static str| (0..most).map(move |nth| numbered(name, nth));
    let relations = numbers(SAID_BY).chain(numbers(CUE)).chain([CONTINUES.to_owned()]);
    let mut xml = String::from("<View style=\"white-space: pre-wrap\">\n");
    list(&mut xml, "<Labels name=\"label\" toName=\"text\">", "Label", kinds.into_iter().chain(notes));
    list(&mut xml, "<Relations>", "Relation", relations);
    xml.push_str("  <Text name=\"text\" value=\"$text\" granularity=\"character\"/>\n");
    let choices = |name| {
        format!("<Choices name=\"{name}\" toName=\"text\" perRegion=\"true\" choice=\"single-radio\">")
    };
    list(&mut xml, &choices("form"), "Choice", Form::ALL.iter().map(|form| form.word().to_owned()));
    let verdicts = Verdict::ALL.iter().filter(|verdict| **verdict != Verdict::Unchecked);
    list(&mut xml, &choices("verdict"), "Choice", verdicts.map(|verdict| verdict.word().to_owned()));
    for name in ["note", "tags"] {
        let rest = "toName=\"text\" perRegion=\"true\" editable=\"true\"";
        // A writer into a string never fails.
        let _written = writeln!(xml, "  <TextArea name=\"{name}\" {rest}/>");
    }
    xml.push_str("</View>\n");
    xml
}

fn list(xml: &mut String, open: &str, item: &str, values: impl Iterator<Item = String>) {
    let _written = writeln!(xml, "  {open}");
    for value in values {
        let _written = writeln!(xml, "    <{item} value=\"{}\"/>", escaped(&value));
    }
    let name = open.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default();
    let _written = writeln!(xml, "  </{name}>");
}

/// A value of an attribute. The configuration only shows, so what no XML can hold may be left out of it.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => {
                let _written = write!(out, "&#{};", u32::from(c));
            }
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
