//! Marks, as they are written.

use super::{Answers, Carried};
use crate::annotation::{self, Claim, Content, Drift, SaidBy, Timestamp};
use crate::format::word::Word as _;

/// A mark. Files and entries write its spans (`S`) and its times (`T`) differently.
#[derive(serde::Serialize)]
pub(in crate::format) struct Mark<'a, S, T> {
    id: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    spans: Vec<S>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    orphan: bool,
    /// Absent: not tied yet. Empty: no source is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    attributions: Option<Vec<Attribution<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Evidence<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "Answers::is_empty")]
    fields: Answers<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    creator: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    codebook: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    former: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    moved: bool,
    #[serde(flatten)]
    foreign: Carried<'a>,
}

impl<'a, S, T> Mark<'a, S, T> {
    /// A mark with its spans as they are to be written, and a way to write times; `None` leaves
    /// the time out.
    pub(in crate::format) fn new(
        mark: &'a annotation::Mark,
        spans: Vec<S>,
        time: impl Fn(Timestamp) -> Option<T>,
    ) -> Mark<'a, S, T> {
        let claim = mark.claim();
        Mark {
            id: &mark.id.0,
            kind: mark.kind().word(),
            label: label(&mark.content),
            source: mark.mentions().map(|source| &*source.0),
            spans,
            orphan: mark.spans().is_none(),
            attributions: claim.and_then(attributions),
            form: claim.and_then(|claim| claim.form).map(|form| form.word()),
            verdict: claim.map(|claim| claim.verdict.word()),
            evidence: claim
                .map(|claim| claim.evidence.iter().map(Evidence::from).collect())
                .unwrap_or_default(),
            note: &mark.note,
            tags: &mark.tags,
            fields: Answers(&mark.fields),
            creator: &mark.creator,
            codebook: &mark.codebook,
            created: time(mark.created),
            modified: time(mark.modified),
            former: mark.drift.as_ref().and_then(Drift::former),
            moved: mark.drift == Some(Drift::Moved),
            foreign: Carried(&mark.foreign),
        }
    }
}

fn label(content: &Content) -> Option<&str> {
    match content {
        Content::Note(label) => Some(label.as_str()).filter(|label| !label.is_empty()),
        Content::Claim(_) | Content::Source(_) | Content::Cue => None,
    }
}

fn attributions(claim: &Claim) -> Option<Vec<Attribution<'_>>> {
    match &claim.said_by {
        SaidBy::Open => None,
        SaidBy::Nobody => Some(Vec::new()),
        SaidBy::Sources(ties) => Some(ties.iter().map(Attribution::from).collect()),
    }
}

/// One tie from a claim to a voice.
#[derive(serde::Serialize)]
pub(in crate::format) struct Attribution<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mention: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cue: Option<&'a str>,
    #[serde(flatten)]
    foreign: Carried<'a>,
}

impl<'a> From<&'a annotation::Attribution> for Attribution<'a> {
    fn from(tie: &'a annotation::Attribution) -> Attribution<'a> {
        Attribution {
            source: &tie.source.0,
            mention: tie.mention.as_ref().map(|mark| &*mark.0),
            cue: tie.cue.as_ref().map(|mark| &*mark.0),
            foreign: Carried(&tie.foreign),
        }
    }
}

/// What a verdict rests on.
#[derive(serde::Serialize)]
struct Evidence<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    quote: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    accessed: &'a str,
    #[serde(flatten)]
    foreign: Carried<'a>,
}

impl<'a> From<&'a annotation::Evidence> for Evidence<'a> {
    fn from(evidence: &'a annotation::Evidence) -> Evidence<'a> {
        Evidence {
            url: &evidence.url,
            quote: &evidence.quote,
            note: &evidence.note,
            accessed: &evidence.accessed,
            foreign: Carried(&evidence.foreign),
        }
    }
}
