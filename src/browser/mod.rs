//! Promise: the browser is touched here and nowhere else, and every failure comes out in words.
//!
//! The room knows offsets ([`Utf16Offset`](crate::text::Utf16Offset)) and elements, and nothing of
//! what they mean. Where a call can fail in a way that somebody can act on, it returns a
//! [`BrowserError`]; where nobody can, the failure goes to the console and the page goes on.

mod boxes;
mod caret;
mod clock;
mod dialog;
mod download;
mod drag;
mod error;
mod events;
mod fetched;
mod files;
mod focus;
mod geometry;
mod globals;
mod helped;
mod helper;
mod highlight;
mod hit;
mod ids;
mod island;
mod keys;
mod layout;
mod link;
mod listen;
mod mirror;
mod page;
mod painter;
mod paper;
mod paste;
mod place;
mod pointer;
mod room;
mod route;
mod runs;
mod scroll;
mod selection;
mod sizes;
mod slot;
mod squeeze;
mod storage;
mod tab;
mod timing;
mod web;

pub use web_sys::HtmlElement;

pub use caret::{
    Ends, caret_rect, clear_selection, ends, first_seen, move_by_line, move_to_line_end, place_near,
    runs_right_to_left, set_ends,
};
pub use clock::{clock, day, instant, now, today};
pub use dialog::{close_dialog, show_modal};
pub use download::{download, download_bytes};
pub use drag::{let_down, lift, welcome};
pub use error::BrowserError;
pub use events::{input_value, is_typed, pasted_length};
pub use fetched::Whence;
pub use files::{File, FileError, OpenedFile, pick, read};
pub use focus::{
    by_id, children, focus, focus_by_id, focus_step, is_focused, number_children, parent, stays_within,
};
pub use geometry::{Rect, place, rect_of, rects, show_share, top_of};
pub use helped::{serve, tell_page};
pub use helper::{Heard, Helper};
pub use hit::offset_at;
pub use ids::{new_id, tab_id};
pub use island::Island;
pub use keys::{Key, on_key};
pub use layout::on_resize;
pub use link::follow_link;
pub use listen::{Listener, keep_for_ever};
pub use mirror::Mirror;
pub use page::{on_hide, on_show, set_title, tell_panic, warn_before_leaving};
pub use painter::{Layer, Painter, highlights_supported};
pub use paper::Paper;
pub use paste::{Pasted, on_paste, pasted};
pub use pointer::{Release, hold_pointer, on_files_dropped, on_press, on_release};
pub use room::{Estimate, estimate, persist, persisted};
pub use route::{go, hash, on_route, page_address};
pub use runs::{Runs, expect_heights, on_print, on_runs, run_rects};
pub use scroll::{
    Scrolled, on_scroll, scroll_into_view, scroll_to, scroll_to_share, scrolled, styles_follow_scrolling,
};
pub use selection::{on_selection_change, select, selected, selection_leaves_article};
pub use sizes::{Sizes, is_narrow, on_sizes, place_top, set_flag};
pub use slot::IslandSlot;
pub use squeeze::{deflate, inflate};
pub use storage::{LocalStorage, StorageError, on_storage};
pub use tab::{keep_in_tab, kept_in_tab};
pub use timing::{Timer, after};
pub use web::{
    Handed, MARKED, Shared, bookmarklet, brought_something, copy, receive, replace_route, take_shared,
};
