//! Tying claims to voices.

use std::rc::Rc;

use super::transaction::Draft;
use super::{Session, Stamp, Verb, claims, edit};
use crate::annotation::{Attribution, Claim, Content, Mark, MarkId, SaidBy, SourceId};
use crate::text::{ByteOffset, Span, sentence_around};

/// This voice and no other makes the claim.
pub(super) fn only(session: &Session, claim: &MarkId, source: &SourceId, stamp: &Stamp) -> Option<Draft> {
    let attribution = attribution(session, claim, source)?;
    tie(session, claim, source, stamp, |said_by| *said_by = SaidBy::Sources(vec![attribution]))
}

/// This voice makes the claim as well, or no longer.
pub(super) fn toggle(session: &Session, claim: &MarkId, source: &SourceId, stamp: &Stamp) -> Option<Draft> {
    if session.marks.get(claim)?.claim()?.said_by.has(source) {
        let left = |said_by: &mut SaidBy| {
            let others = said_by.attributions().iter().filter(|a| a.source != *source);
            *said_by = SaidBy::or_open(others.cloned().collect());
        };
        return named(session, claim, source, stamp, Verb::Untie, left);
    }
    let attribution = attribution(session, claim, source)?;
    tie(session, claim, source, stamp, |said_by| {
        let others = said_by.attributions().iter().cloned();
        *said_by = SaidBy::Sources(others.chain([attribution]).collect());
    })
}

/// The article names nobody; asked again, the claim is open again.
pub(super) fn nobody(session: &Session, claim: &MarkId, stamp: &Stamp) -> Option<Draft> {
    let verb = match session.marks.get(claim)?.claim()?.said_by {
        SaidBy::Nobody => Verb::Untie,
        SaidBy::Open | SaidBy::Sources(_) => Verb::NoSource,
    };
    edit::edit_claim(session, claim, stamp, verb, |claim| {
        claim.said_by = if verb == Verb::Untie { SaidBy::Open } else { SaidBy::Nobody };
    })
}

/// Ties a mark just made: a claim to the mention nearest in its block, a mention to the claim in
/// hand or else to the nearest open claim of its block, a cue to the nearest tie without one.
pub(super) fn nearest(session: &Session, id: &MarkId, stamp: &Stamp) -> Option<Draft> {
    let made = session.marks.get(id)?;
    match &made.content {
        Content::Claim(_) => {
            let mention =
                nearest_to(session, made, around(session, made).filter(|m| m.mentions().is_some()))?;
            link(session, made, mention, stamp)
        }
        Content::Source(_) => {
            let claim = match session.claim_in_hand() {
                Some(claim) => claim,
                None => nearest_to(session, made, around(session, made).filter(|mark| is_open(mark)))?,
            };
            link(session, claim, made, stamp)
        }
        Content::Cue => add_cue(session, made, stamp),
        Content::Note(_) => None,
    }
}

/// Ties a claim to the voice of a mention, if it is not tied to another already.
fn link(session: &Session, claim: &Mark, mention: &Mark, stamp: &Stamp) -> Option<Draft> {
    let source = mention.mentions()?;
    let said_by = &claim.claim()?.said_by;
    let guessed = session.guessed.as_ref() == Some(&claim.id);
    if let (SaidBy::Sources(known), false) = (said_by, guessed) {
        let bare = |a: &Attribution| a.source == *source && a.mention.is_none();
        let at = known.iter().position(bare)?;
        return amend(session, &claim.id, at, source, stamp, |a| a.mention = Some(mention.id.clone()));
    }
    let mut attribution = attribution(session, &claim.id, source)?;
    attribution.mention = Some(mention.id.clone());
    tie(session, &claim.id, source, stamp, |said_by| *said_by = SaidBy::Sources(vec![attribution]))
}

fn add_cue(session: &Session, cue: &Mark, stamp: &Stamp) -> Option<Draft> {
    let lacks = |claim: &&Rc<Mark>| lacking_cue(claim).is_some();
    let in_hand = session.claim_in_hand().filter(lacks).filter(|claim| same_block(session, claim, cue));
    let claim = match in_hand {
        Some(claim) => claim,
        None => nearest_to(session, cue, around(session, cue).filter(lacks))?,
    };
    let at = lacking_cue(claim)?;
    let source = claim.claim()?.said_by.attributions().get(at)?.source.clone();
    amend(session, &claim.id, at, &source, stamp, |a| a.cue = Some(cue.id.clone()))
}

fn lacking_cue(claim: &Mark) -> Option<usize> {
    claim.claim()?.said_by.attributions().iter().position(|a| a.cue.is_none())
}

