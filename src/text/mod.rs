//! Promise: numbers and stretches of text are never mixed up, out of range, or inside a character.

mod boundary;
mod cleanup;
mod find;
mod index;
mod offset;
mod span;
mod whole;

pub use boundary::{sentence_around, trim, widen_to_graphemes, word_count};
pub use cleanup::{Cleaned, Repair, clean};
pub use find::find;
pub use offset::{ByteOffset, CodePointOffset, Utf16Offset};
pub use span::{Span, Spans};
pub use whole::Text;

#[cfg(test)]
mod tests;

// Property tests run natively only: their generator wants an operating system.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod arbitrary;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod properties;
