//! What marks are, as codes in groups.

use std::collections::{BTreeMap, BTreeSet};

use crate::annotation::{Claim, Content, Form, Mark, SaidBy, Verdict};
use crate::format::exchange::labels;
use crate::format::word::Word as _;

/// The groups of codes; none of them is a code by itself but that of notes.
const FORM: &str = "Form";
const VERDICT: &str = "Verdict";
const SOURCING: &str = "Sourcing";
const TAGS: &str = "Tags";

/// What stands before a label of a note or a tag that is called like another code.
const LABELLED: &str = "Note: ";
const TAGGED: &str = "Tag: ";

/// The code of a claim for which the article names nobody.
const NOBODY: &str = "no source given";

/// A code, and the group that it is in; none if it stands by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Code {
    pub(super) group: Option<String>,
    pub(super) name: String,
}

impl Code {
    fn alone(name: &str) -> Code {
        Code { group: None, name: name.to_owned() }
    }

    fn of(group: &str, name: &str) -> Code {
        Code { group: Some(group.to_owned()), name: name.to_owned() }
    }

    /// Whether a group can be given to a stretch of text itself.
    pub(super) fn is_codable(group: &str) -> bool {
        group == labels::NOTE
    }

    /// What stands before the name where it could be taken for another; only what people name has that.
    fn prefix(&self) -> Option<&'static str> {
        match self.group.as_deref()? {
            labels::NOTE => Some(LABELLED),
            TAGS => Some(TAGGED),
            _ => None,
        }
    }

    /// What each code is called: programs keep one code of a name, wherever in the tree it is.
    pub(super) fn named<'a>(codes: &[&'a Code]) -> BTreeMap<&'a Code, String> {
        let names = |of: fn(&Code) -> bool| -> BTreeSet<&str> {
            codes.iter().filter(|code| of(code)).map(|code| code.name.as_str()).collect()
        };
        let (ours, labels) =
            (names(|code| code.prefix().is_none()), names(|code| code.prefix() == Some(LABELLED)));
        let name = |code: &Code| {
            let name = code.name.as_str();
            let is_taken = ours.contains(name)
                || code.prefix() == Some(TAGGED) && labels.contains(name)
                || name.starts_with(LABELLED)
                || name.starts_with(TAGGED);
            format!("{}{name}", code.prefix().filter(|_| is_taken).unwrap_or_default())
        };
        codes.iter().map(|code| (*code, name(code))).collect()
    }

    /// The code of a kind.
    pub(super) fn of_kind(content: &Content) -> Code {
        match content {
            Content::Claim(_) => Code::alone(labels::CLAIM),
            Content::Source(_) => Code::alone(labels::SOURCE),
            Content::Cue => Code::alone(labels::CUE),
            Content::Note(label) if label.is_empty() => Code::alone(labels::NOTE),
            Content::Note(label) => Code::of(labels::NOTE, label),
        }
    }

    /// All codes of a mark, that of its kind first.
    pub(super) fn all(mark: &Mark) -> Vec<Code> {
        let mut codes = vec![Code::of_kind(&mark.content)];
        if let Some(claim) = mark.claim() {
            codes.extend(claim.form.map(|form| Code::of(FORM, form.word())));
            let verdict = Some(claim.verdict).filter(|verdict| *verdict != Verdict::Unchecked);
            codes.extend(verdict.map(|verdict| Code::of(VERDICT, verdict.word())));
            codes.extend((claim.said_by == SaidBy::Nobody).then(|| Code::of(SOURCING, NOBODY)));
        }
        codes.extend(mark.tags.iter().map(|tag| Code::of(TAGS, tag)));
        codes
    }
}

/// What codes say of a mark.
#[derive(Default)]
pub(super) struct Said {
    /// Its kind, if a code says it.
    kind: Option<Content>,
    form: Option<Form>,
    verdict: Verdict,
    nobody: bool,
    /// Codes of other programs, the first of which is the label of a note.
    others: Vec<String>,
    pub(super) tags: Vec<String>,
}

impl Said {
    /// What these codes say.
    pub(super) fn of<'a>(codes: impl Iterator<Item = &'a Code>) -> Said {
        let mut said = Said::default();
        for code in codes {
            said.take(code);
        }
        said
    }

    fn take(&mut self, code: &Code) {
        let Code { group, name } = code;
        let name = code.prefix().and_then(|prefix| name.strip_prefix(prefix)).unwrap_or(name);
        let is_kind = group.is_none() && labels::is_kind(name);
        match group.as_deref() {
            None if is_kind && self.kind.is_none() => {
                self.kind = Some(labels::content(name, || "".into()));
            }
            Some(labels::NOTE) if self.kind.is_none() => self.kind = Some(Content::Note(name.to_owned())),
            Some(FORM) if Form::of(name).is_some() => self.form = Form::of(name),
            Some(VERDICT) if Verdict::of(name).is_some() => {
                self.verdict = Verdict::of(name).unwrap_or_default();
            }
            Some(SOURCING) if name == NOBODY => self.nobody = true,
            Some(TAGS) => self.tags.push(name.to_owned()),
            _ => self.others.push(name.to_owned()),
        }
    }

    /// The mark's content; a mention has no source yet. What is left of codes become tags.
    pub(super) fn content(&mut self) -> Content {
        let mut others = std::mem::take(&mut self.others).into_iter();
        let content = match self.kind.take() {
            Some(Content::Claim(_)) => Content::Claim(Claim {
                said_by: if self.nobody { SaidBy::Nobody } else { SaidBy::Open },
                form: self.form,
                verdict: self.verdict,
                evidence: Vec::new(),
            }),
            Some(other) => other,
            None => Content::Note(others.next().unwrap_or_default()),
        };
        self.tags.extend(others);
        content
    }
}
