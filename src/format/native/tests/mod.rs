//! Files that are not as they should be, and what becomes of them.

mod left_out;
mod mending;
mod places;
mod refusals;

use super::*;

/// A file with one article, given as the fields of that article.
fn file(article: &str) -> String {
    format!(r#"{{"format":"sayso","version":1,"unit":"code point","articles":[{{{article}}}]}}"#)
}

/// What becomes of a file that is taken.
fn read(json: &str) -> Imported {
    import(json.as_bytes()).unwrap_or_else(|error| panic!("{error:?} in {json}"))
}

/// The one article of a file, and what was remarked on, with the place within the article.
fn article(fields: &str) -> (Document, Vec<(String, Remark)>) {
    let mut imported = read(&file(&format!(r#""id":"x",{fields}"#)));
    let place = |path: String| path.trim_start_matches("articles[0]").trim_start_matches('.').to_owned();
    let remarks = imported.notices.into_iter().map(|notice| (place(notice.path), notice.what));
    (imported.documents.remove(0), remarks.collect())
}
