//! The place of a write in the order of all writes.

use std::fmt;
use std::rc::Rc;

/// When, by which tab and as which of several something was written. Of two writes of a record
/// the one whose turn is later counts, in every tab alike.
///
/// ```
/// use sayso::format::entry::Turn;
/// let turn = Turn::parse("0000000000005-k3-1").expect("a turn");
/// assert_eq!((turn.time, &*turn.tab, turn.n), (5, "k3", 1));
/// assert_eq!(Turn::parse("5-k3-1"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Turn {
    /// When it was written, in milliseconds since 1970.
    pub time: u64,
    /// The tab that wrote it.
    pub tab: Rc<str>,
    /// Which of the writes of that tab in that millisecond it is, counted from 0.
    pub n: u64,
}

impl Turn {
    /// Reads a turn as it is printed, and in no other way: two keys must never name the same
    /// write, so `+5` and `05` are not read as 5.
    #[must_use]
    pub fn parse(printed: &str) -> Option<Turn> {
        let (time, tab_and_n) = printed.split_once('-')?;
        let (tab, n) = tab_and_n.rsplit_once('-')?;
        let turn = Turn { time: time.parse().ok()?, tab: tab.into(), n: n.parse().ok()? };
        (turn.to_string() == printed).then_some(turn)
    }
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:013}-{}-{}", self.time, self.tab, self.n)
    }
}
