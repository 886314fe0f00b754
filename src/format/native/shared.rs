//! Parts of the file that files of other programs carry along, where those have no place for them.

use serde_json::value::RawValue;

use super::work::Work;
use super::{Document, article, export, ids};
use crate::annotation::{Mark, Source};
use crate::format::json::{Flaw, Path, Reader};
use crate::text::Text;

/// An article as the file has it, but for its marks.
pub(in crate::format) fn without_marks(document: &Document, with_text: bool) -> impl serde::Serialize {
    export::alone(document, with_text)
}

/// Reads such an article; one without a text is read beside a text, which has to be its own.
pub(in crate::format) fn article_alone(
    raw: &RawValue,
    path: &Path<'_>,
    reader: &mut Reader,
    beside: Option<&Text>,
) -> Result<Document, Flaw> {
    article::document(raw, path, reader, &mut Work::new(raw.get().len(), beside, &mut |_| {}))
}

/// Gives every source and every mark a name of its own, as where a file is opened: of those of one name the
/// first keeps it, and those without are called by their number.
pub(in crate::format) fn distinct(sources: &mut [Source], marks: &mut [Mark]) {
    let mut reader = Reader::forgiving();
    // A forgiving reader goes on whatever is told.
    let _told = ids::settle(sources, 's', &Path::Root, &mut reader);
    let _told = ids::settle(marks, 'm', &Path::Root, &mut reader);
}
