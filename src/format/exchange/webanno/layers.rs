//! What of a mark stands in which layer, in which feature and in which slot.

use std::collections::BTreeMap;

use super::schema::LAYERS;
use crate::annotation::{
    Claim, Content, Evidence, Mark, MarkId, MarkKind, SaidBy, Source, SourceId, SourceKind,
};
use crate::format::exchange::{json, labels};
use crate::format::native::{Document, time};
use crate::format::wire::Answers;
use crate::format::word::Word as _;

/// Features of all layers.
pub(super) const COMMENT: &str = "note";
pub(super) const TAGS: &str = "tags";
pub(super) const ANSWERS: &str = "answers";
pub(super) const CREATOR: &str = "creator";
pub(super) const CODEBOOK: &str = "codebook";
pub(super) const CREATED: &str = "created";
pub(super) const MODIFIED: &str = "modified";
/// Which mark it is of, where a mark has several pieces.
pub(super) const MARK: &str = "mark";

/// Features of claims.
pub(super) const FORM: &str = "form";
pub(super) const VERDICT: &str = "verdict";
pub(super) const NOBODY: &str = "noSource";
pub(super) const EVIDENCE: &str = "evidence";

/// Features of mentions. Each says all that is known of its voice.
pub(super) const VOICE: &str = "source";
pub(super) const NAME: &str = "name";
pub(super) const KIND: &str = "kind";
pub(super) const ROLE: &str = "role";
pub(super) const REASON: &str = "whyUnnamed";
pub(super) const SOURCE_NOTE: &str = "sourceNote";

/// The feature of notes.
pub(super) const LABEL: &str = "label";

/// The slots of claims, and the roles in them: of a joint statement the second are `source 2` and `cue 2`.
pub(super) const SOURCES: &str = "sources";
pub(super) const CUES: &str = "cues";
pub(super) const SOURCE_ROLE: &str = "source";
pub(super) const CUE_ROLE: &str = "cue";

/// What is true.
pub(super) const TRUE: &str = "true";

/// Features that have a value.
pub(super) type Said = BTreeMap<&'static str, String>;

/// The layer of a mark, by its place in [`LAYERS`].
pub(super) fn layer(mark: &Mark) -> usize {
    let kind = mark.kind();
    LAYERS.iter().position(|layer| layer.kind == kind).unwrap_or_default()
}

/// What is known of the voices of an article.
pub(super) struct Voices<'a>(BTreeMap<&'a SourceId, &'a Source>);

impl<'a> Voices<'a> {
    pub(super) fn of(document: &'a Document) -> Voices<'a> {
        Voices(document.sources.iter().map(|source| (&source.id, &**source)).collect())
    }

    /// The features of a mark.
    pub(super) fn said(&self, mark: &Mark) -> Said {
        let mut said = common(mark);
        match &mark.content {
            Content::Claim(claim) => of_claim(claim, &mut said),
            Content::Source(id) => {
                said.insert(VOICE, id.to_string());
                if let Some(source) = self.0.get(id) {
                    of_source(source, &mut said);
                }
            }
            Content::Cue => {}
            Content::Note(label) => {
                said.insert(LABEL, label.clone());
            }
        }
        said.retain(|_, value| !value.is_empty());
        said
    }
}

fn common(mark: &Mark) -> Said {
    let mut said = Said::new();
    said.insert(COMMENT, mark.note.clone());
    said.insert(CREATOR, mark.creator.clone());
    said.insert(CODEBOOK, mark.codebook.clone());
    for (name, at) in [(CREATED, mark.created), (MODIFIED, mark.modified)] {
        said.insert(name, time::write(at).unwrap_or_default());
    }
    if !mark.tags.is_empty() {
        said.insert(TAGS, json::raw(&mark.tags).get().to_owned());
    }
    if !mark.fields.is_empty() {
        said.insert(ANSWERS, json::raw(&Answers(&mark.fields)).get().to_owned());
    }
    said
}

fn of_claim(claim: &Claim, said: &mut Said) {
    said.insert(FORM, claim.form.map(|form| form.word().to_owned()).unwrap_or_default());
    // Said even of what nobody has checked: some programs see no annotation that has no value.
    said.insert(VERDICT, claim.verdict.word().to_owned());
    if claim.said_by == SaidBy::Nobody {
        said.insert(NOBODY, TRUE.to_owned());
    }
    if !claim.evidence.is_empty() {
        let all: Vec<BTreeMap<&str, &str>> = claim.evidence.iter().map(of_evidence).collect();
        said.insert(EVIDENCE, json::raw(&all).get().to_owned());
    }
}

/// What evidence says, under the names of our own file.
fn of_evidence(evidence: &Evidence) -> BTreeMap<&'static str, &str> {
    let Evidence { url, quote, note, accessed, .. } = evidence;
    let all = [("url", url), ("quote", quote), ("note", note), ("accessed", accessed)];
    all.into_iter().filter(|(_, says)| !says.is_empty()).map(|(name, says)| (name, says.as_str())).collect()
}

fn of_source(source: &Source, said: &mut Said) {
    said.insert(NAME, source.name.clone());
    if source.kind != SourceKind::Other {
        said.insert(KIND, source.kind.word().to_owned());
    }
    said.insert(ROLE, source.role.clone());
    said.insert(REASON, source.why_unnamed.clone());
    said.insert(SOURCE_NOTE, source.note.clone());
}

/// What is in a slot of a mark: each role, and whose it is.
pub(super) fn slot<'a>(mark: &'a Mark, slot: &str) -> Vec<(String, &'a MarkId)> {
    let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
    let one = |(nth, tie): (usize, &'a crate::annotation::Attribution)| match slot {
        SOURCES => Some((labels::numbered(SOURCE_ROLE, nth), tie.mention.as_ref()?)),
        CUES => Some((labels::numbered(CUE_ROLE, nth), tie.cue.as_ref()?)),
        _ => None,
    };
    ties.iter().enumerate().filter_map(one).collect()
}

/// A layer of ours.
pub(super) struct Layer {
    /// Its name behind `webanno.custom.`.
    pub(super) name: &'static str,
    pub(super) kind: MarkKind,
    /// The features that it alone has.
    pub(super) features: &'static [&'static str],
    /// Its slots, each with the layer that is in it.
    pub(super) slots: &'static [(&'static str, &'static str)],
}
