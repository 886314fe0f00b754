//! Which format a file is of, by what it holds.

use super::json::Shape;
use super::{Format, Part, link, w3c};

/// Recognises files of other programs. `None` if it is none of them.
#[must_use]
pub fn recognise(parts: &[Part]) -> Option<Format> {
    let [part] = parts else { return None };
    if link::looks(part) {
        return Some(Format::Link);
    }
    if let Some(shape) = Shape::of(&part.bytes)
        && w3c::looks(part, &shape)
    {
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
