//! Where a mark of a file stands in the text of the file.

use super::Remark;
use super::search::{Found, Search};
use crate::annotation::{Anchor, Drift, Place, describe};
use crate::format::json::{Flaw, Path, Reader};
use crate::format::read::{self, Unplaced};
use crate::text::{Span, Spans, Text};

/// Finds the place of a mark. Offsets count if its words stand there, or if it has no words; else
/// the words are looked for. If one span is nowhere, the whole mark is an orphan. If other words
/// stand there now, it is told which they were.
pub(super) fn place(
    unplaced: &Unplaced<'_>,
    text: &Text,
    path: &Path<'_>,
    reader: &mut Reader,
    search: &mut Search,
) -> Result<(Place, Option<Drift>), Flaw> {
    let anchors = read::anchors(unplaced, path, reader)?;
    if unplaced.orphan {
        // What the file itself calls an orphan stays one, to the letter.
        return Ok((Place::Orphan(anchors), None));
    }
    if anchors.is_empty() {
        reader.tell(path, Remark::NotFound { quote: String::new() })?;
    }
    let list = path.field("spans");
    let mut found = Vec::with_capacity(anchors.len());
    for (index, anchor) in anchors.iter().enumerate() {
        found.push(find(anchor, text, &list.item(index), reader, search)?);
    }
    let Some(spans) = found.iter().copied().collect::<Option<Vec<_>>>().and_then(Spans::new) else {
        return Ok((lost(anchors, &found, text), None));
    };
    let drift = anchors.iter().zip(&found).any(|(anchor, span)| differs(anchor, *span, text)).then(|| {
        let quotes: Vec<&str> = anchors.iter().map(|anchor| anchor.quote.as_str()).collect();
        Drift::Changed(quotes.join(" … "))
    });
    Ok((Place::Placed(spans), drift))
}

/// Whether other words stand at a place than the file has for it.
fn differs(anchor: &Anchor, span: Option<Span>, text: &Text) -> bool {
    !anchor.quote.is_empty() && span.is_some_and(|span| text.slice(span) != anchor.quote)
}

/// A mark that could not be placed keeps what may lead to its place one day.
fn lost(anchors: Vec<Anchor>, found: &[Option<Span>], text: &Text) -> Place {
    let keep = |(anchor, span): (Anchor, &Option<Span>)| span.map_or(anchor, |span| describe(text, span));
    Place::Orphan(anchors.into_iter().zip(found).map(keep).collect())
}

/// Finds one span, and tells if it is not simply where the file says.
fn find(
    anchor: &Anchor,
    text: &Text,
    path: &Path<'_>,
    reader: &mut Reader,
    search: &mut Search,
) -> Result<Option<Span>, Flaw> {
    let at_place = text.span_code_points(anchor.position.clone());
    let fits = |span: &Span| anchor.quote.is_empty() || text.slice(*span) == anchor.quote;
    if let Some(span) = at_place.filter(fits) {
        return Ok(Some(span));
    }
    let quote = anchor.quote.clone();
    let (span, remark) = match search.find(text, anchor) {
        Found::Here(span) => (Some(span), Remark::FoundByWords { quote }),
        Found::Changed(span) => {
            (Some(span), Remark::FoundChanged { quote, now: text.slice(span).to_owned() })
        }
        Found::Nowhere => (None, Remark::NotFound { quote }),
        Found::TooDear => (None, Remark::NotSearched { quote }),
    };
    reader.tell(path, remark)?;
    Ok(span)
}
