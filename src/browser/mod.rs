//! Promise: the browser is touched here and nowhere else, and every failure comes out in words.
//!
//! The room knows offsets ([`Utf16Offset`](crate::text::Utf16Offset)) and elements, and nothing of
//! what they mean. Where a call can fail in a way that somebody can act on, it returns a
//! [`BrowserError`]; where nobody can, the failure goes to the console and the page goes on.

mod boxes;
mod clock;
mod dialog;
mod download;
mod error;
mod events;
mod files;
mod focus;
mod geometry;
mod globals;
mod highlight;
mod hit;
mod ids;
mod island;
mod keys;
mod layout;
mod listen;
mod page;
mod painter;
mod place;
mod pointer;
mod route;
mod scroll;
mod selection;
mod slot;
mod storage;
mod timing;

pub use web_sys::HtmlElement;

pub use clock::{day, now};
pub use dialog::{close_dialog, show_modal};
pub use download::download;
pub use error::BrowserError;
pub use events::{input_value, pasted_length};
pub use files::{File, FileError, OpenedFile, pick, read};
pub use focus::{by_id, focus, focus_by_id, focus_step, stays_within};
pub use geometry::{Rect, place, rect_of, rects};
pub use hit::offset_at;
pub use ids::{new_id, tab_id};
pub use island::Island;
pub use keys::{Key, on_key};
pub use layout::on_resize;
pub use listen::{Listener, keep_for_ever};
pub use page::{on_hide, on_panic, set_title, warn_before_leaving};
pub use painter::{Layer, Painter, highlights_supported};
pub use pointer::{on_files_dropped, on_press};
pub use route::{go, hash, on_route};
pub use scroll::{scroll_into_view, scroll_to};
pub use selection::{on_selection_change, select, selected};
pub use slot::IslandSlot;
pub use storage::{LocalStorage, StorageError, on_storage};
pub use timing::{Timer, after};
