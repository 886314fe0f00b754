//! What is known about an article beside its text.

use super::{ArticleId, Foreign};

/// What a library card says of an article. An empty string means unknown; nothing is invented.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    /// The name it goes by in the library. It starts as the headline and can be changed; the
    /// headline in the text stays.
    pub title: String,
    /// Who wrote it.
    pub byline: String,
    /// Who published it.
    pub publisher: String,
    /// Where it was published.
    pub url: String,
    /// When it was published, as the file that brought it says.
    pub published: String,
    /// When it was taken from there.
    pub retrieved: String,
    /// The language of the text, as a BCP 47 tag.
    pub language: String,
    /// The article that this one is a new version of.
    pub follows: Option<ArticleId>,
    /// Fields of a newer file that this version does not know.
    pub foreign: Foreign,
}
