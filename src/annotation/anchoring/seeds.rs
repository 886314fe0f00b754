//! Where a passage may stand: where several of its grams do, in much the same order.
//!
//! A gram that a passage and a text share is a seed; seeds whose place in the text is as far from
//! their place in the passage lie on one diagonal of the table of Sellers, and an insertion moves
//! the rest to a diagonal nearby. This is how BLAST and its kin find likenesses (Altschul and
//! others, *Basic local alignment search tool*, 1990); that seeds rare in the text are worth most,
//! and cost least, is from the minimap family of aligners (Li, 2018).

use std::ops::Range;

use super::grams::{GRAM, Grams, each};

/// Grams are taken from rows of at most so many places: first the rare ones, and more if these do
/// not tell enough.
pub(super) const LIMITS: [usize; 3] = [4, 64, 1024];

/// Seeds that are looked at in one go.
const MOST_SEEDS: usize = 8_000;

/// Stretches that one search hands out.
const MOST_STRETCHES: usize = 64;

/// What is found for one passage.
pub(super) struct Seeds {
    /// Stretches of the text, in bytes, the most promising first.
    pub(super) stretches: Vec<Range<usize>>,
    /// Whether some were left out, or hardly a gram was rare enough to be looked up.
    pub(super) crowded: bool,
}

/// Diagonals of a few seeds that belong together.
struct Bundle {
    votes: usize,
    diagonals: Range<usize>,
}

/// Looks for stretches in which a passage may stand, by grams in rows of at most `limit` places.
pub(super) fn seeds(text: &str, grams: &Grams, passage: &str, limit: usize) -> Seeds {
    let (mut diagonals, mut rows, mut used) = (Vec::new(), 0_usize, 0_usize);
    each(passage, |at, gram| {
        let Some(row) = grams.row(gram) else { return };
        let fits = row.len() <= limit && diagonals.len() + row.len() <= MOST_SEEDS;
        rows += 1;
        used += usize::from(fits);
        let there = row.iter().filter(|_| fits).map(|place| *place as usize);
        let same = there.filter(|place| stands(text, *place, gram));
        // Shifted by the length of the passage, so that none is negative.
        diagonals.extend(same.map(|place| place + passage.len() - at));
    });
    diagonals.sort_unstable();
    let room = 16 + passage.len() / 8;
    let mut bundles = bundle(&diagonals, room);
    bundles.sort_by_key(|bundle| std::cmp::Reverse(bundle.votes));
    let enough = bundles.first().map_or(0, |best| best.votes / 4).max(used / 20).max(2);
    bundles.retain(|bundle| bundle.votes >= enough);
    // A place where all is as it was has a vote of every gram.
    let left_out = bundles.get(MOST_STRETCHES).is_some_and(|bundle| bundle.votes * 2 >= used);
    let crowded = left_out || used < (rows / 8).max(8);
    bundles.truncate(MOST_STRETCHES);
    let stretches = bundles.iter().map(|bundle| bundle.stretch(text, passage.len(), room)).collect();
    Seeds { stretches, crowded }
}

/// Whether a gram truly stands at a place, and does not merely share a row.
fn stands(text: &str, place: usize, gram: u64) -> bool {
    let bytes = text.as_bytes().get(place..).and_then(<[u8]>::first_chunk::<GRAM>);
    bytes.is_some_and(|bytes| u64::from_be_bytes(*bytes) == gram)
}

/// Groups sorted diagonals that lie near each other.
fn bundle(diagonals: &[usize], room: usize) -> Vec<Bundle> {
    let mut bundles: Vec<Bundle> = Vec::new();
    for at in diagonals.iter().copied() {
        match bundles.last_mut() {
            Some(last) if at <= last.diagonals.end + room && at <= last.diagonals.start + 4 * room => {
                last.votes += 1;
                last.diagonals.end = at;
            }
            _ => bundles.push(Bundle { votes: 1, diagonals: at..at }),
        }
    }
    bundles
}

impl Bundle {
    /// The stretch of the text in which a passage of so many bytes stands if it lies on these
    /// diagonals, with some room.
    fn stretch(&self, text: &str, len: usize, room: usize) -> Range<usize> {
        let from = self.diagonals.start.saturating_sub(len + room).min(text.len());
        let to = self.diagonals.end.saturating_add(room).min(text.len());
        text.floor_char_boundary(from)..text.ceil_char_boundary(to)
    }
}
