//! Where in a file something stands.

use std::fmt;

/// A place in a file, such as `articles[3].marks[0].note`. It is built on the stack while reading
/// and becomes a string only when there is something to say.
#[derive(Debug, Clone, Copy)]
pub(in crate::format) enum Path<'p> {
    /// The whole file.
    Root,
    /// A field of an object.
    Field(&'p Path<'p>, &'p str),
    /// An item of a list, counted from 0.
    Item(&'p Path<'p>, usize),
}

impl<'p> Path<'p> {
    pub(in crate::format) fn field(&'p self, name: &'p str) -> Path<'p> {
        Path::Field(self, name)
    }

    pub(in crate::format) fn item(&'p self, index: usize) -> Path<'p> {
        Path::Item(self, index)
    }

    /// The number of the article it lies in, counted from 0.
    pub(in crate::format) fn article(&self) -> Option<usize> {
        match self {
            Path::Item(Path::Field(Path::Root, "articles"), index) => Some(*index),
            Path::Item(parent, _) | Path::Field(parent, _) => parent.article(),
            Path::Root => None,
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Field(Path::Root, name) => f.write_str(name),
            Path::Field(parent, name) => write!(f, "{parent}.{name}"),
            Path::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn a_place_reads_as_in_jq() {
        let (articles, root) = (Path::Root.field("articles"), Path::Root);
        let article = articles.item(3);
        let marks = article.field("marks");
        assert_eq!(marks.item(0).field("note").to_string(), "articles[3].marks[0].note");
        assert_eq!(marks.article(), Some(3));
        assert_eq!((root.to_string().as_str(), root.article()), ("", None));
    }
}
