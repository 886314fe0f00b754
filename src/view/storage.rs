//! What the dialog *Storage* shows, as a value.

use crate::article::ArticleId;

/// Room, copies and articles by size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StorageView {
    /// Room that is used, in UTF-16 units.
    pub used: usize,
    /// The room there is.
    pub room: usize,
    /// What articles take, the largest first.
    pub held: Vec<Held>,
    /// What everything else takes, in UTF-16 units.
    pub rest: usize,
    /// Whether the browser keeps it when its disk is full.
    pub lasting: Lasting,
    /// The day of the last copy outside the browser.
    pub copied: Option<String>,
    /// Whether room is being made at this moment.
    pub packing: bool,
    /// The article that was saved to a file of that name and waits to be deleted here.
    pub moving: Option<(ArticleId, String)>,
    /// What came of the last thing that was asked for here.
    pub done: Option<String>,
}

/// An article with the room it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its name in the store.
    pub id: ArticleId,
    /// What it goes by.
    pub title: String,
    /// Whether it was taken out of the library.
    pub removed: bool,
    /// What it takes with its text, in UTF-16 units.
    pub units: usize,
}

/// Whether the browser keeps what is stored when its disk is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lasting {
    /// It does not say.
    #[default]
    Unknown,
    /// It does.
    Kept,
    /// It may clear it, and can be asked not to.
    MayGo,
    /// It was asked, and did not agree.
    Refused,
}

/// How full the room is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// There is room.
    Calm,
    /// From four fifths on.
    Short,
    /// Almost nothing more fits.
    Full,
}

impl StorageView {
    /// How full the room is.
    #[must_use]
    pub fn fill(&self) -> Fill {
        match self.used.saturating_mul(100) / self.room.max(1) {
            0..80 => Fill::Calm,
            80..99 => Fill::Short,
            _ => Fill::Full,
        }
    }
}

/// What is asked about what is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Care {
    /// Open the dialog *Storage*.
    Open,
    /// Pack older steps.
    MakeRoom,
    /// Save an article to a file, to be deleted here once the file is there.
    MoveToFile(ArticleId),
    /// The file is there.
    Moved(ArticleId),
    /// The article that was saved to a file stays here too.
    StayHere,
    /// Ask the browser to keep what is stored.
    Persist,
    /// Do not ask for now.
    NotNow,
    /// Save everything that is stored to a file.
    Backup,
    /// Let the person choose a backup, and restore it.
    PickBackup,
    /// Save one thing that could not be read, as it is stored.
    DownloadOne(String),
    /// Try again to read what could not be read.
    ReadAgain,
}
