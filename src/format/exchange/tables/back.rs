//! Tables become articles.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::{
    ARTICLES, BLOCKS, CLAIMS, EVIDENCE, INLINES, Kind, MARKS, SHOWN, SOURCES, SPANS, TEXT, TIES, Table, cell,
};
use crate::format::exchange::own_file::{self, Fields, bare, raw};
use crate::format::exchange::{Fault, Misread, Read};
use crate::format::native::{Document, ImportNotice, Remark};

/// Whether these are the columns of claims, however many others there are.
pub(in crate::format::exchange) fn is_claims(columns: &[String]) -> bool {
    ["id", "quote", "said_by"].iter().all(|name| columns.iter().any(|column| column == name))
}

/// Reads tables. Claims alone are read onto the article that is open.
pub(super) fn read(tables: &[Table], beside: Option<&Document>) -> Result<Read, Misread> {
    let named = |kind: &Kind| tables.iter().find(|table| table.name == kind.name);
    if named(&ARTICLES).is_none() || named(&SPANS).is_none() {
        let claims = tables.iter().find(|table| is_claims(&table.columns));
        return alone(claims.ok_or_else(|| Misread::whole(Fault::NotThis))?, beside);
    }
    let rows = |kind: &Kind, skip: &[&str]| named(kind).map_or(Ok(Vec::new()), |table| table.objects(skip));
    let mut articles = rows(&ARTICLES, &[])?;
    let shown_offsets = ["start", "end"];
    let mut claims = rows(&CLAIMS, &[&SHOWN[..], &shown_offsets].concat())?;
    let open = attributed(named(&CLAIMS));
    for (claim, attributed) in claims.iter_mut().zip(open) {
        claim.insert("kind".to_owned(), raw("claim"));
        if attributed == "nobody" {
            claim.insert("attributions".to_owned(), raw::<[u8; 0]>(&[]));
        }
    }
    let mut marks = rows(&MARKS, &["quote"])?;
    marks.extend(claims);
    let units = ["start_utf16", "end_utf16", "start_byte", "end_byte"];
    for (kind, list) in [(&SPANS, "spans"), (&TIES, "attributions"), (&EVIDENCE, "evidence")] {
        hang(&mut marks, rows(kind, &units)?, list, &["article", "mark"], &["article", "id"]);
    }
    for mark in &mut marks {
        // A mark always says where it stands, though that may be nowhere.
        mark.entry("spans".to_owned()).or_insert_with(|| raw::<[u8; 0]>(&[]));
    }
    for (kind, list) in [(&SOURCES, "sources"), (&BLOCKS, "blocks"), (&INLINES, "inlines")] {
        hang(&mut articles, rows(kind, &[])?, list, &["article"], &["id"]);
    }
    hang(&mut articles, marks, "marks", &["article"], &["id"]);
    join_texts(&mut articles, rows(&TEXT, &[])?);
    let (documents, notices, unlisted) = own_file::read(&articles, str::to_owned)?;
    Ok(Read { documents, notices, unlisted })
}

/// What the claims say of who said them: open, nobody, or that there are sources.
fn attributed(claims: Option<&Table>) -> Vec<String> {
    let Some(claims) = claims else { return Vec::new() };
    let at = claims.columns.iter().position(|column| column == "attributed");
    let word = |row: &Vec<super::Cell>| match at.and_then(|at| row.get(at)) {
        Some(super::Cell::Text(word)) => word.clone(),
        _ => String::new(),
    };
    claims.rows.iter().map(word).collect()
}

/// Hangs rows under those that they belong to, as a list: by what stands in the columns `keys` of the ones
/// and `names` of the others. The keys go.
fn hang(onto: &mut [Fields], rows: Vec<Fields>, list: &str, keys: &[&str], names: &[&str]) {
    let key = |fields: &Fields, names: &[&str]| -> Vec<String> {
        names
            .iter()
            .map(|name| fields.get(*name).map(|raw| raw.get().to_owned()).unwrap_or_default())
            .collect()
    };
    let mut lists: BTreeMap<Vec<String>, Vec<Fields>> = BTreeMap::new();
    for mut row in rows {
        let key = key(&row, keys);
        keys.iter().for_each(|name| drop(row.remove(*name)));
        lists.entry(key).or_default().push(row);
    }
    for fields in onto {
        if let Some(rows) = lists.remove(&key(fields, names)) {
            fields.insert(list.to_owned(), raw(&rows));
        }
    }
}

