//! doccano: one article a line, entities and relations (`backend/data_import` and `data_export` of
//! doccano 1.8). Offsets count code points.
//!
//! A tie is a relation from a claim to a mention and another to a cue, numbered from the second on; a
//! mention is related to the first one of its voice, a piece of a mark to the piece before it.

mod read;
mod write;

use serde::{Deserialize, Deserializer, Serialize};

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

/// One article. What stands beside text and labels is kept by doccano as it is; a field that one line of a file
/// has and another has not, its database refuses. So each line has all of them.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Line {
    text: Option<String>,
    #[serde(deserialize_with = "or_nothing")]
    title: String,
    #[serde(deserialize_with = "or_nothing")]
    byline: String,
    #[serde(deserialize_with = "or_nothing")]
    publisher: String,
    #[serde(deserialize_with = "or_nothing")]
    url: String,
    #[serde(deserialize_with = "or_nothing")]
    published: String,
    #[serde(deserialize_with = "or_nothing")]
    retrieved: String,
    #[serde(deserialize_with = "or_nothing")]
    language: String,
    #[serde(deserialize_with = "or_nothing")]
    entities: Vec<Entity>,
    #[serde(deserialize_with = "or_nothing")]
    relations: Vec<Relation>,
    /// Labels of the simpler kind of project.
    #[serde(alias = "labels", skip_serializing, deserialize_with = "or_nothing")]
    label: Vec<(usize, usize, String)>,
}

/// What doccano writes as `null` where another line of its file has something.
fn or_nothing<'de, T: Default + Deserialize<'de>, D: Deserializer<'de>>(value: D) -> Result<T, D::Error> {
    Option::deserialize(value).map(Option::unwrap_or_default)
}

/// The number of what has none, as doccano has it.
fn nameless() -> i64 {
    -1
}

#[derive(Debug, Serialize, Deserialize)]
struct Entity {
    #[serde(default = "nameless")]
    id: i64,
    start_offset: usize,
    end_offset: usize,
    label: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Relation {
    #[serde(default = "nameless")]
    id: i64,
    from_id: i64,
    to_id: i64,
    r#type: String,
}
