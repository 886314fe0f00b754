//! The keys of what is kept beside the articles.

use std::fmt;

use super::Layout;
use crate::format::entry::Turn;

/// What is kept beside the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// How a person likes to work.
    Settings,
    /// What marks mean.
    Codebook,
    /// A copy of everything was downloaded.
    Backup,
    /// A person was asked whether the browser should keep everything, and said not now.
    Asked,
    /// A person was reminded to download a copy, and put the reminder away.
    Reminded,
}

impl Thing {
    /// All of them.
    pub const ALL: [Thing; 5] =
        [Thing::Settings, Thing::Codebook, Thing::Backup, Thing::Asked, Thing::Reminded];

    fn word(self) -> &'static str {
        match self {
            Thing::Settings => "settings.",
            Thing::Codebook => "codebook.",
            Thing::Backup => "backup.",
            Thing::Asked => "asked.",
            Thing::Reminded => "reminded.",
        }
    }

    /// The version in which it was first kept.
    fn since(self) -> Layout {
        match self {
            Thing::Settings | Thing::Codebook => Layout::One,
            Thing::Backup | Thing::Asked | Thing::Reminded => Layout::Two,
        }
    }
}

/// The key of something kept beside the articles; the greatest of a thing is the one that counts.
/// Entries have a slash after their article, whatever it is called, and these keys have none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptKey {
    /// What it is.
    pub thing: Thing,
    /// When it was kept.
    pub turn: Turn,
    /// The version that kept it.
    pub layout: Layout,
}

impl KeptKey {
    pub(super) fn parse(layout: Layout, rest: &str) -> Option<KeptKey> {
        let mut things = Thing::ALL.into_iter();
        let thing = things.find(|thing| layout >= thing.since() && rest.starts_with(thing.word()))?;
        let name = rest.strip_prefix(thing.word()).filter(|name| !name.contains('/'))?;
        Some(KeptKey { thing, turn: Turn::parse(name)?, layout })
    }
}

impl fmt::Display for KeptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.layout.prefix(), self.thing.word(), self.turn)
    }
}
