//! Which format a file is of, by what it holds.

use super::json::Shape;
use super::{Format, Part, brat, conll, hypothesis, label_studio, link, refi, tables, uima, w3c, webanno};

/// Recognises files of other programs. `None` if it is none of them.
#[must_use]
pub fn recognise(parts: &[Part]) -> Option<Format> {
    if tables::is_workbook(parts) {
        return Some(Format::Xlsx);
    }
    if refi::looks(parts) {
        return Some(Format::Refi);
    }
    if webanno::looks(parts) {
        return Some(Format::WebAnno);
    }
    if parts.iter().any(is_claims) {
        return Some(Format::Csv);
    }
    if brat::looks(parts) {
        return Some(Format::Brat);
    }
    if conll::looks(parts) {
        return Some(Format::Conll);
    }
    let shapes: Vec<Shape> = parts.iter().filter_map(|part| Shape::of(&part.bytes)).collect();
    if !shapes.is_empty() && shapes.len() == parts.len() && shapes.iter().all(hypothesis::looks) {
        return Some(Format::Hypothesis);
    }
    if !shapes.is_empty() && shapes.len() == parts.len() && shapes.iter().all(uima::looks) {
        return Some(Format::UimaCas);
    }
    // Its configuration lies beside the tasks.
    if shapes.iter().any(label_studio::looks) {
        return Some(Format::LabelStudio);
    }
    let [part] = parts else { return None };
    if link::looks(part) {
        return Some(Format::Link);
    }
    if shapes.first().is_some_and(|shape| w3c::looks(part, shape)) {
        return Some(Format::W3c);
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

/// Whether a file is a table with the columns of claims.
fn is_claims(part: &Part) -> bool {
    let is_csv = part.ending().eq_ignore_ascii_case("csv") || part.ending().is_empty();
    let text = std::str::from_utf8(&part.bytes).ok().filter(|_| is_csv);
    text.is_some_and(|text| tables::is_claims(&tables::csv_header(text)))
}
