//! Which format a file is of, by what it holds.

use super::{Format, Part, brat, link, tables};

/// Recognises files of other programs. `None` if it is none of them.
#[must_use]
pub fn recognise(parts: &[Part]) -> Option<Format> {
    if tables::is_workbook(parts) {
        return Some(Format::Xlsx);
    }
    if parts.iter().any(is_claims) {
        return Some(Format::Csv);
    }
    if brat::looks(parts) {
        return Some(Format::Brat);
    }
    if parts.iter().all(is_w3c) {
        return Some(Format::W3c);
    }
    let [part] = parts else { return None };
    if link::looks(part) {
        return Some(Format::Link);
    }
    let text = std::str::from_utf8(&part.bytes).ok()?;
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let is_object = |line: &str| line.starts_with('{') && line.trim_end().ends_with('}');
    let has = |names: &[&str]| names.iter().all(|name| first.contains(&format!("\"{name}\"")));
    if is_object(first) && has(&["text"]) && (has(&["entities"]) || has(&["label"])) {
        return Some(Format::Doccano);
    }
    None
}

/// Whether a file speaks of annotations as the W3C does.
fn is_w3c(part: &Part) -> bool {
    let Ok(text) = std::str::from_utf8(&part.bytes) else { return false };
    let names_context = text.contains("http://www.w3.org/ns/anno.jsonld");
    let is_list =
        text.starts_with('[') && text.contains("\"TextQuoteSelector\"") && text.contains("\"Annotation\"");
    (names_context && text.trim_start().starts_with(['{', '['])) || is_list
}

/// Whether a file is a table with the columns of claims.
fn is_claims(part: &Part) -> bool {
    let is_csv = part.ending().eq_ignore_ascii_case("csv") || part.ending().is_empty();
    let text = std::str::from_utf8(&part.bytes).ok().filter(|_| is_csv);
    text.is_some_and(|text| tables::is_claims(&tables::csv_header(text)))
}
