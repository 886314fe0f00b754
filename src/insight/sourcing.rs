//! How much of what is claimed rests on whom.

use crate::annotation::{Mark, SaidBy};
use crate::session::{Session, Voice, claims};
use crate::text::word_count;

/// The sourcing of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sourcing {
    /// The claims that were counted; orphans are not.
    pub claims: usize,
    /// The words in them. A word in a claim within a claim counts in both.
    pub words: usize,
    /// The shares in the order of [`Voice::ALL`], without those of no word. They add up to 100 %.
    pub shares: Vec<Share>,
}

/// One voice's part of the claimed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Whose words.
    pub voice: Voice,
    /// Whole per cent of the claimed words. The shares are rounded so that they add up to 100
    /// (largest remainder).
    pub percent: usize,
}

/// Counts the claimed words by kind of source. A joint statement is split evenly among its sources.
#[must_use]
pub fn sourcing(session: &Session) -> Sourcing {
    let counted: Vec<(&Mark, usize)> = claims(session)
        .filter(|claim| claim.spans().is_some())
        .map(|c| (c.as_ref(), words(session, c)))
        .collect();
    let words = counted.iter().map(|(_, words)| words).sum();
    let exact =
        Voice::ALL.map(|voice| counted.iter().map(|(claim, n)| part(session, claim, voice) * f(*n)).sum());
    Sourcing { claims: counted.len(), words, shares: shares(exact, f(words)) }
}

fn words(session: &Session, claim: &Mark) -> usize {
    let text = &session.article.text;
    claim.spans().map_or(0, |spans| spans.iter().map(|span| word_count(text.slice(span))).sum())
}

/// The part of a claim that is this voice's, from 0 to 1.
fn part(session: &Session, claim: &Mark, voice: Voice) -> f64 {
    let Some(claim) = claim.claim() else { return 0.0 };
    match &claim.said_by {
        SaidBy::Open => f(usize::from(voice == Voice::Open)),
        SaidBy::Nobody => f(usize::from(voice == Voice::Nobody)),
        SaidBy::Sources(all) => {
            let kind = |a: &crate::annotation::Attribution| {
                session.sources.get(&a.source).map_or(Voice::Open, |source| Voice::Of(source.kind))
            };
            f(all.iter().filter(|a| kind(a) == voice).count()) / f(all.len())
        }
    }
}

/// Rounds down, then gives what is missing from 100 to the largest remainders.
fn shares(words: [f64; 7], total: f64) -> Vec<Share> {
    if total <= 0.0 {
        return Vec::new();
    }
    let exact = words.map(|words| words / total * 100.0);
    let mut whole = exact.map(|percent| n(percent.floor()));
    let mut remainders = exact.map(f64::fract);
    for _ in whole.iter().sum::<usize>()..100 {
        let largest = remainders.iter_mut().zip(&mut whole).reduce(|a, b| if b.0 > a.0 { b } else { a });
        if let Some((remainder, percent)) = largest {
            *remainder = -1.0;
            *percent += 1;
        }
    }
    let all = Voice::ALL.into_iter().zip(words).zip(whole);
    all.filter(|((_, words), _)| *words > 0.0).map(|((voice, _), percent)| Share { voice, percent }).collect()
}

#[expect(clippy::cast_precision_loss, reason = "an article has far fewer than 2^52 words")]
fn f(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn n(percent: f64) -> usize {
    percent as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::SourceKind;
    use Voice::{Nobody, Of, Open};

    #[track_caller]
    fn check(words: [f64; 7], expected: &[(Voice, usize)]) {
        let total = words.iter().sum();
        let got: Vec<_> = shares(words, total).iter().map(|s| (s.voice, s.percent)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn shares_add_up_to_a_hundred() {
        let named = Of(SourceKind::NamedPerson);
        let unnamed = Of(SourceKind::UnnamedPerson);
        check([0.0; 7], &[]);
        check([5.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], &[(named, 100)]);
        check([1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0], &[(named, 34), (unnamed, 33), (Nobody, 33)]);
        check([1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 999.0], &[(named, 0), (Open, 100)]);
    }
}
