//! Which format a file is of, by what it holds.

use super::{Format, Part, link};

/// Recognises files of other programs. `None` if it is none of them.
#[must_use]
pub fn recognise(parts: &[Part]) -> Option<Format> {
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
