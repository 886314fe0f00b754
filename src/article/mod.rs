//! Promise: whatever a person brings becomes an article of blocks over one text, with a notice for all that was changed.

mod block;
mod details;
mod foreign;
mod plain;
mod whole;

pub use block::{Block, BlockKind};
pub use details::Details;
pub use foreign::Foreign;
pub use plain::{Notice, Parsed, Refusal, TEXT_LIMIT, decode, plain};
pub use whole::{Article, ArticleId};
