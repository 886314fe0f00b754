//! What is known of an article, a voice or a mark, line by line, for formats that are made for people to
//! read. Records go by the short names that [`Loss::Names`](super::Loss::Names) leaves them.

use std::collections::BTreeMap;

use crate::annotation::{Answer, Attribution, Claim, Content, Drift, Mark, Place, SaidBy, Source, SourceId};
use crate::article::Details;
use crate::format::native::{Document, time};
use crate::format::word::Word as _;

/// One line: what it is about, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) says: String,
}

/// What is known of an article beside its title.
pub(super) fn of_article(details: &Details) -> Vec<Fact> {
    known([
        ("Byline", &details.byline),
        ("Publisher", &details.publisher),
        ("Address", &details.url),
        ("Published", &details.published),
        ("Retrieved", &details.retrieved),
        ("Language", &details.language),
    ])
}

/// What is known of a voice beside its name.
pub(super) fn of_source(source: &Source) -> Vec<Fact> {
    known([
        ("Kind", source.kind.word()),
        ("Role", &source.role),
        ("Why unnamed", &source.why_unnamed),
        ("Note", &source.note),
    ])
}

/// What a voice is called: its name, and the short one that no other has.
pub(super) fn name(source: &Source) -> String {
    if source.name.is_empty() { source.id.to_string() } else { format!("{} ({})", source.name, source.id) }
}

/// What is known of marks of one article.
pub(super) struct Facts<'a>(BTreeMap<&'a SourceId, &'a Source>);

impl<'a> Facts<'a> {
    pub(super) fn of(document: &'a Document) -> Facts<'a> {
        Facts(document.sources.iter().map(|source| (&source.id, &**source)).collect())
    }

    /// What a mark is called.
    pub(super) fn heading(mark: &Mark) -> String {
        let kind = match mark.content {
            Content::Claim(_) => "Claim",
            Content::Source(_) => "Source",
            Content::Cue => "Cue",
            Content::Note(_) => "Note",
        };
        format!("{kind} {}", mark.id)
    }

    /// What is known of a mark beside its words.
    pub(super) fn of_mark(&self, mark: &Mark) -> Vec<Fact> {
        let mut facts = match &mark.content {
            Content::Claim(claim) => self.of_claim(claim),
            Content::Source(source) => vec![fact("Mentions", self.called(source))],
            Content::Cue => Vec::new(),
            Content::Note(label) => known([("Label", label)]),
        };
        facts.extend(known([("Note", &mark.note)]));
        facts.extend(mark.tags.iter().map(|tag| fact("Tag", tag.clone())));
        facts.extend(mark.fields.iter().map(|(name, answer)| fact(name, of_answer(answer))));
        facts.extend(known([("Made by", &mark.creator), ("Codebook", &mark.codebook)]));
        for (name, at) in [("Made", mark.created), ("Changed", mark.modified)] {
            facts.extend(time::write(at).map(|at| fact(name, at)));
        }
        facts.extend(of_place(mark));
        facts
    }

    fn of_claim(&self, claim: &Claim) -> Vec<Fact> {
        let mut facts: Vec<Fact> = match &claim.said_by {
            SaidBy::Open => Vec::new(),
            SaidBy::Nobody => vec![fact("Said by", "nobody: the article gives no source".to_owned())],
            SaidBy::Sources(ties) => ties.iter().map(|tie| fact("Said by", self.of_tie(tie))).collect(),
        };
        facts.extend(claim.form.map(|form| fact("Form", form.word().to_owned())));
        facts.push(fact("Verdict", claim.verdict.word().to_owned()));
        for (nth, evidence) in claim.evidence.iter().enumerate() {
            facts.push(fact("Evidence", format!("{} of {}", nth + 1, claim.evidence.len())));
            facts.extend(known([
                ("Address", &evidence.url),
                ("Passage", &evidence.quote),
                ("Remark", &evidence.note),
                ("Looked at", &evidence.accessed),
            ]));
        }
        facts
    }

    fn of_tie(&self, tie: &Attribution) -> String {
        let mention = tie.mention.iter().map(|id| format!(", named in {id}"));
        let cue = tie.cue.iter().map(|id| format!(", cue {id}"));
        std::iter::once(self.called(&tie.source)).chain(mention).chain(cue).collect()
    }

    fn called(&self, id: &SourceId) -> String {
        self.0.get(id).map_or_else(|| id.to_string(), |source| name(source))
    }
}

/// How a mark came to stand elsewhere or over other words, or nowhere.
fn of_place(mark: &Mark) -> Vec<Fact> {
    let mut facts: Vec<Fact> = match &mark.drift {
        None => Vec::new(),
        Some(Drift::Moved) => vec![fact("Moved", "the words stood elsewhere".to_owned())],
        Some(Drift::Changed(former)) => vec![fact("Made on the words", former.clone())],
    };
    if let Place::Orphan(anchors) = &mark.place {
        for anchor in anchors {
            let stood = format!("characters {} to {}", anchor.position.start.0, anchor.position.end.0);
            facts.push(fact("Stood at", stood));
            facts.extend(known([("After", &anchor.prefix), ("Before", &anchor.suffix)]));
        }
    }
    facts
}

fn of_answer(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) | Answer::Number(text) => text.clone(),
        Answer::YesNo(true) => "yes".to_owned(),
        Answer::YesNo(false) => "no".to_owned(),
    }
}

fn fact(name: &str, says: String) -> Fact {
    Fact { name: name.to_owned(), says }
}

/// The lines that say something.
fn known<const N: usize>(lines: [(&str, &str); N]) -> Vec<Fact> {
    lines
        .iter()
        .filter(|(_, says)| !says.is_empty())
        .map(|(name, says)| fact(name, (*says).to_owned()))
        .collect()
}
