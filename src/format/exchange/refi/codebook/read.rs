//! A file becomes a codebook.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::{NOTE, OURS, VERSION, colour, words};
use crate::codebook::{Codebook, Colour, FieldDef, FieldKind, Label, Rule, Subject};
use crate::format::codebook::{CodebookError, Imported, SIZE_LIMIT};
use crate::format::native::{ImportError, ImportNotice, Remark};
use crate::format::word::Word as _;
use crate::intake::{Unread, xml};

/// Reads a codebook of any program. Its name is that of its file where it has none itself.
///
/// In one that is not ours every code that can be given to text becomes a label; where two have the same name,
/// the groups that they are in stand before it.
///
/// # Errors
///
/// If it is no such file, too large, or says what no codebook may say. Then nothing of it is taken.
pub fn read(bytes: &[u8], name: &str) -> Result<Imported, CodebookError> {
    if bytes.len() > SIZE_LIMIT {
        let error = ImportError::TooLarge { bytes: bytes.len(), limit: SIZE_LIMIT };
        return Err(error.into());
    }
    let text = xml::text(bytes);
    let tree = xml::parse(&text, || Unread::Entities).map_err(|_why| CodebookError::NotCodes)?;
    let root = tree.root_element();
    if root.tag_name().name() != "CodeBook" {
        return Err(CodebookError::NotCodes);
    }
    let is_ours = root.attribute("origin").is_some_and(|origin| origin.starts_with(OURS));
    let (name, version) = named(root).filter(|_| is_ours).unwrap_or((stem(name), 1));
    let mut reading = Reading {
        codebook: Codebook { name, version, rules: Vec::new(), labels: Vec::new(), fields: Vec::new() },
        notices: Vec::new(),
    };
    let codes = || all(root, "Codes").flat_map(|codes| all(codes, "Code"));
    if is_ours {
        codes().for_each(|code| reading.own(code));
    } else {
        reading.foreign(root, codes());
    }
    reading.codebook.check()?;
    Ok(Imported { codebook: reading.codebook, notices: reading.notices })
}

fn all<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}

fn value(node: Node<'_, '_>, name: &str) -> String {
    node.attribute(name).unwrap_or_default().to_owned()
}

fn description(node: Node<'_, '_>) -> String {
    let text = |node: Node<'_, '_>| node.children().filter_map(|child| child.text()).collect();
    all(node, "Description").next().map(text).unwrap_or_default()
}

fn is_codable(node: Node<'_, '_>) -> bool {
    !matches!(node.attribute("isCodable"), Some("false" | "0"))
}

/// The name and the version that our own set has.
fn named(root: Node<'_, '_>) -> Option<(String, u32)> {
    let set = all(root, "Sets").flat_map(|sets| all(sets, "Set")).next()?;
    let version = description(set).strip_prefix(VERSION)?.parse().ok()?;
    Some((value(set, "name"), version))
}

fn stem(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).trim();
    stem.chars().take(NAME).collect()
}

/// The most characters of a file's name that are taken for a name.
const NAME: usize = 80;

struct Reading {
    codebook: Codebook,
    notices: Vec<ImportNotice>,
}

impl Reading {
    /// A code of our own at the top.
    fn own(&mut self, code: Node<'_, '_>) {
        let name = value(code, "name");
        if !is_codable(code) {
            let choices = all(code, "Code").map(|choice| value(choice, "name")).collect();
            let (definition, kind) = (description(code), FieldKind::Choice(choices));
            self.codebook.fields.push(FieldDef { name, definition, kind });
        } else if name == NOTE {
            self.codebook.labels.extend(all(code, "Code").map(|code| label(code, value(code, "name"))));
        } else if let Some(subject) = subject(&name) {
            self.codebook.rules.push(rule(subject, code));
        }
    }

    /// The codes of another program, the groups first in which they are.
    fn foreign<'a, 'i: 'a>(&mut self, root: Node<'a, 'i>, codes: impl Iterator<Item = Node<'a, 'i>>) {
        let mut found: Vec<(Vec<String>, Node<'a, 'i>)> = Vec::new();
        let mut ahead: Vec<(Vec<String>, Node<'a, 'i>)> = codes.map(|code| (Vec::new(), code)).collect();
        ahead.reverse();
        while let Some((groups, code)) = ahead.pop() {
            let inside: Vec<String> = groups.iter().cloned().chain([value(code, "name")]).collect();
            let mut below: Vec<_> = all(code, "Code").map(|below| (inside.clone(), below)).collect();
            below.reverse();
            ahead.extend(below);
            found.push((groups, code));
        }
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for (_, code) in found.iter().filter(|(_, code)| is_codable(*code)) {
            *count.entry(value(*code, "name").trim().to_owned()).or_default() += 1;
        }
        for (groups, code) in found {
            let name = value(code, "name").trim().to_owned();
            let rule_of = subject(&name).filter(|_| groups.is_empty());
            if !is_codable(code) {
                self.leave_out(&description(code), &name);
            } else if let Some(subject) = rule_of {
                self.codebook.rules.push(rule(subject, code));
            } else if count.get(&name).is_some_and(|count| *count > 1) {
                let whole = groups.into_iter().chain([name]).collect::<Vec<_>>().join(": ");
                self.codebook.labels.push(label(code, whole));
            } else {
                self.codebook.labels.push(label(code, name));
            }
        }
        for set in all(root, "Sets").flat_map(|sets| all(sets, "Set")) {
            self.leave_out("set", &value(set, "name"));
        }
    }

    /// Tells what has no place here, if there is anything.
    fn leave_out(&mut self, what: &str, name: &str) {
        if !what.is_empty() {
            let what = Remark::LeftOut(what.to_owned());
            self.notices.push(ImportNotice { article: None, path: name.to_owned(), what });
        }
    }
}

fn subject(name: &str) -> Option<Subject> {
    Subject::ALL.into_iter().find(|subject| subject.word().eq_ignore_ascii_case(name))
}

fn rule(subject: Subject, code: Node<'_, '_>) -> Rule {
    let words::Said { definition, when, when_not, examples } = words::part(&description(code));
    Rule { subject, definition, when, when_not, examples }
}

fn label(code: Node<'_, '_>, name: String) -> Label {
    let words::Said { definition, when, when_not, examples } = words::part(&description(code));
    // A label has no such parts; in one of another program they are words like any other.
    let is_whole = when.is_empty() && when_not.is_empty();
    let definition = if is_whole { definition } else { words::join(&definition, &when, &when_not, &[]) };
    Label { name, colour: nearest(code.attribute("color")), key: None, definition, examples }
}

/// The colour of ours that is nearest to one that is written as `#rrggbb`; grey if there is none.
fn nearest(written: Option<&str>) -> Colour {
    let hex = written.and_then(|written| written.strip_prefix('#')).filter(|hex| hex.len() == 6);
    let hex = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok());
    let Some(hex) = hex else { return Colour::default() };
    let [_, red, green, blue] = hex.to_be_bytes();
    let distance = |one: &Colour| -> u32 {
        let parts = colour(*one).into_iter().zip([red, green, blue]);
        parts.map(|(ours, theirs)| u32::from(ours.abs_diff(theirs)).pow(2)).sum()
    };
    Colour::ALL.into_iter().min_by_key(distance).unwrap_or_default()
}
