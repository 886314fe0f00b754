//! What stands above or below the text on page after page: running heads, feet, page numbers.

use std::collections::BTreeMap;

use super::rows::Row;

/// The share of a page, above and below, in which such rows stand.
const MARGIN: f64 = 0.12;

/// On one page in this many it has to stand, and on two.
const ONE_IN: usize = 6;

/// Takes them out, and tells how many there were.
pub(super) fn take_out(sheets: &mut [Vec<Row>], heights: &[f64]) -> usize {
    let mut seen: BTreeMap<(bool, String), usize> = BTreeMap::new();
    for (rows, height) in sheets.iter().zip(heights) {
        let mut here: Vec<_> = rows.iter().filter_map(|row| key(row, *height)).collect();
        here.sort();
        here.dedup();
        for key in here {
            *seen.entry(key).or_default() += 1;
        }
    }
    let pages = sheets.len();
    let mut count = 0;
    for (rows, height) in sheets.iter_mut().zip(heights) {
        let before = rows.len();
        rows.retain(|row| match key(row, *height) {
            Some(key) => {
                let times = seen.get(&key).copied().unwrap_or_default();
                let often = times >= 2 && times * ONE_IN >= pages;
                !(often || (!key.0 && is_number(&key.1)))
            }
            None => true,
        });
        count += before - rows.len();
    }
    count
}

/// Whether it stands above, and what it says with all numbers alike; `None` if it is in the text.
fn key(row: &Row, height: f64) -> Option<(bool, String)> {
    let (above, below) = (row.y < MARGIN * height, row.y > (1.0 - MARGIN) * height);
    let mut said = String::new();
    for c in row.text().chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_numeric() { '#' } else { c.to_lowercase().next().unwrap_or(c) };
        if c != '#' || !said.ends_with('#') {
            said.push(c);
        }
    }
    (above || below).then_some((above, said))
}

/// Whether it is a page number, whatever stands around it.
fn is_number(said: &str) -> bool {
    let bare = said.trim_matches(['-', '–', '—', '|', '.', ' ']);
    ["#", "#/#", "page#", "page#of#", "seite#", "#of#", "p.#", "seite#von#"].contains(&bare)
}
