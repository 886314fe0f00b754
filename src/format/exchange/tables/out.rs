//! Articles become tables.

use std::collections::BTreeMap;

use super::{
    ARTICLES, BLOCKS, CLAIMS, Cell, EVIDENCE, INLINES, Kind, LONGEST, MARKS, SOURCES, SPANS, TEXT, TIES,
    Table, cell,
};
use crate::annotation::{Claim, Mark, MarkId, SaidBy, Source, SourceId};
use crate::format::exchange::Occasion;
use crate::format::exchange::own_file::{self, Fields, raw, take_list};
use crate::format::native::Document;
use crate::format::word::Word as _;
use crate::text::Text;

/// The tables of articles, those first that people look at.
pub(super) fn tables(documents: &[Document], on: &Occasion<'_>) -> Vec<Table> {
    let mut tables = Tables::default();
    for (fields, document) in own_file::articles(documents, on).into_iter().zip(documents) {
        tables.add(fields, document);
    }
    let kinds = [CLAIMS, SOURCES, MARKS, TIES, EVIDENCE, SPANS, ARTICLES, TEXT, BLOCKS, INLINES];
    kinds.iter().map(|kind| tables.table(kind)).collect()
}

#[derive(Default)]
struct Tables(BTreeMap<&'static str, Vec<Vec<Cell>>>);

impl Tables {
    fn table(&mut self, kind: &Kind) -> Table {
        Table {
            name: kind.name.to_owned(),
            columns: kind.columns.iter().map(|column| (*column).to_owned()).collect(),
            rows: self.0.remove(kind.name).unwrap_or_default(),
        }
    }

    /// Adds a row of what an object holds; what has no column stands in the last as JSON.
    fn row(&mut self, kind: &Kind, mut fields: Fields) {
        let mut row: Vec<Cell> = kind
            .columns
            .iter()
            .map(|column| fields.remove(*column).map_or(Cell::Empty, |value| cell::of(&value)))
            .collect();
        if let (Some(more), false) =
            (row.last_mut().filter(|_| kind.columns.last() == Some(&"more")), fields.is_empty())
        {
            *more = Cell::Text(raw(&fields).get().to_owned());
        }
        self.0.entry(kind.name).or_default().push(row);
    }

    fn add(&mut self, mut fields: Fields, document: &Document) {
        let article = raw(&*document.id.0);
        let within = |mut fields: Fields| {
            fields.insert("article".to_owned(), article.clone());
            fields
        };
        for (kind, list) in [(&SOURCES, "sources"), (&BLOCKS, "blocks"), (&INLINES, "inlines")] {
            for each in take_list(&mut fields, list) {
                self.row(kind, within(each));
            }
        }
        for (each, mark) in take_list(&mut fields, "marks").into_iter().zip(&document.marks) {
            self.mark(within(each), mark, document);
        }
        fields.remove("text");
        for piece in pieces(document.article.text.as_str()) {
            self.row(&TEXT, within(Fields::from([("text".to_owned(), raw(piece))])));
        }
        self.row(&ARTICLES, fields);
    }

    fn mark(&mut self, mut fields: Fields, mark: &Mark, document: &Document) {
        let keys = ["article", "id"].map(|name| fields.get(name).cloned());
        let of_mark = |mut fields: Fields| {
            let [article, id] = keys.clone();
            fields.extend(article.map(|article| ("article".to_owned(), article)));
            fields.extend(id.map(|id| ("mark".to_owned(), id)));
            fields
        };
        let quote = mark.quote(&document.article.text);
        for (nth, each) in take_list(&mut fields, "spans").into_iter().enumerate() {
            self.row(&SPANS, in_other_units(of_mark(each), mark, nth, &document.article.text));
        }
        for (kind, list) in [(&TIES, "attributions"), (&EVIDENCE, "evidence")] {
            for each in take_list(&mut fields, list) {
                self.row(kind, of_mark(each));
            }
        }
        fields.insert("quote".to_owned(), raw(shortened(&quote)));
        match mark.claim() {
            Some(claim) => {
                fields.remove("kind");
                show(&mut fields, claim, mark, document);
                self.row(&CLAIMS, fields);
            }
            None => self.row(&MARKS, fields),
        }
    }
}

/// Adds to a span what its offsets are in other units. The words of a placed one are only shown.
fn in_other_units(mut fields: Fields, mark: &Mark, nth: usize, text: &Text) -> Fields {
    if let Some(span) = mark.spans().and_then(|spans| spans.iter().nth(nth)) {
        let utf16 = text.utf16(span);
        for (name, number) in [
            ("start_utf16", utf16.start.0),
            ("end_utf16", utf16.end.0),
            ("start_byte", span.start().0),
            ("end_byte", span.end().0),
        ] {
            fields.insert(name.to_owned(), raw(&number));
        }
        fields.insert("quote".to_owned(), raw(shortened(text.slice(span))));
    }
    fields
}

/// Adds to a claim what a person wants to see in one row.
fn show(fields: &mut Fields, claim: &Claim, mark: &Mark, document: &Document) {
    let sources: BTreeMap<&SourceId, &Source> =
        document.sources.iter().map(|source| (&source.id, &**source)).collect();
    let marks: BTreeMap<&MarkId, &Mark> = document.marks.iter().map(|mark| (&mark.id, &**mark)).collect();
    let ties = claim.said_by.attributions();
    let said: Vec<&Source> = ties.iter().filter_map(|tie| sources.get(&tie.source).copied()).collect();
    let cues = ties.iter().filter_map(|tie| marks.get(tie.cue.as_ref()?));
    let text = &document.article.text;
    let list = |texts: Vec<String>| raw(&texts);
    let attributed = match claim.said_by {
        SaidBy::Open => "open",
        SaidBy::Nobody => "nobody",
        SaidBy::Sources(_) => "sources",
    };
    let shown = [
        ("title", raw(&document.details.title)),
        ("said_by", list(said.iter().map(|source| source.name.clone()).collect())),
        ("kind_of_source", list(said.iter().map(|source| source.kind.word().to_owned()).collect())),
        ("cue", list(cues.map(|cue| cue.quote(text)).collect())),
        ("evidence", list(claim.evidence.iter().map(|one| one.url.clone()).collect())),
        ("attributed", raw(attributed)),
    ];
    fields.extend(shown.map(|(name, value)| (name.to_owned(), value)));
    if let Some(spans) = mark.spans() {
        let hull = spans.hull();
        let (points, utf16) = (text.code_points(hull), text.utf16(hull));
        let offsets = [
            ("start", points.start.0),
            ("end", points.end.0),
            ("start_utf16", utf16.start.0),
            ("end_utf16", utf16.end.0),
            ("start_byte", hull.start().0),
            ("end_byte", hull.end().0),
        ];
        fields.extend(offsets.map(|(name, number)| (name.to_owned(), raw(&number))));
    }
}

/// A text in pieces that fit a cell.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let piece = shortened(rest);
        rest = rest.get(piece.len()..).unwrap_or_default();
        pieces.push(piece);
    }
    pieces
}

/// As much of a text as fits a cell.
fn shortened(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}
