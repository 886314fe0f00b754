//! What the comments say, and what stands behind the article.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{escaped, styled, words};
use crate::annotation::{Answer, Claim, Content, Mark, MarkId, SaidBy, Source, SourceId, Verdict};
use crate::format::exchange::runs::cut;
use crate::format::native::{Document, time};
use crate::format::word::Word as _;

pub(super) struct Comments<'a> {
    document: &'a Document,
    sources: BTreeMap<&'a SourceId, &'a Source>,
    marks: BTreeMap<&'a MarkId, &'a Mark>,
    /// The number of each mark that stands among the words.
    numbers: BTreeMap<MarkId, usize>,
}

impl<'a> Comments<'a> {
    pub(super) fn new(document: &'a Document) -> Comments<'a> {
        let met: BTreeSet<MarkId> = cut(document)
            .iter()
            .flat_map(|(_, runs)| runs)
            .flat_map(|run| &run.begins)
            .map(|mark| mark.id.clone())
            .collect();
        let there = document.marks.iter().filter(|mark| met.contains(&mark.id));
        Comments {
            document,
            sources: document.sources.iter().map(|source| (&source.id, &**source)).collect(),
            marks: document.marks.iter().map(|mark| (&mark.id, &**mark)).collect(),
            numbers: there.enumerate().map(|(number, mark)| (mark.id.clone(), number)).collect(),
        }
    }

    /// The number of the comment of a mark.
    pub(super) fn number(&self, mark: &Mark) -> Option<usize> {
        self.numbers.get(&mark.id).copied()
    }

    /// All comments.
    pub(super) fn part(&self) -> String {
        let marks = self.document.marks.iter();
        marks.filter_map(|mark| Some(self.comment(self.number(mark)?, mark))).collect()
    }

    fn comment(&self, number: usize, mark: &Mark) -> String {
        let lines: String =
            self.lines(mark).iter().map(|line| format!("<w:p><w:r>{}</w:r></w:p>", words(line))).collect();
        let date = time::write(mark.created).map(|date| format!(" w:date=\"{date}\"")).unwrap_or_default();
        let author = escaped(&mark.creator).replace("\r\n", " ").replace(['\n', '\r', '\t'], " ");
        format!("<w:comment w:id=\"{number}\" w:author=\"{author}\"{date}>{lines}</w:comment>")
    }

    /// What is said of a mark, a line each.
    fn lines(&self, mark: &Mark) -> Vec<String> {
        let mut lines = match &mark.content {
            Content::Claim(claim) => self.claim(claim),
            Content::Source(source) => vec![format!("Mention of {}", self.name(source))],
            Content::Cue => vec!["Cue".to_owned()],
            Content::Note(label) if label.is_empty() => vec!["Note".to_owned()],
            Content::Note(label) => vec![format!("Note: {label}")],
        };
        // A comment lies over what stands between the pieces, too.
        if mark.spans().is_some_and(|spans| spans.iter().len() > 1) {
            lines.push(format!("Words: {}", mark.quote(&self.document.article.text)));
        }
        if !mark.note.is_empty() {
            lines.push(mark.note.clone());
        }
        if !mark.tags.is_empty() {
            lines.push(format!("Tags: {}", mark.tags.join(", ")));
        }
        lines.extend(mark.fields.iter().map(|(field, answer)| match answer {
            Answer::Text(text) => format!("{field}: {text}"),
            Answer::YesNo(yes) => format!("{field}: {}", if *yes { "yes" } else { "no" }),
            Answer::Number(number) => format!("{field}: {number}"),
        }));
        lines
    }

    fn name(&self, source: &SourceId) -> String {
        self.sources.get(source).map(|source| source.name.clone()).unwrap_or_default()
    }

    fn claim(&self, claim: &Claim) -> Vec<String> {
        let form = claim.form.map(|form| format!(", {}", form.word())).unwrap_or_default();
        let verdict = Some(claim.verdict).filter(|verdict| *verdict != Verdict::Unchecked);
        let verdict = verdict.map(|verdict| format!(", {}", verdict.word())).unwrap_or_default();
        let mut lines = vec![format!("Claim{form}{verdict}")];
        match &claim.said_by {
            SaidBy::Open => lines.push("Source: not looked for yet".to_owned()),
            SaidBy::Nobody => lines.push("Source: none, the article does not say".to_owned()),
            SaidBy::Sources(ties) => lines.extend(ties.iter().map(|tie| {
                let cue = tie.cue.as_ref().and_then(|cue| self.marks.get(cue));
                let cue = cue.map(|cue| format!(" (“{}”)", cue.quote(&self.document.article.text)));
                format!("Source: {}{}", self.name(&tie.source), cue.unwrap_or_default())
            })),
        }
        lines.extend(claim.evidence.iter().map(|evidence| {
            let parts = [&evidence.url, &evidence.quote, &evidence.note, &evidence.accessed];
            let parts: Vec<&str> =
                parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            format!("Evidence: {}", parts.join(" · "))
        }));
        lines
    }

    /// What stands behind the article: the sources, and marks without a place among its words.
    pub(super) fn after(&self) -> String {
        let mut body = String::new();
        if !self.document.sources.is_empty() {
            body.push_str(&styled("Heading1", "Sources"));
        }
        for source in &self.document.sources {
            let known = [&source.name, &source.role, &source.why_unnamed, &source.note];
            let known = known.into_iter().map(String::as_str).chain([source.kind.word()]);
            body.push_str(&styled(
                "ListParagraph",
                &known.filter(|known| !known.is_empty()).collect::<Vec<_>>().join(" · "),
            ));
        }
        let lost: Vec<&Rc<Mark>> =
            self.document.marks.iter().filter(|mark| !self.numbers.contains_key(&mark.id)).collect();
        if !lost.is_empty() {
            body.push_str(&styled("Heading1", "Marks without a place in the text"));
        }
        for mark in lost {
            body.push_str(&styled("Quote", &mark.quote(&self.document.article.text)));
            body.push_str(
                &self.lines(mark).iter().map(|line| styled("ListParagraph", line)).collect::<String>(),
            );
            body.push_str(&styled("ListParagraph", &mark.creator));
        }
        body
    }
}
