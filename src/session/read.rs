//! Reads that are derived from a session and never stored in it.

use std::rc::Rc;

use super::{Direction, Session};
use crate::annotation::{Content, Mark, MarkId, SaidBy, Source, SourceId, SourceKind};
use crate::text::Spans;

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
/// in the order of the register. The digits follow this order.
#[must_use]
pub fn nearest_sources<'a>(session: &'a Session, claim: &Mark) -> Vec<&'a Rc<Source>> {
    let mut nearest: Vec<(usize, &Rc<Source>)> = Vec::new();
    for source in session.sources.iter() {
        let distance = distance_to(session, claim.spans(), &source.id);
        nearest.insert(nearest.partition_point(|(other, _)| *other <= distance), (distance, source));
    }
    nearest.into_iter().map(|(_, source)| source).collect()
}

fn distance_to(session: &Session, from: Option<&Spans>, source: &SourceId) -> usize {
    let distances = mentions_of(session, source).filter_map(|mention| Some(mention.spans()?.distance(from?)));
    distances.min().unwrap_or(usize::MAX)
}

/// The mark after or before the one in hand, in reading order and around the ends; the first or the
/// last if nothing is in hand.
#[must_use]
pub fn neighbour(session: &Session, direction: Direction) -> Option<MarkId> {
    let all: Vec<&Rc<Mark>> = session.marks.iter().collect();
    let at = session.in_hand.as_ref().and_then(|id| all.iter().position(|mark| mark.id == *id));
    let last = all.len().checked_sub(1)?;
    let next = match (at, direction) {
        (None, Direction::Next) => 0,
        (None, Direction::Previous) => last,
        (Some(at), Direction::Next) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        (Some(at), Direction::Previous) => at.checked_sub(1).unwrap_or(last),
    };
    all.get(next).map(|mark| mark.id.clone())
}
