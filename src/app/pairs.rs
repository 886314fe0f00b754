//! Annotations find the text that was opened with them: `harbour.ann` the one of `harbour.txt`.

use crate::article::ArticleId;

/// The texts that were opened since nothing waited, by the names of their files without the ending.
#[derive(Default)]
pub(super) struct Texts(Vec<(String, ArticleId)>);

impl Texts {
    /// Keeps in mind which article a file has become.
    pub(super) fn note(&mut self, file: &str, article: &ArticleId) {
        if let Some((stem, "txt")) = cut(file) {
            self.0.push((stem.to_owned(), article.clone()));
        }
    }

    /// The text that annotations belong to. Several people's have more behind the name of the text.
    pub(super) fn of(&self, file: &str) -> Option<&ArticleId> {
        let (name, _) = cut(file).filter(|_| needs_text(file))?;
        let texts = self.0.iter().filter(|(stem, _)| name.starts_with(stem.as_str()));
        texts.max_by_key(|(stem, _)| stem.len()).map(|(_, article)| article)
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

/// Whether a file holds annotations whose text is another file.
pub(super) fn needs_text(file: &str) -> bool {
    matches!(cut(file), Some((_, "ann")))
}

fn cut(file: &str) -> Option<(&str, &str)> {
    file.rsplit_once('.')
}
