//! doccano: one article a line, entities and relations (`backend/data_import` and `data_export` of
//! doccano 1.8). Offsets count code points.
//!
//! A tie is a relation from a claim to a mention and another to a cue, numbered from the second on; a
//! mention is related to the first one of its voice, a piece of a mark to the piece before it.

mod read;
mod write;

use serde::{Deserialize, Serialize};

use super::{Codec, Loss};

pub(super) const CODEC: Codec = Codec {
    media: "application/jsonl",
    single: false,
    loses: &[
        Loss::LooseEnds,
        Loss::Orphans,
        Loss::SilentTies,
        Loss::SilentSources,
        Loss::Names,
        Loss::Follows,
        Loss::NewerFields,
        Loss::Inlines,
        Loss::Blocks,
        Loss::SourceNames,
        Loss::SourceKinds,
        Loss::SourceRoles,
        Loss::Reasons,
        Loss::SourceNotes,
        Loss::Comments,
        Loss::Tags,
        Loss::Answers,
        Loss::Creators,
        Loss::Codebooks,
        Loss::Times,
        Loss::Drift,
        Loss::Forms,
        Loss::Verdicts,
        Loss::Evidence,
        Loss::Findings,
    ],
    write: write::write,
    read: Some(read::read),
};

/// What relations are called.
const SAID_BY: &str = "said by";
const CUE: &str = "cue";
const SAME_VOICE: &str = "same voice";
const CONTINUES: &str = "continues";

/// One article. What stands beside text and labels is kept by doccano as it is.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Line {
    text: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    byline: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    publisher: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    url: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    published: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    retrieved: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    language: String,
    entities: Vec<Entity>,
    relations: Vec<Relation>,
    /// Labels of the simpler kind of project.
    #[serde(alias = "labels", skip_serializing)]
    label: Vec<(usize, usize, String)>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Entity {
    id: i64,
    start_offset: usize,
    end_offset: usize,
    label: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Relation {
    id: i64,
    from_id: i64,
    to_id: i64,
    r#type: String,
}
