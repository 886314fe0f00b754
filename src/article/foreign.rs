//! What a newer file said that this version does not understand.

/// Fields that are carried along unread, so that a file of a newer minor version survives being
/// opened and saved here: each a name and its value as the file wrote it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Foreign(pub Vec<(String, String)>);

impl Foreign {
    /// Whether there is nothing to carry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
