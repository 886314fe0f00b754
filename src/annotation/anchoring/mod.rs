//! Finds anchors again in a text that has been changed.
//!
//! Words that stand where they stood are found at once. For all others the text is indexed once by
//! its grams (`grams`); those of a passage that are rare in the text tell where it may be
//! (`seeds`); there it is aligned with the text, bit-parallel (`pattern`, `columns`, `align`); and
//! all these places are weighed by quote, surroundings and position (`weigh`). The answer is a
//! place only if it leads clearly (a wrong place is worse than an orphan), or if other marks of the
//! same article tell which of several like places it is (`marks`, `neighbours`).

mod align;
mod columns;
mod edges;
mod finder;
mod grams;
mod marks;
mod neighbours;
mod order;
mod passage;
mod pattern;
mod seeds;
mod weigh;

pub use finder::{Finder, Found};
pub use marks::{Anchoring, Outcome, anchors};

#[cfg(test)]
mod tests;