fn is_open(claim: &Mark) -> bool {
    claim.claim().is_some_and(|claim| claim.said_by == SaidBy::Open)
}

/// A tie with the mention and the cue that stand nearest to the claim in its block.
fn attribution(session: &Session, claim: &MarkId, source: &SourceId) -> Option<Attribution> {
    session.sources.get(source)?;
    let claim = session.marks.get(claim)?;
    let cues = around(session, claim)
        .filter(|mark| mark.content == Content::Cue && !ties_another(session, mark, source));
    let mentions = around(session, claim).filter(|mark| mark.mentions() == Some(source));
    let mention = nearest_to(session, claim, mentions);
    let cue = nearest_to(session, claim, cues);
    Some(Attribution {
        mention: mention.map(|mark| mark.id.clone()),
        cue: cue.map(|mark| mark.id.clone()),
        ..Attribution::to(source.clone())
    })
}

/// Whether a cue ties some claim to another voice already: *said* belongs to whoever said it.
fn ties_another(session: &Session, cue: &Mark, source: &SourceId) -> bool {
    let ties = claims(session).filter_map(|mark| mark.claim()).flat_map(|claim| claim.said_by.attributions());
    let other = |tie: &Attribution| tie.cue.as_ref() == Some(&cue.id) && tie.source != *source;
    ties.into_iter().any(other)
}

/// The marks that may stand in the blocks of a mark: no more than those have to be looked at.
fn around<'a>(session: &'a Session, mark: &Mark) -> impl Iterator<Item = &'a Rc<Mark>> + use<'a> {
    let stretch = mark.spans().map_or(ByteOffset(0)..ByteOffset(0), |spans| {
        let blocks = &session.article.blocks;
        let after = |place| blocks.partition_point(|block| block.span.start() <= place);
        let start_of = |at: usize| blocks.get(at).map(|block| block.span.start());
        let from = after(spans.hull().start()).checked_sub(2).and(start_of(after(spans.hull().start()) - 1));
        from.unwrap_or_default()..start_of(after(spans.hull().end())).unwrap_or(ByteOffset(usize::MAX))
    });
    session.marks.within(stretch)
}

/// The candidate nearest to a mark within its block, those of its own sentence before others.
fn nearest_to<'a>(
    session: &Session,
    mark: &Mark,
    candidates: impl Iterator<Item = &'a Rc<Mark>>,
) -> Option<&'a Rc<Mark>> {
    let spans = mark.spans()?;
    let block = session.article.block_around(spans.hull());
    let sentence = sentence_around(&session.article.text, block, spans.hull());
    let near = candidates.filter(|other| other.id != mark.id && same_block(session, mark, other));
    near.min_by_key(|other| {
        let outside = |hull: Span| !hull.overlaps(sentence);
        let spans_of = other.spans();
        (spans_of.is_none_or(|s| outside(s.hull())), spans_of.map_or(usize::MAX, |s| s.distance(spans)))
    })
}

fn same_block(session: &Session, a: &Mark, b: &Mark) -> bool {
    let blocks = |mark: &Mark| {
        let spans = mark.spans()?;
        let (first, last) = (spans.iter().next()?, spans.iter().next_back()?);
        Some((session.article.block_around(first), session.article.block_around(last)))
    };
    let (Some((a_first, a_last)), Some((b_first, b_last))) = (blocks(a), blocks(b)) else { return false };
    a_first <= b_last && b_first <= a_last
}

fn tie(
    session: &Session,
    claim: &MarkId,
    source: &SourceId,
    stamp: &Stamp,
    alter: impl FnOnce(&mut SaidBy),
) -> Option<Draft> {
    named(session, claim, source, stamp, Verb::Tie, alter)
}

/// Changes one tie of a claim in place.
fn amend(
    session: &Session,
    claim: &MarkId,
    at: usize,
    source: &SourceId,
    stamp: &Stamp,
    alter: impl FnOnce(&mut Attribution),
) -> Option<Draft> {
    tie(session, claim, source, stamp, |said_by| {
        if let SaidBy::Sources(all) = said_by
            && let Some(attribution) = all.get_mut(at)
        {
            alter(attribution);
        }
    })
}

/// An edit of a claim that is called after the voice.
fn named(
    session: &Session,
    claim: &MarkId,
    source: &SourceId,
    stamp: &Stamp,
    verb: Verb,
    alter: impl FnOnce(&mut SaidBy),
) -> Option<Draft> {
    let object = session.sources.get(source).map(|source| source.name.clone());
    let draft = edit::edit_claim(session, claim, stamp, verb, |Claim { said_by, .. }| alter(said_by))?;
    Some(Draft { object: object.unwrap_or_default(), ..draft })
}
