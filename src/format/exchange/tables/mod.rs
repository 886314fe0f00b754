//! Articles as tables: one row a claim with all that a person wants to see of it, and beside it the tables
//! that make it complete. CSV and XLSX write and read the same tables.

mod back;
mod cell;
mod csv;
mod out;
mod sheet;
mod xlsx;

use super::{Codec, Loss, Part};

pub(super) use back::is_claims;
pub(super) use csv::header as csv_header;

/// RFC 4180 with a byte-order mark, by which spreadsheet programs know UTF-8.
pub(super) const CSV: Codec = Codec {
    media: "text/csv",
    single: false,
    loses: &[],
    write: |documents, on| out::tables(documents, on).iter().map(csv::write).collect(),
    read: Some(|given| back::read(&csv::tables(given)?, given.beside)),
};

/// Office Open XML (ECMA-376), a sheet a table.
pub(super) const XLSX: Codec = Codec {
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    single: false,
    loses: &[Loss::LongTexts],
    write: |documents, on| vec![xlsx::write(&out::tables(documents, on))],
    read: Some(|given| back::read(&xlsx::tables(given)?, given.beside)),
};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    Empty,
    Text(String),
    /// Digits.
    Number(usize),
}

/// A table with the names of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Table {
    /// Its name: that of the sheet, or of the file without its ending.
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// A table of our own, by the names of its columns.
struct Kind {
    name: &'static str,
    columns: &'static [&'static str],
}

const CLAIMS: Kind = Kind {
    name: "claims",
    columns: &[
        "article",
        "title",
        "id",
        "quote",
        "said_by",
        "kind_of_source",
        "cue",
        "form",
        "verdict",
        "evidence",
        "note",
        "tags",
        "fields",
        "attributed",
        "start",
        "end",
        "start_utf16",
        "end_utf16",
        "start_byte",
        "end_byte",
        "creator",
        "created",
        "modified",
        "codebook",
        "former",
        "moved",
        "orphan",
        "more",
    ],
};
/// Columns of claims that only show what other tables say.
const SHOWN: [&str; 11] = [
    "title",
    "quote",
    "said_by",
    "kind_of_source",
    "cue",
    "evidence",
    "start_utf16",
    "end_utf16",
    "start_byte",
    "end_byte",
    "attributed",
];
const SOURCES: Kind = Kind {
    name: "sources",
    columns: &["article", "id", "name", "kind", "role", "why_unnamed", "note", "more"],
};
const MARKS: Kind = Kind {
    name: "marks",
    columns: &[
        "article", "id", "kind", "label", "source", "quote", "note", "tags", "fields", "creator", "created",
        "modified", "codebook", "former", "moved", "orphan", "more",
    ],
};
const SPANS: Kind = Kind {
    name: "spans",
    columns: &[
        "article",
        "mark",
        "start",
        "end",
        "quote",
        "prefix",
        "suffix",
        "start_utf16",
        "end_utf16",
        "start_byte",
        "end_byte",
        "more",
    ],
};
const TIES: Kind =
    Kind { name: "attributions", columns: &["article", "mark", "source", "mention", "cue", "more"] };
const EVIDENCE: Kind =
    Kind { name: "evidence", columns: &["article", "mark", "url", "quote", "note", "accessed", "more"] };
const ARTICLES: Kind = Kind {
    name: "articles",
    columns: &[
        "id",
        "title",
        "byline",
        "publisher",
        "url",
        "published",
        "retrieved",
        "language",
        "follows",
        "sha256",
        "more",
    ],
};
const TEXT: Kind = Kind { name: "text", columns: &["article", "text"] };
const BLOCKS: Kind = Kind { name: "blocks", columns: &["article", "kind", "start", "end", "more"] };
const INLINES: Kind = Kind { name: "inlines", columns: &["article", "kind", "start", "end", "url", "more"] };

/// The longest text that a cell of a spreadsheet holds, in UTF-16 units (Excel: 32,767).
pub(super) const LONGEST: usize = 32_000;

/// Whether a packed file is a workbook.
pub(super) fn is_workbook(parts: &[Part]) -> bool {
    parts.iter().any(|part| part.name == "xl/workbook.xml")
}
