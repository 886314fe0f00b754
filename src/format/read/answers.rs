//! Reads the answers to extra fields.

use crate::annotation::{Answer, decimal};
use crate::format::json::{Fields, Flaw, Reader};
use crate::format::notice::Remark;

/// Takes the answers of a mark, sorted by the names of their fields. What is neither text nor
/// `true`, `false` or a number of use is told.
pub(super) fn take(mark: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Vec<(String, Answer)>, Flaw> {
    let path = mark.path.field("fields");
    let Some(raw) = mark.take("fields") else { return Ok(Vec::new()) };
    let mut answers = Vec::new();
    for (name, value) in Fields::open(raw, &path, reader)?.foreign(reader)?.0 {
        match answer(&value) {
            Some(answer) => answers.push((name, answer)),
            None if value == "null" => {}
            None => reader.tell(&path, Remark::UnknownField(name))?,
        }
    }
    answers.sort_unstable();
    Ok(answers)
}

/// What a value of JSON answers; `None` if it is neither text nor `true`, `false` or a number of use.
pub(in crate::format) fn answer(value: &str) -> Option<Answer> {
    match value {
        "true" => Some(Answer::YesNo(true)),
        "false" => Some(Answer::YesNo(false)),
        _ if value.starts_with('"') => serde_json::from_str(value).ok().map(Answer::Text),
        _ => decimal(value).map(Answer::Number),
    }
}
