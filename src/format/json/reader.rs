//! What a reader keeps while it reads.

use super::{Flaw, Path};
use crate::format::notice::{ImportNotice, Remark};

/// The most list items and unknown fields a file may have in all. A few bytes of JSON can ask for
/// hundreds of bytes of memory, so the size of the file alone does not bound it.
pub const ITEM_LIMIT: usize = 1_000_000;

/// The most notices that are listed; what comes after is only counted.
const NOTICE_LIMIT: usize = 1_000;

/// Collects notices, or stops at the first.
///
/// A file may come from anywhere and is read forgivingly; a stored entry was written here, so
/// whatever is odd in it is damage.
#[derive(Debug)]
pub(in crate::format) struct Reader {
    strict: bool,
    items: usize,
    /// What there is to say, in file order.
    pub(in crate::format) notices: Vec<ImportNotice>,
    /// How many more notices there were.
    pub(in crate::format) unlisted: usize,
    /// Whether any offset was read, so that the file's unit matters.
    pub(in crate::format) met_offsets: bool,
}

impl Reader {
    /// A reader that goes on and tells.
    pub(in crate::format) fn forgiving() -> Reader {
        Reader { strict: false, items: 0, notices: Vec::new(), unlisted: 0, met_offsets: false }
    }

    /// A reader that stops at the first thing to remark on.
    pub(in crate::format) fn strict() -> Reader {
        Reader { strict: true, ..Reader::forgiving() }
    }

    /// Remarks on a place.
    pub(in crate::format) fn tell(&mut self, path: &Path<'_>, what: Remark) -> Result<(), Flaw> {
        if self.strict {
            return Err(Flaw::Refused { path: path.to_string() });
        }
        if self.notices.len() < NOTICE_LIMIT {
            self.notices.push(ImportNotice { article: path.article(), path: path.to_string(), what });
        } else {
            self.unlisted += 1;
        }
        Ok(())
    }

    /// Makes sure that so many more items can be held.
    pub(in crate::format) fn count(&mut self, items: usize) -> Result<(), Flaw> {
        self.items = self.items.saturating_add(items);
        if self.items > ITEM_LIMIT { Err(Flaw::TooMany) } else { Ok(()) }
    }
}