/// Puts the pieces of each text together.
fn join_texts(articles: &mut [Fields], pieces: Vec<Fields>) {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let string =
        |raw: Option<&Box<RawValue>>| raw.and_then(|raw| serde_json::from_str::<String>(raw.get()).ok());
    for piece in pieces {
        let text = string(piece.get("text")).unwrap_or_default();
        texts.entry(string(piece.get("article")).unwrap_or_default()).or_default().push_str(&text);
    }
    for article in articles {
        let text = texts.remove(&string(article.get("id")).unwrap_or_default());
        article.insert("text".to_owned(), raw(&text.unwrap_or_default()));
    }
}

/// Claims without the tables that make them complete: by their words, and their sources by name.
fn alone(claims: &Table, beside: Option<&Document>) -> Result<Read, Misread> {
    let mut article = bare(beside)?;
    let mut sources: Vec<String> = Vec::new();
    let mut marks = Vec::new();
    let said = claims.objects(&[])?;
    let known = |column: &&String| !CLAIMS.columns.contains(&column.as_str());
    let left = claims.columns.iter().filter(known).map(|column| ImportNotice {
        article: None,
        path: claims.name.clone(),
        what: Remark::LeftOut(column.clone()),
    });
    let mut notices: Vec<ImportNotice> = left.collect();
    for mut claim in said {
        let text = |claim: &Fields, name: &str| -> Option<String> {
            serde_json::from_str(claim.get(name)?.get()).ok()
        };
        let names = text(&claim, "said_by").map(|names| cell::split(&names)).unwrap_or_default();
        let mut ties = Vec::new();
        for name in names.into_iter().map(|name| name.trim().to_owned()) {
            let at = sources.iter().position(|source| *source == name).unwrap_or_else(|| {
                sources.push(name);
                sources.len() - 1
            });
            ties.push(Fields::from([("source".to_owned(), raw(&format!("s{}", at + 1)))]));
        }
        let nobody = text(&claim, "attributed").as_deref() == Some("nobody");
        let spans = spans(&claim);
        claim.retain(|name, _| {
            !SHOWN.contains(&name.as_str()) && !["article", "start", "end"].contains(&name.as_str())
        });
        claim.retain(|name, _| CLAIMS.columns.contains(&name.as_str()));
        if nobody || !ties.is_empty() {
            claim.insert("attributions".to_owned(), raw(&ties));
        }
        claim.insert("kind".to_owned(), raw("claim"));
        claim.insert("spans".to_owned(), raw(&spans));
        marks.push(claim);
    }
    let source = |(nth, name): (usize, &String)| {
        let id = raw(&format!("s{}", nth + 1));
        Fields::from([
            ("id".to_owned(), id),
            ("name".to_owned(), raw(name)),
            ("kind".to_owned(), raw("other")),
        ])
    };
    article.insert("sources".to_owned(), raw(&sources.iter().enumerate().map(source).collect::<Vec<_>>()));
    article.insert("marks".to_owned(), raw(&marks));
    let (documents, told, unlisted) = own_file::read(&[article], str::to_owned)?;
    notices.extend(told);
    Ok(Read { documents, notices, unlisted })
}

/// Where a claim stands that has no spans of its own: its words, piece by piece, from where it starts.
fn spans(claim: &Fields) -> Vec<Fields> {
    let quote: String =
        claim.get("quote").and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default();
    let pieces: Vec<&str> = quote.split(" … ").collect();
    let span = |(nth, piece): (usize, &&str)| {
        let mut span = Fields::from([("quote".to_owned(), raw(piece))]);
        if let (0, Some(start), Some(end)) = (nth, claim.get("start"), claim.get("end")) {
            span.insert("start".to_owned(), start.clone());
            span.insert("end".to_owned(), end.clone());
        }
        span
    };
    pieces.iter().enumerate().map(span).collect()
}
