//! What is forgotten of the register.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{each_claim, each_source};
use crate::annotation::{Content, Mark, MarkId, MarkKind, SaidBy, Source, SourceId, SourceKind};
use crate::format::native::Document;

/// Sources go by the words of their first mention, those without one by none.
pub(super) fn names(document: &mut Document) -> usize {
    let mut first: BTreeMap<SourceId, String> = BTreeMap::new();
    super::arrange(document);
    for mark in &document.marks {
        if let Content::Source(source) = &mark.content {
            first.entry(source.clone()).or_insert_with(|| mark.quote(&document.article.text));
        }
    }
    each_source(document, |source| {
        let now = first.get(&source.id).cloned().unwrap_or_default();
        let changed = source.name != now;
        source.name = now;
        changed
    })
}

/// All are of kind *other*.
pub(super) fn kinds(document: &mut Document) -> usize {
    each_source(document, |source| {
        let changed = source.kind != SourceKind::Other;
        source.kind = SourceKind::Other;
        changed
    })
}

/// Sources without a mention go, and the ties to them; the others stand in the order of their first mention.
pub(super) fn silent(document: &mut Document) -> usize {
    super::arrange(document);
    let mut mentioned: Vec<SourceId> = Vec::new();
    let mut seen = BTreeSet::new();
    for source in document.marks.iter().filter_map(|mark| mark.mentions()) {
        if seen.insert(source.clone()) {
            mentioned.push(source.clone());
        }
    }
    let before: Vec<SourceId> = document.sources.iter().map(|source| source.id.clone()).collect();
    let place = |id: &SourceId| mentioned.iter().position(|other| other == id);
    document.sources.retain(|source| seen.contains(&source.id));
    document.sources.sort_by_key(|source| place(&source.id));
    let untied = each_claim(document, |claim| {
        let SaidBy::Sources(ties) = &mut claim.said_by else { return false };
        let had = ties.len();
        ties.retain(|tie| seen.contains(&tie.source));
        let changed = ties.len() < had;
        if ties.is_empty() {
            claim.said_by = SaidBy::Open;
        }
        changed
    });
    let same = document.sources.iter().map(|source| &source.id).eq(&before);
    if same { untied } else { untied.max(before.len() - document.sources.len()).max(1) }
}

/// Sources that no mark refers to go. Says how many there were.
pub(super) fn unused(document: &mut Document) -> usize {
    let used = |mark: &Rc<Mark>| {
        let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
        ties.iter().map(|tie| tie.source.clone()).chain(mark.mentions().cloned()).collect::<Vec<_>>()
    };
    let used: BTreeSet<SourceId> = document.marks.iter().flat_map(used).collect();
    let before = document.sources.len();
    document.sources.retain(|source| used.contains(&source.id));
    before - document.sources.len()
}

/// What leads nowhere: nameless sources stand in for sources that are not there; references to mentions that
/// are not there or mention another source go, and so do those to cues that are none.
pub(super) fn loose_ends(document: &mut Document) -> usize {
    let cues: BTreeSet<MarkId> = document
        .marks
        .iter()
        .filter(|mark| mark.kind() == MarkKind::Cue)
        .map(|mark| mark.id.clone())
        .collect();
    let mentioned: BTreeMap<MarkId, SourceId> =
        document.marks.iter().filter_map(|mark| Some((mark.id.clone(), mark.mentions()?.clone()))).collect();
    let loose = each_claim(document, |claim| {
        let SaidBy::Sources(ties) = &mut claim.said_by else { return false };
        let mut changed = false;
        for tie in ties {
            let (mention, cue) = (tie.mention.is_some(), tie.cue.is_some());
            tie.mention = tie.mention.take().filter(|id| mentioned.get(id) == Some(&tie.source));
            tie.cue = tie.cue.take().filter(|id| cues.contains(id));
            changed |= mention != tie.mention.is_some() || cue != tie.cue.is_some();
        }
        changed
    });
    loose + stand_ins(document)
}

/// Puts nameless sources where some are missing, and says how many.
fn stand_ins(document: &mut Document) -> usize {
    let mut there: BTreeSet<SourceId> = document.sources.iter().map(|source| source.id.clone()).collect();
    let mut missing = Vec::new();
    for mark in &document.marks {
        let tied = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
        let named = mark.mentions().into_iter().chain(tied.iter().map(|tie| &tie.source));
        missing.extend(named.filter(|id| there.insert((*id).clone())).cloned());
    }
    let stand_in = |id: &SourceId| Rc::new(Source::new(id.clone(), String::new(), SourceKind::Other));
    document.sources.extend(missing.iter().map(stand_in));
    missing.len()
}
