//! How near two texts are, as the benchmark counts it.

use std::collections::BTreeMap;
use std::fmt;

/// How many tokens stand in a shingle.
const SHINGLE: usize = 4;

/// Shares of what was found and of what was missed; each page weighs the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Score {
    shingles: Shares,
    tokens: Shares,
}

#[derive(Debug, Clone, Copy)]
struct Shares {
    precision: f64,
    recall: f64,
}

impl Score {
    /// Of shingles.
    pub(crate) fn f1(&self) -> f64 {
        self.shingles.f1()
    }
}

impl Shares {
    fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum == 0.0 { 0.0 } else { 2.0 * self.precision * self.recall / sum }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Shares { precision, recall } = self.shingles;
        write!(out, "{:.3}        {precision:.3}      {recall:.3}    {:.3}", self.f1(), self.tokens.f1())
    }
}

/// How near `found` is to what a person marked as the article.
pub(crate) fn score(truth: &str, found: &str) -> Score {
    let (truth, found) = (tokens(truth), tokens(found));
    Score { shingles: shares(&truth, &found, SHINGLE), tokens: shares(&truth, &found, 1) }
}

/// The means of precision and recall; F1 is of the means, as in the benchmark.
pub(crate) fn mean(scores: &[Score]) -> Score {
    let mean = |part: fn(&Score) -> f64| {
        let parts: Vec<f64> = scores.iter().map(part).filter(|part| part.is_finite()).collect();
        parts.iter().sum::<f64>() / parts.len() as f64
    };
    Score {
        shingles: Shares {
            precision: mean(|it| it.shingles.precision),
            recall: mean(|it| it.shingles.recall),
        },
        tokens: Shares { precision: mean(|it| it.tokens.precision), recall: mean(|it| it.tokens.recall) },
    }
}

fn tokens(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|token| !token.is_empty()).collect()
}

fn shares(truth: &[&str], found: &[&str], size: usize) -> Shares {
    let (truth, found) = (counted(truth, size), counted(found, size));
    let total = |counts: &BTreeMap<&[&str], usize>| counts.values().sum::<usize>() as f64;
    let common = |(shingle, count): (&&[&str], &usize)| *count.min(found.get(shingle).unwrap_or(&0));
    let shared = truth.iter().map(common).sum::<usize>() as f64;
    // Nothing was found: of no account for precision, as in the benchmark.
    Shares { precision: shared / total(&found), recall: shared / total(&truth) }
}

fn counted<'a, 'b>(tokens: &'a [&'b str], size: usize) -> BTreeMap<&'a [&'b str], usize> {
    let mut counts = BTreeMap::new();
    let shingles = tokens.windows(size.min(tokens.len()).max(1));
    shingles.for_each(|shingle| *counts.entry(shingle).or_default() += 1);
    counts
}
