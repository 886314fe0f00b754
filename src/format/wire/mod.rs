//! The shapes that published files and stored entries share, as they are written.
//!
//! Empty strings and empty lists are left out: absent means unknown.

mod anchor;
mod answers;
mod carried;
mod mark;

use super::word::Word as _;
use crate::{annotation, article};

pub(super) use anchor::Anchor;
pub(super) use answers::Answers;
pub(super) use carried::Carried;
pub(super) use mark::{Attribution, Mark};

/// What is known about an article beside its text.
#[derive(serde::Serialize)]
pub(super) struct Details<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    byline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    publisher: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    published: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    retrieved: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    follows: Option<&'a str>,
    #[serde(flatten)]
    foreign: Carried<'a>,
}

impl<'a> From<&'a article::Details> for Details<'a> {
    fn from(details: &'a article::Details) -> Details<'a> {
        Details {
            title: &details.title,
            byline: &details.byline,
            publisher: &details.publisher,
            url: &details.url,
            published: &details.published,
            retrieved: &details.retrieved,
            language: &details.language,
            follows: details.follows.as_ref().map(|id| &*id.0),
            foreign: Carried(&details.foreign),
        }
    }
}

/// A voice in the register.
#[derive(serde::Serialize)]
pub(super) struct Source<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    role: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    why_unnamed: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(flatten)]
    foreign: Carried<'a>,
}

impl<'a> From<&'a annotation::Source> for Source<'a> {
    fn from(source: &'a annotation::Source) -> Source<'a> {
        Source {
            id: &source.id.0,
            name: &source.name,
            kind: source.kind.word(),
            role: &source.role,
            why_unnamed: &source.why_unnamed,
            note: &source.note,
            foreign: Carried(&source.foreign),
        }
    }
}
