//! Articles become text and annotations.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{
    ATTRIBUTION, COMMENT, CONTENT, CREATOR, CUE, FORM, KIND, LABEL, NO_SOURCE, NOBODY, NOTE, REASON,
    REGISTER, ROLE, SAID_BY, SOURCE, SOURCE_NOTE, TAG, VERDICT, joined,
};
use crate::annotation::{
    Attribution, Claim, Content, Mark, MarkId, SaidBy, Source, SourceId, SourceKind, Verdict,
};
use crate::format::exchange::forget::is_line_end;
use crate::format::exchange::{Occasion, Part};
use crate::format::native::Document;
use crate::format::word::Word;
use crate::text::{ByteOffset, Span, Text};

pub(super) fn write(documents: &[Document], _: &Occasion<'_>) -> Vec<Part> {
    documents.iter().flat_map(one).collect()
}

fn one(document: &Document) -> [Part; 3] {
    let mut lines = Lines::default();
    lines.marks(document);
    lines.sources(document);
    for mark in &document.marks {
        if let Some(claim) = mark.claim() {
            lines.claim(&document.article.text, mark, claim, document);
        }
    }
    [
        Part::text("article.txt", document.article.text.as_str().to_owned()),
        Part::text("article.ann", lines.text),
        Part::text("annotation.conf", configuration(document)),
    ]
}

#[derive(Default)]
struct Lines {
    text: String,
    /// How many lines of each kind there are: the letter before their number.
    counts: BTreeMap<char, usize>,
    bounds: BTreeMap<MarkId, usize>,
}

impl Lines {
    fn next(&mut self, letter: char) -> usize {
        let count = self.counts.entry(letter).or_default();
        *count += 1;
        *count
    }

    fn line(&mut self, letter: char, rest: &str) -> usize {
        let number = self.next(letter);
        // Writing into a string cannot fail.
        let _always = writeln!(self.text, "{letter}{number}\t{rest}");
        number
    }

    fn note(&mut self, kind: &str, on: usize, text: &str) {
        if !text.is_empty() {
            self.line('#', &format!("{kind} T{on}\t{text}"));
        }
    }

    fn bound(&mut self, text: &Text, kind: &str, mark: &Mark) -> usize {
        let pieces: Vec<Span> = mark
            .spans()
            .into_iter()
            .flat_map(|spans| spans.iter())
            .flat_map(|span| by_line(text, span))
            .collect();
        let at = |span: &Span| {
            let range = text.code_points(*span);
            format!("{} {}", range.start.0, range.end.0)
        };
        let offsets: Vec<String> = pieces.iter().map(at).collect();
        let words: Vec<&str> = pieces.iter().map(|span| text.slice(*span)).collect();
        self.line('T', &format!("{kind} {}\t{}", offsets.join(";"), words.join(" ")))
    }

    fn marks(&mut self, document: &Document) {
        for mark in &document.marks {
            let kind = kind(&mark.content);
            let bound = self.bound(&document.article.text, &kind, mark);
            self.bounds.insert(mark.id.clone(), bound);
            if let Content::Note(label) = &mark.content
                && kind == NOTE
            {
                self.note(LABEL, bound, label);
            }
            self.note(COMMENT, bound, &mark.note);
            self.note(CREATOR, bound, &mark.creator);
            for tag in &mark.tags {
                self.line('#', &format!("{TAG} T{bound}\t{tag}"));
            }
        }
    }

    /// The register: each mention leads to its source, and the first one says what is known of it.
    fn sources(&mut self, document: &Document) {
        let sources: BTreeMap<&SourceId, &Source> =
            document.sources.iter().map(|source| (&source.id, &**source)).collect();
        let mut seen = BTreeSet::new();
        for mark in &document.marks {
            let Some(source) = mark.mentions().and_then(|id| sources.get(id)) else { continue };
            let Some(bound) = self.bounds.get(&mark.id).copied() else { continue };
            self.line('N', &format!("Reference T{bound} {REGISTER}:{}\t{}", source.id, source.name));
            if !seen.insert(&source.id) {
                continue;
            }
            self.attribute(KIND, bound, source.kind, SourceKind::Other);
            self.note(ROLE, bound, &source.role);
            self.note(REASON, bound, &source.why_unnamed);
            self.note(SOURCE_NOTE, bound, &source.note);
        }
    }

    fn attribute<W: Word + PartialEq>(&mut self, name: &str, bound: usize, word: W, usual: W) {
        if word != usual {
            self.line('A', &format!("{name} T{bound} {}", joined(word.word())));
        }
    }

