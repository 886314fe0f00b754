//! What marks are, as tags.

use crate::annotation::{Claim, Content, Form, SaidBy, Verdict};
use crate::format::exchange::labels::{CLAIM, CUE, NOTE, SOURCE};
use crate::format::word::Word as _;

const NOTED: &str = "Note: ";
const PIECE: &str = "piece ";
const FORM: &str = "form: ";
const VERDICT: &str = "verdict: ";
const NOBODY: &str = "no source given";
const SAID_BY: &str = "said by ";
const VOICE: &str = "voice ";
/// What stands before a person's own tag that could be taken for one of these.
const OWN: &str = "tag: ";

/// What a mark is, with its sources by their numbers in the register.
#[derive(Default)]
pub(super) struct Said {
    pub(super) kind: Kind,
    /// Of several pieces which one it is, and of which mark; both count from 1.
    pub(super) piece: Option<(usize, usize)>,
    pub(super) form: Option<Form>,
    pub(super) verdict: Verdict,
    pub(super) nobody: bool,
    /// The sources of a claim, or the one that is mentioned, each with what it is called.
    pub(super) voices: Vec<(usize, String)>,
    /// The person's own tags.
    pub(super) own: Vec<String>,
}

#[derive(Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Claim,
    Source,
    Cue,
    Note(String),
}

impl Default for Kind {
    fn default() -> Kind {
        Kind::Note(String::new())
    }
}

impl Kind {
    pub(super) fn of(content: &Content) -> Kind {
        match content {
            Content::Claim(_) => Kind::Claim,
            Content::Source(_) => Kind::Source,
            Content::Cue => Kind::Cue,
            Content::Note(label) => Kind::Note(label.clone()),
        }
    }

    fn tag(&self) -> String {
        match self {
            Kind::Claim => CLAIM.to_owned(),
            Kind::Source => SOURCE.to_owned(),
            Kind::Cue => CUE.to_owned(),
            Kind::Note(label) if label.is_empty() => NOTE.to_owned(),
            Kind::Note(label) => format!("{NOTED}{label}"),
        }
    }

    fn of_tag(tag: &str) -> Option<Kind> {
        match tag {
            CLAIM => Some(Kind::Claim),
            SOURCE => Some(Kind::Source),
            CUE => Some(Kind::Cue),
            NOTE => Some(Kind::Note(String::new())),
            _ => tag.strip_prefix(NOTED).map(|label| Kind::Note(label.to_owned())),
        }
    }
}

impl Said {
    /// The tags that say it.
    pub(super) fn tags(&self) -> Vec<String> {
        let mut tags = vec![self.kind.tag()];
        tags.extend(self.piece.map(|(piece, mark)| format!("{PIECE}{piece} of mark {mark}")));
        tags.extend(self.form.map(|form| format!("{FORM}{}", form.word())));
        if self.verdict != Verdict::Unchecked {
            tags.push(format!("{VERDICT}{}", self.verdict.word()));
        }
        tags.extend(self.nobody.then(|| NOBODY.to_owned()));
        let voice = if self.kind == Kind::Claim { SAID_BY } else { VOICE };
        tags.extend(self.voices.iter().map(|(number, name)| format!("{voice}{number}: {name}")));
        tags.extend(self.own.iter().map(|tag| if means(tag) { format!("{OWN}{tag}") } else { tag.clone() }));
        tags
    }

    /// What tags say. Where the first is no kind, they all are a person's own.
    pub(super) fn of(tags: Vec<String>) -> Said {
        let mut said = Said::default();
        let Some(kind) = tags.first().and_then(|tag| Kind::of_tag(tag)) else {
            return Said { own: tags, ..said };
        };
        said.kind = kind;
        for tag in tags.into_iter().skip(1) {
            said.take(tag);
        }
        said
    }

    fn take(&mut self, tag: String) {
        if let Some(own) = tag.strip_prefix(OWN) {
            self.own.push(own.to_owned());
        } else if let Some(piece) = piece(&tag) {
            self.piece = Some(piece);
        } else if let Some(form) = tag.strip_prefix(FORM).and_then(Form::of) {
            self.form = Some(form);
        } else if let Some(verdict) = tag.strip_prefix(VERDICT).and_then(Verdict::of) {
            self.verdict = verdict;
        } else if tag == NOBODY {
            self.nobody = true;
        } else if let Some(voice) = voice(&tag) {
            self.voices.push(voice);
        } else {
            self.own.push(tag);
        }
    }

    /// The claim, with its ties put in by the caller.
    pub(super) fn claim(&self, said_by: SaidBy) -> Claim {
        Claim { said_by, form: self.form, verdict: self.verdict, evidence: Vec::new() }
    }
}

/// Whether a tag would be taken for one of ours.
fn means(tag: &str) -> bool {
    let form = |word: &str| Form::of(word).is_some();
    let verdict = |word: &str| Verdict::of(word).is_some();
    tag.starts_with(OWN)
        || tag == NOBODY
        || tag.strip_prefix(FORM).is_some_and(form)
        || tag.strip_prefix(VERDICT).is_some_and(verdict)
        || voice(tag).is_some()
        || piece(tag).is_some()
}

/// The number and the name of a voice.
fn voice(tag: &str) -> Option<(usize, String)> {
    let rest = tag.strip_prefix(SAID_BY).or_else(|| tag.strip_prefix(VOICE))?;
    let (number, name) = rest.split_once(':')?;
    Some((number.parse().ok()?, name.strip_prefix(' ').unwrap_or(name).to_owned()))
}

fn piece(tag: &str) -> Option<(usize, usize)> {
    let (piece, mark) = tag.strip_prefix(PIECE)?.split_once(" of mark ")?;
    Some((piece.parse().ok()?, mark.parse().ok()?))
}
