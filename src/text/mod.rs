//! Promise: numbers and stretches of text are never mixed up, out of range, or inside a character.

mod boundary;
mod cleanup;
mod find;
mod index;
mod offset;
mod quotes;
mod sentences;
mod snap;
mod span;
mod tokens;
mod whole;
mod words;

pub use boundary::{grapheme_after, grapheme_before, trim, widen_to_graphemes, widen_within, word_count};
pub use cleanup::{Cleaned, Repair, clean};
pub use find::find;
pub use offset::{ByteOffset, CodePointOffset, Utf16Offset};
pub use quotes::{Quotation, nested_quotations, quotations};
pub use sentences::{sentence_around, sentences};
pub use snap::{Quotes, snap};
pub use span::{Span, Spans};
pub use tokens::{is_space, tokens};
pub use whole::Text;
pub use words::{pieces, words};

#[cfg(test)]
mod tests;

// Property tests run natively only: their generator wants an operating system.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod arbitrary;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod properties;