    fn claim(&mut self, text: &Text, mark: &Mark, claim: &Claim, document: &Document) {
        let Some(bound) = self.bounds.get(&mark.id).copied() else { return };
        if let Some(form) = claim.form {
            self.line('A', &format!("{FORM} T{bound} {}", joined(form.word())));
        }
        self.attribute(VERDICT, bound, claim.verdict, Verdict::Unchecked);
        match &claim.said_by {
            SaidBy::Open => {}
            SaidBy::Nobody => {
                self.line('A', &format!("{NOBODY} T{bound}"));
            }
            SaidBy::Sources(ties) => ties.iter().for_each(|tie| self.tie(text, bound, tie, document)),
        }
    }

    fn tie(&mut self, text: &Text, content: usize, tie: &Attribution, document: &Document) {
        let Some(mention) = tie.mention.as_ref().and_then(|id| self.bounds.get(id)).copied() else { return };
        let cue = tie.cue.as_ref().and_then(|id| Some((self.bounds.get(id).copied()?, id)));
        let cue =
            cue.and_then(|(bound, id)| Some((bound, document.marks.iter().find(|mark| mark.id == *id)?)));
        match cue {
            Some((cue, mark)) => {
                let trigger = self.bound(text, ATTRIBUTION, mark);
                let roles =
                    format!("{ATTRIBUTION}:T{trigger} {CONTENT}:T{content} {CUE}:T{cue} {SOURCE}:T{mention}");
                self.line('E', &roles);
            }
            None => {
                self.line('R', &format!("{SAID_BY} Arg1:T{content} Arg2:T{mention}"));
            }
        }
    }
}

/// The type of a mark. A label that could not be one, or is one of ours, stands in a note.
fn kind(content: &Content) -> String {
    let is_type = |label: &str| {
        label.starts_with(|c: char| c.is_ascii_alphabetic())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            && ![CONTENT, SOURCE, CUE, NOTE, ATTRIBUTION, NO_SOURCE].contains(&label)
    };
    match content {
        Content::Claim(_) => CONTENT.to_owned(),
        Content::Source(_) => SOURCE.to_owned(),
        Content::Cue => CUE.to_owned(),
        Content::Note(label) if is_type(label) => label.clone(),
        Content::Note(_) => NOTE.to_owned(),
    }
}

/// The parts of a span that lie in one line each: brat takes no line end inside of one, of whatever kind.
fn by_line(text: &Text, span: Span) -> Vec<Span> {
    let mut start = span.start().0;
    let mut parts = Vec::new();
    for line in text.slice(span).split_inclusive(is_line_end) {
        let end = start + line.trim_end_matches(is_line_end).len();
        parts.extend(text.span(ByteOffset(start)..ByteOffset(end)));
        start += line.len();
    }
    parts
}

/// What brat has to know of types, roles and attributes to show the annotations.
fn configuration(document: &Document) -> String {
    let labels: BTreeSet<String> = document.marks.iter().map(|mark| kind(&mark.content)).collect();
    let own = [CONTENT, SOURCE, CUE, NOTE];
    let labels: String = labels
        .iter()
        .filter(|label| !own.contains(&label.as_str()))
        .map(|label| format!("{label}\n"))
        .collect();
    let words = |all: Vec<&str>| all.into_iter().map(joined).collect::<Vec<_>>().join("|");
    let forms = words(crate::annotation::Form::ALL.into_iter().map(Word::word).collect());
    let verdicts = words(Verdict::ALL.into_iter().map(Word::word).collect());
    let kinds = words(SourceKind::ALL.into_iter().map(Word::word).collect());
    format!(
        "[entities]\n{CONTENT}\n{SOURCE}\n{CUE}\n{NOTE}\n{labels}\n[relations]\n{SAID_BY}\tArg1:{CONTENT}, Arg2:{SOURCE}\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n{ATTRIBUTION}\t{CONTENT}+:{CONTENT}, {CUE}?:{CUE}, {SOURCE}*:{SOURCE}\n{NO_SOURCE}\t{CONTENT}+:{CONTENT}, {CUE}?:{CUE}\n\n[attributes]\n{FORM}\tArg:{CONTENT}, Value:{forms}\n{VERDICT}\tArg:{CONTENT}, Value:{verdicts}\n{NOBODY}\tArg:{CONTENT}\n{KIND}\tArg:{SOURCE}, Value:{kinds}\n"
    )
}
