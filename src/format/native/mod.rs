//! The file people get: the published JSON of `docs/format.md`, version 1.

mod article;
mod blocks;
mod error;
mod export;
mod ids;
mod import;
mod inlines;
mod marks;
mod place;
mod references;
pub(super) mod search;
mod shared;
#[cfg(test)]
mod tests;
pub(in crate::format) mod time;
mod work;

use std::rc::Rc;

use crate::annotation::{Mark, MarkSet, Source};
use crate::article::{Article, ArticleId, Details};

pub use super::json::{Expected, ITEM_LIMIT};
pub use super::notice::{ImportNotice, Reference, Remark};
pub(super) use blocks::by_lines;
pub use error::{Fault, ImportError, SIZE_LIMIT};
pub use export::{export, export_without_text};
pub(super) use import::json;
pub use import::{Imported, import, import_beside, looks_native};
pub(super) use shared::{article_alone, distinct, without_marks};

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// The unit of every offset in the file.
const UNIT: &str = "code point";

/// One article with all that was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its name, for ever.
    pub id: ArticleId,
    /// What is read.
    pub article: Article,
    /// What is known about it.
    pub details: Details,
    /// The register, in its order.
    pub sources: Vec<Rc<Source>>,
    /// The marks, in reading order.
    pub marks: Vec<Rc<Mark>>,
}

impl Document {
    /// The same with its marks in reading order, as a session has them.
    #[must_use]
    pub fn arranged(mut self) -> Document {
        let set: MarkSet = self.marks.drain(..).collect();
        self.marks = set.iter().cloned().collect();
        self
    }
}
