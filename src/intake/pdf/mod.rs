//! A document as it is printed: words with their places become blocks again.
//!
//! The way of a page: its runs become `rows`, rows that stand on page after page go (`running`), what is
//! left is put in reading order (`columns`) and joined to paragraphs (`paragraphs`), each of which is
//! given its kind (`kinds`).

mod apart;
mod columns;
mod kinds;
mod mend;
mod paragraphs;
mod rows;
mod running;
#[cfg(test)]
mod tests;

use super::caps::{PAGES, RUNS};
use super::{Draft, FileKind, Notice, Unread};
use crate::article::Details;
pub use apart::{Apart, read};
use paragraphs::Setting;
use rows::Row;

/// A page, in points. What has no place is passed over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// Its words, in any order.
    pub runs: Vec<Run>,
}

/// Words that are set in one font, without a break. They run from left to right and lie level.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Where they begin, from the left edge of the page.
    pub x: f64,
    /// Where they stand, from its upper edge.
    pub y: f64,
    /// How long they are.
    pub width: f64,
    /// How large their letters are.
    pub size: f64,
    /// Whether they are in bold.
    pub strong: bool,
    /// Whether they are in italics.
    pub emphasis: bool,
}

/// Makes a draft of the words on pages. What is known of the document beside them goes into `details` first.
///
/// # Errors
///
/// [`Unread::Scan`] if no page has words, [`Unread::TooManyParts`] if there are more pages or words than are
/// taken.
pub fn draft(pages: &[Page], details: Details) -> Result<Draft, Unread> {
    if pages.len() > PAGES {
        return Err(Unread::TooManyParts { limit: PAGES });
    }
    if pages.iter().map(|page| page.runs.len()).sum::<usize>() > RUNS {
        return Err(Unread::TooManyParts { limit: RUNS });
    }
    if pages.is_empty() {
        return Err(Unread::Nothing(FileKind::Pdf));
    }
    let mut sheets: Vec<Vec<Row>> = pages.iter().map(rows::of).collect();
    let empty = sheets.iter().filter(|rows| rows.is_empty()).count();
    if empty == sheets.len() {
        return Err(Unread::Scan { pages: empty });
    }
    let heights: Vec<f64> = pages.iter().map(|page| page.height).collect();
    let running = running::take_out(&mut sheets, &heights);
    let flows: Vec<Vec<Row>> = sheets.into_iter().flat_map(columns::order).collect();
    let setting = Setting::of(&flows);
    let (paragraphs, mended) = paragraphs::join(flows, &setting);
    let blocks = kinds::blocks(paragraphs, &setting);
    Ok(Draft { details, blocks, notices: told(empty, running, mended), ..Draft::default() }.titled())
}

fn told(empty: usize, running: usize, mended: usize) -> Vec<Notice> {
    let notices = [
        (empty, Notice::EmptyPages(empty)),
        (running, Notice::RunningLines(running)),
        (mended, Notice::Mended(mended)),
    ];
    notices.into_iter().filter(|(n, _)| *n > 0).map(|(_, notice)| notice).collect()
}
