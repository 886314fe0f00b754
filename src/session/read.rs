//! Reads that are derived from a session and never stored in it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Direction, Session};
use crate::annotation::{Attribution, Content, Mark, MarkId, SaidBy, Source, SourceId, SourceKind};
use crate::text::{ByteOffset, Spans};

/// Whose voice a mark carries: what its colour says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// A source of this kind.
    Of(SourceKind),
    /// The article names nobody.
    Nobody,
    /// Not tied yet.
    Open,
}

impl Voice {
    /// All voices, in the order of the sourcing bar.
    pub const ALL: [Voice; 7] = [
        Voice::Of(SourceKind::NamedPerson),
        Voice::Of(SourceKind::UnnamedPerson),
        Voice::Of(SourceKind::Organisation),
        Voice::Of(SourceKind::Document),
        Voice::Of(SourceKind::Other),
        Voice::Nobody,
        Voice::Open,
    ];
}

/// The voice of a claim (of its first source, if it has several) or of a mention; `None` for cues
/// and notes.
#[must_use]
pub fn voice_of(session: &Session, mark: &Mark) -> Option<Voice> {
    let kind = |id: &SourceId| session.sources.get(id).map_or(Voice::Open, |source| Voice::Of(source.kind));
    match &mark.content {
        Content::Claim(claim) => Some(match &claim.said_by {
            SaidBy::Open => Voice::Open,
            SaidBy::Nobody => Voice::Nobody,
            SaidBy::Sources(all) => all.first().map_or(Voice::Open, |first| kind(&first.source)),
        }),
        Content::Source(source) => Some(kind(source)),
        Content::Cue | Content::Note(_) => None,
    }
}

/// The claims in reading order.
pub fn claims(session: &Session) -> impl Iterator<Item = &Rc<Mark>> {
    session.marks.iter().filter(|mark| mark.claim().is_some())
}

/// The mentions of a voice in reading order.
pub fn mentions_of<'a>(session: &'a Session, source: &'a SourceId) -> impl Iterator<Item = &'a Rc<Mark>> {
    session.marks.iter().filter(move |mark| mark.mentions() == Some(source))
}

/// All voices, the one mentioned nearest to the claim first; those that are mentioned nowhere last,
/// in the order of the register. The digits follow this order. It holds for so many of them at least: then
/// the mentions far from the claim need not be looked at.
#[must_use]
pub fn nearest_sources<'a>(session: &'a Session, claim: &Mark, enough: usize) -> Vec<&'a Rc<Source>> {
    let mut distances: BTreeMap<&SourceId, usize> = BTreeMap::new();
    if let Some(from) = claim.spans() {
        for (at, (bound, mention)) in session.marks.outward(from.hull()).enumerate() {
            if at % LOOK == 0 && are_nearer(&distances, enough, bound) {
                break;
            }
            if let Some((source, spans)) = mention.mentions().zip(mention.spans()) {
                let least = distances.entry(source).or_insert(usize::MAX);
                *least = (*least).min(spans.distance(from));
            }
        }
    }
    let distance = |source: &Rc<Source>| distances.get(&source.id).copied().unwrap_or(usize::MAX);
    let mut nearest: Vec<&Rc<Source>> = session.sources.iter().collect();
    nearest.sort_by_cached_key(|source| distance(source));
    nearest
}

/// Marks after which it is looked whether enough voices are known.
const LOOK: usize = 32;

/// Whether so many are nearer than all that is still to come.
fn are_nearer(distances: &BTreeMap<&SourceId, usize>, enough: usize, bound: usize) -> bool {
    distances.values().filter(|distance| **distance < bound).count() >= enough
}

/// The mark after or before the one in hand among those that are shown, in reading order and around
/// the ends; the first or the last if nothing is in hand. The one in hand may be none of them.
#[must_use]
pub fn neighbour(session: &Session, direction: Direction, shown: &dyn Fn(&Mark) -> bool) -> Option<MarkId> {
    let at = session.hand().map(|mark| session.marks.position(mark));
    let all = || session.marks.iter();
    let shown = |mark: &&Rc<Mark>| shown(mark);
    let found = match (direction, at) {
        (Direction::Next, Some(at)) => {
            all().skip(at + 1).find(shown).or_else(|| all().take(at + 1).find(shown))
        }
        (Direction::Next, None) => all().find(shown),
        (Direction::Previous, Some(at)) => {
            all().take(at).rfind(shown).or_else(|| all().skip(at).rfind(shown))
        }
        (Direction::Previous, None) => all().rfind(shown),
    };
    found.map(|mark| mark.id.clone())
}

