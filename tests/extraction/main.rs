//! How well the article is found in real pages, beside Readability.js: `scripts/extraction FOLDER` runs it.
//!
//! The folder is a checkout of a benchmark: `html/<id>.html.gz`, and `ground-truth.json` with the words of
//! each article; `peer.json` holds what Readability.js found in the same pages.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a measurement ends at the first thing that is wrong, and prints what it found"
)]

mod score;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use sayso::article::BlockKind;
use sayso::intake::{Found, open};
use score::{Score, mean, score};
use serde_json::Value;

/// A page by its name, with its scores: ours and the peer's.
type Row = (String, [Score; 2]);

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder of the benchmark"));
    let truth = bodies(&folder.join("ground-truth.json"), |page| &page["articleBody"]);
    let peer = bodies(&folder.join("peer.json"), |page| page);
    let rows: Vec<Row> = truth
        .iter()
        .map(|(name, body)| {
            let ours = ours(&folder.join("html").join(format!("{name}.html.gz")));
            (name.clone(), [score(body, &ours), score(body, &peer[name])])
        })
        .collect();
    // The rules were written while looking at pages of the first half; the second was only measured.
    let (seen, unseen): (Vec<Row>, Vec<Row>) = rows.iter().cloned().partition(|(name, _)| is_seen(name));
    println!("pages                       shingles F1  precision  recall   tokens F1");
    for (label, rows) in [("all", &rows), ("looked at", &seen), ("held out", &unseen)] {
        for (at, who) in ["Sayso", "Readability.js"].iter().enumerate() {
            let scores: Vec<Score> = rows.iter().map(|(_, scores)| scores[at]).collect();
            println!("{label:<9} {:>3} {who:<15} {}", rows.len(), mean(&scores));
        }
    }
    if let Some(count) = std::env::args().nth(2).and_then(|count| count.parse().ok()) {
        worst(seen, count);
    }
}

/// The pages of the first half where the peer is furthest ahead, and then those that are read worst.
fn worst(mut rows: Vec<Row>, count: usize) {
    let lead = |row: &Row| row.1[0].f1() - row.1[1].f1();
    rows.sort_by(|a, b| lead(a).total_cmp(&lead(b)));
    let behind: Vec<Row> = rows.iter().take(count).cloned().collect();
    rows.sort_by(|a, b| a.1[0].f1().total_cmp(&b.1[0].f1()));
    for (name, [ours, peer]) in behind.iter().chain(rows.iter().take(count)) {
        println!("{name} {ours} | {peer}");
    }
}

/// The half that a page is of: by the first digit of its name, which is a hash.
fn is_seen(name: &str) -> bool {
    name.chars().next().and_then(|digit| digit.to_digit(16)).is_some_and(|digit| digit % 2 == 0)
}

fn bodies(path: &Path, body: fn(&Value) -> &Value) -> BTreeMap<String, String> {
    let pages: BTreeMap<String, Value> = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    pages
        .iter()
        .map(|(name, page)| (name.clone(), body(page).as_str().unwrap_or_default().to_owned()))
        .collect()
}

/// The words that are kept; headline and byline are no part of the body, here as in the benchmark.
fn ours(path: &Path) -> String {
    let mut page = Vec::new();
    GzDecoder::new(fs::File::open(path).unwrap()).read_to_end(&mut page).unwrap();
    let draft = open("page.html", &page).unwrap_or_default();
    let body = |found: &&Found| found.kept && !matches!(found.kind, BlockKind::Title | BlockKind::Byline);
    draft.blocks.iter().filter(body).map(Found::text).collect::<Vec<_>>().join("\n")
}
