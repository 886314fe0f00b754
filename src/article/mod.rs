//! Promise: whatever a person brings becomes an article of blocks over one text, with a notice for all that was changed.

mod block;
mod details;
mod foreign;
mod grow;
mod inline;
mod keep;
mod plain;
mod step;
mod stretch;
mod whole;

pub use block::{Block, BlockKind};
pub use details::Details;
pub use foreign::Foreign;
pub use grow::{grow, sentence_at, word_at};
pub use inline::{Inline, InlineKind, LinkAddress};
pub use plain::{Notice, Parsed, Refusal, TEXT_LIMIT, check_length, decode, plain};
pub use step::{Unit, Way, step};
pub use stretch::Stretch;
pub use whole::{Article, ArticleId};
