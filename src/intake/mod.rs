//! Promise: whatever holds an article (a page, a file, what was copied) becomes a draft to be looked at, with a notice for all that was changed.
//!
//! A reader takes bytes or text and gives [`Draft`]s; it is pure, never panics, and its work is bounded
//! whatever it is given. A person looks at the draft, and [`Draft::parsed`] makes the article of it.

mod archive;
mod book;
mod caps;
mod captions;
mod draft;
mod encoding;
mod headline;
mod html;
mod kind;
mod line;
mod mail;
mod markdown;
mod odt;
mod open;
pub mod pdf;
mod piece;
mod unread;
mod word;
pub mod xml;

pub use caps::{FILE_LIMIT, PAGES};
pub use draft::{Draft, Found, Notice, Piece};
pub use kind::{FileKind, OtherKind};
pub use open::{open, open_page, open_paper, open_piece};
pub use piece::has_structure;
pub use unread::Unread;
