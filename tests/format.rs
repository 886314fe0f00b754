//! What leaves as a file comes back, validates, and opens for ever.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

#[path = "format/backup.rs"]
mod backup;
#[path = "format/claim_review.rs"]
mod claim_review;
#[path = "format/codebook.rs"]
mod codebook;
#[path = "format/codes.rs"]
mod codes;
#[path = "format/conll.rs"]
mod conll;
#[path = "format/doccano.rs"]
mod doccano;
#[path = "format/exchange.rs"]
mod exchange;
#[path = "format/generate.rs"]
mod generate;
#[path = "format/golden.rs"]
mod golden;
#[path = "format/hypothesis.rs"]
mod hypothesis;
#[path = "format/judge.rs"]
mod judge;
#[path = "format/label_studio.rs"]
mod label_studio;
#[path = "format/refi.rs"]
mod refi;
#[path = "format/report.rs"]
mod report;
#[path = "format/round_trip.rs"]
mod round_trip;
#[path = "format/schema.rs"]
mod schema;
#[path = "format/shown.rs"]
mod shown;
#[path = "format/table.rs"]
mod table;
#[path = "format/uima.rs"]
mod uima;
#[path = "format/w3c.rs"]
mod w3c;
#[path = "format/webanno.rs"]
mod webanno;
