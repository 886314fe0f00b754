//! How much of what is claimed rests on whom.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::annotation::{Mark, MarkSet, SaidBy, SourceId};
use crate::article::Article;
use crate::session::{Session, Voice};
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
    let mut tally = Tally::default();
    tally.follow(session, usize::MAX);
    tally.sourcing(session)
}

/// Parts of a word: a claim of up to ten sources, or of twelve, is split without a rest.
const PARTS: usize = 27_720;

/// A running count: after a step only the marks that it touched are counted again.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// The marks that were counted, and the text they stand in.
    counted: Option<(Rc<Article>, Rc<MarkSet>)>,
    /// Marks that are still to be counted.
    waiting: Vec<Rc<Mark>>,
    claims: usize,
    words: usize,
    /// Parts of words by who says them.
    parts: BTreeMap<Teller, usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Teller {
    Source(SourceId),
    Nobody,
    Open,
}

impl Tally {
    /// Counts what has changed since the last time, but no more than so many new marks: then the rest
    /// waits for the next time. Whether all is counted.
    pub fn follow(&mut self, session: &Session, limit: usize) -> bool {
        let known = self.counted.take().filter(|(article, _)| Rc::ptr_eq(article, &session.article));
        if known.is_none() {
            *self = Tally::default();
        }
        let empty = Rc::default();
        let old = known.as_ref().map_or(&empty, |(_, marks)| marks);
        if !Rc::ptr_eq(old, &session.marks) {
            let (gone, came) = session.marks.since(old);
            for mark in gone {
                let waits = self.waiting.iter().position(|waiting| Rc::ptr_eq(waiting, mark));
                match waits {
                    Some(at) => drop(self.waiting.swap_remove(at)),
                    None => self.count(session, mark, |sum, n| *sum = sum.saturating_sub(n)),
                }
            }
            self.waiting.extend(came.iter().filter(|mark| mark.claim().is_some()).cloned());
        }
        let rest = self.waiting.len().saturating_sub(limit);
        for mark in self.waiting.split_off(rest) {
            self.count(session, &mark, |sum, n| *sum += n);
        }
        self.counted = Some((session.article.clone(), session.marks.clone()));
        self.waiting.is_empty()
    }

    /// What was counted so far.
    #[must_use]
    pub fn sourcing(&self, session: &Session) -> Sourcing {
        let voice = |teller: &Teller| match teller {
            Teller::Source(id) => {
                session.sources.get(id).map_or(Voice::Open, |source| Voice::Of(source.kind))
            }
            Teller::Nobody => Voice::Nobody,
            Teller::Open => Voice::Open,
        };
        let of = |wanted: Voice| {
            let parts = self.parts.iter().filter(|(teller, _)| voice(teller) == wanted);
            f(parts.map(|(_, parts)| parts).sum()) / f(PARTS)
        };
        Sourcing { claims: self.claims, words: self.words, shares: shares(Voice::ALL.map(of), f(self.words)) }
    }

    /// Adds a claim to the sums, or takes it away; an orphan is not counted.
    fn count(&mut self, session: &Session, mark: &Mark, add: impl Fn(&mut usize, usize)) {
        let Some((claim, spans)) = mark.claim().zip(mark.spans()) else { return };
        let text = &session.article.text;
        let words: usize = spans.iter().map(|span| word_count(text.slice(span))).sum();
        add(&mut self.claims, 1);
        add(&mut self.words, words);
        let mut say = |teller, parts| add(self.parts.entry(teller).or_default(), parts);
        match &claim.said_by {
            SaidBy::Open => say(Teller::Open, words * PARTS),
            SaidBy::Nobody => say(Teller::Nobody, words * PARTS),
            SaidBy::Sources(all) => {
                for tie in all {
                    say(Teller::Source(tie.source.clone()), words * PARTS / all.len().max(1));
                }
            }
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