/// The claims around this one, inner to outer, that another voice makes: *Smith said the ministry
/// told him that …*.
#[must_use]
pub fn chain(session: &Session, claim: &Mark) -> Vec<Rc<Mark>> {
    let Some((spans, said)) = claim.spans().zip(claim.claim()) else { return Vec::new() };
    let around = |other: &&Rc<Mark>| {
        let other_voice = other.claim().is_some_and(|outer| {
            outer.said_by.attributions().iter().any(|tie| !said.said_by.has(&tie.source))
        });
        other_voice && other.spans().is_some_and(|outer| outer != spans && outer.covers(spans))
    };
    let mut chain: Vec<Rc<Mark>> = Vec::new();
    let begin = spans.hull().start();
    let near = session.marks.within(begin..ByteOffset(begin.0.saturating_add(1)));
    for outer in near.filter(around) {
        let len = outer.spans().map(Spans::byte_len);
        let shorter = |other: &Rc<Mark>| other.spans().map(Spans::byte_len) <= len;
        chain.insert(chain.partition_point(shorter), outer.clone());
    }
    chain
}

/// The mention that a digit refers to a voice: the one just made, as long as its voice has no name,
/// else the one in hand.
#[must_use]
pub fn to_refer(session: &Session) -> Option<&Rc<Mark>> {
    let fresh = session.fresh.as_ref().and_then(|id| session.marks.get(id));
    fresh.or_else(|| session.hand().filter(|mark| mark.mentions().is_some()))
}

/// As many voices as there are digits.
const DIGITS: usize = 9;

/// The voices that the digits from 1 stand for, in their order: those nearest to the mention that is
/// to be referred, without its own, else those nearest to the claim in hand.
#[must_use]
pub fn choices(session: &Session) -> Vec<&Rc<Source>> {
    let mention = to_refer(session);
    let Some(mark) = mention.or_else(|| session.claim_in_hand()) else { return Vec::new() };
    let own = mention.and_then(|mention| mention.mentions());
    let mut nearest = nearest_sources(session, mark, DIGITS + 1);
    nearest.retain(|source| Some(&source.id) != own);
    nearest.truncate(DIGITS);
    nearest
}

/// Which of the mentions of a voice is in hand, from 0.
#[must_use]
pub fn mention_in_hand(session: &Session, source: &SourceId) -> Option<usize> {
    let hand = session.in_hand.as_ref()?;
    mentions_of(session, source).position(|mention| mention.id == *hand)
}

/// The mention of a voice after or before the one in hand, round the ends; the first or the last if
/// none of them is in hand.
#[must_use]
pub fn next_mention(session: &Session, source: &SourceId, direction: Direction) -> Option<MarkId> {
    let all: Vec<&Rc<Mark>> = mentions_of(session, source).collect();
    let last = all.len().checked_sub(1)?;
    let at = match (mention_in_hand(session, source), direction) {
        (Some(at), Direction::Next) if at < last => at + 1,
        (Some(_) | None, Direction::Next) => 0,
        (at, Direction::Previous) => at.and_then(|at| at.checked_sub(1)).unwrap_or(last),
    };
    all.get(at).map(|mention| mention.id.clone())
}

/// Whether a mention can be split off from its voice: not if it is all that the voice stands on.
#[must_use]
pub fn can_split(session: &Session, mention: &Mark) -> bool {
    let Some(source) = mention.mentions() else { return false };
    let through = |tie: &Attribution| tie.source != *source || tie.mention.as_ref() == Some(&mention.id);
    let tied = claims(session).filter_map(|claim| claim.claim());
    mentions_of(session, source).count() > 1
        || tied.flat_map(|claim| claim.said_by.attributions()).any(|tie| !through(tie))
        || session.sources.get(source).is_some_and(|source| super::voice::is_written(source))
}
