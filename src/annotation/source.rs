//! Sources: the voices an article lets speak.

use std::rc::Rc;

use crate::article::Foreign;

/// The name of a source that never changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub Rc<str>);

impl From<&str> for SourceId {
    fn from(id: &str) -> SourceId {
        SourceId(id.into())
    }
}

impl std::fmt::Display for SourceId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A voice in the register: named once per article, however often it is mentioned. An empty string
/// means unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name, for ever.
    pub id: SourceId,
    /// What it is called.
    pub name: String,
    /// What kind of voice it is.
    pub kind: SourceKind,
    /// What it is or does: *county engineer*.
    pub role: String,
    /// The reason the article gives for not naming it.
    pub why_unnamed: String,
    /// What the person wrote about it.
    pub note: String,
    /// Fields of a newer file that this version does not know.
    pub foreign: Foreign,
}

impl Source {
    /// A voice with a name and a kind, and nothing else known.
    #[must_use]
    pub fn new(id: SourceId, name: String, kind: SourceKind) -> Source {
        Source {
            id,
            name,
            kind,
            role: String::new(),
            why_unnamed: String::new(),
            note: String::new(),
            foreign: Foreign::default(),
        }
    }
}

/// What kind of voice a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// *Ilse Varga*.
    NamedPerson,
    /// *one senior official*.
    UnnamedPerson,
    /// *the Harbour Board*.
    Organisation,
    /// *a March inspection report*.
    Document,
    /// None of these, or not to be told from the words alone: *he*.
    Other,
}

impl SourceKind {
    /// All kinds, in the order of the register.
    pub const ALL: [SourceKind; 5] = [
        SourceKind::NamedPerson,
        SourceKind::UnnamedPerson,
        SourceKind::Organisation,
        SourceKind::Document,
        SourceKind::Other,
    ];
}

/// Whether two names are the same voice to the letter: case, white space, a leading article and a
/// possessive do not count.
///
/// ```
/// use sayso::annotation::same_name;
/// assert!(same_name("The Harbour  Board", "Harbour Board’s"));
/// assert!(!same_name("one official", "one senior official"));
/// ```
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (bare(a), bare(b));
    !a.is_empty() && a == b
}

fn bare(name: &str) -> String {
    let mut words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    if words.len() > 1 && words.first().is_some_and(|w| matches!(w.as_str(), "the" | "a" | "an")) {
        words.remove(0);
    }
    let joined = words.join(" ");
    let end = joined.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '\'');
    end.strip_suffix("'s").or_else(|| end.strip_suffix("’s")).unwrap_or(end).to_owned()
}
