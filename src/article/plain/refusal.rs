//! Why a text is not taken.

/// The longest text that is taken, in UTF-16 units: what local storage can hold beside its marks.
pub const TEXT_LIMIT: usize = 2_000_000;

/// Why a text was not taken. Nothing was kept of it, and nothing that was there before is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing to read in it: white space at most.
    Empty,
    /// It is longer than what is taken.
    TooLong {
        /// How long it is, in UTF-16 units.
        length: usize,
        /// How long it may be, in UTF-16 units: [`TEXT_LIMIT`].
        limit: usize,
    },
    /// It is not text, or not in an encoding that says so.
    NotText {
        /// The byte offset of the first byte that cannot be text; in a file full of control bytes,
        /// of the first NUL among them, or of the first of them if there is no NUL.
        at: usize,
    },
}

/// Refuses UTF-8 that is too long, without decoding it.
///
/// # Errors
///
/// [`Refusal::TooLong`] above [`TEXT_LIMIT`].
pub fn check_length(utf8: &[u8]) -> Result<(), Refusal> {
    // No text has more UTF-16 units than bytes.
    if utf8.len() <= TEXT_LIMIT {
        return Ok(());
    }
    let characters = utf8.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    let pairs = utf8.iter().filter(|byte| **byte >= 0xF0).count();
    check_units(characters + pairs)
}

/// Refuses a text of so many UTF-16 units if they are too many.
pub(super) fn check_units(length: usize) -> Result<(), Refusal> {
    if length <= TEXT_LIMIT { Ok(()) } else { Err(Refusal::TooLong { length, limit: TEXT_LIMIT }) }
}
