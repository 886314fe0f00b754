//! Our own file as objects whose values stay as they were written: other formats are made of it, and what
//! they hold is put together as such a file and read like any other.

use std::collections::BTreeMap;

use serde_json::value::{RawValue, to_raw_value};

use super::{At, Fault, Misread, Occasion};
use crate::format::native::{self, Document, ImportError, ImportNotice};

/// An object whose values stay as they were written.
pub(super) type Fields = BTreeMap<String, Box<RawValue>>;

/// JSON of strings, numbers and lists.
#[expect(clippy::expect_used, reason = "strings, numbers and lists under string keys cannot fail")]
pub(super) fn raw<T: serde::Serialize + ?Sized>(value: &T) -> Box<RawValue> {
    to_raw_value(value).expect("strings, numbers and lists are JSON")
}

/// Takes a list of objects out of an object; none if there is no such list.
pub(super) fn take_list(fields: &mut Fields, name: &str) -> Vec<Fields> {
    fields.remove(name).and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default()
}

/// The articles as our own file has them.
pub(super) fn articles(documents: &[Document], on: &Occasion<'_>) -> Vec<Fields> {
    let own = native::export(documents, on.exported, on.generator);
    let mut file: Fields = serde_json::from_str(&own).unwrap_or_default();
    take_list(&mut file, "articles")
}

/// The article that is open, without what was said about it, for marks that bring no text.
pub(super) fn bare(beside: Option<&Document>) -> Result<Fields, Misread> {
    let none = || Misread::whole(Fault::NoText);
    let beside = Document { marks: Vec::new(), sources: Vec::new(), ..beside.ok_or_else(none)?.clone() };
    let occasion = Occasion { exported: Default::default(), generator: "" };
    articles(&[beside], &occasion).pop().ok_or_else(none)
}

/// Reads articles that were put together. `place` says where in the file it was that something stood, by the
/// place in our own.
pub(super) fn read(
    articles: &[Fields],
    place: impl Fn(&str) -> String,
) -> Result<(Vec<Document>, Vec<ImportNotice>, usize), Misread> {
    let head = [
        ("format", raw("sayso")),
        ("version", raw(&1)),
        ("unit", raw("code point")),
        ("articles", raw(articles)),
    ];
    let file: Fields = head.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let read = native::import(raw(&file).get().as_bytes()).map_err(|error| misread(&error, &place))?;
    let mended = |notice: ImportNotice| ImportNotice { path: place(&notice.path), ..notice };
    let notices = read.notices.into_iter().map(mended).collect();
    Ok((read.documents.into_iter().map(Document::arranged).collect(), notices, read.unlisted))
}

fn misread(error: &ImportError, place: impl Fn(&str) -> String) -> Misread {
    let at = |path: &str, fault| Misread { at: At::Path(place(path)), fault };
    match error {
        ImportError::TooLarge { limit, .. } => Misread::whole(Fault::TooLarge(*limit)),
        ImportError::TooMany { limit } => Misread::whole(Fault::TooMany(*limit)),
        ImportError::TooLong { path, length, .. } => at(path, Fault::TooLong(*length)),
        ImportError::Missing { path } => {
            at(path, Fault::Missing(path.rsplit('.').next().unwrap_or_default().to_owned()))
        }
        ImportError::WrongType { path, expected } => at(path, Fault::Wrong(*expected)),
        ImportError::NoText { .. } => Misread::whole(Fault::NoText),
        _ => Misread::whole(Fault::NotThis),
    }
}
