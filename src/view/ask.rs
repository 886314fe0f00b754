//! What a screen asks of the app: intents of the open session, and what lies around them.

use super::{Dialog, Draft, Panel};
use crate::annotation::{MarkKind, Source};
use crate::article::{ArticleId, Details};
use crate::session::{Direction, Intent};

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Change the open article's session.
    Do(Intent),
    /// Mark what is selected in the article.
    MarkSelection(MarkKind),
    /// Keep what is being typed until it is done.
    Type(Draft),
    /// What was typed is done.
    Typed,
    /// Open a dialog.
    Show(Dialog),
    /// Close the dialog.
    Close,
    /// Close the paste dialog and keep what was typed into it: title and text.
    Shelve(String, String),
    /// Add an article from a title, which may be empty, and a text.
    AddText(String, String),
    /// Let the person choose files.
    PickFiles,
    /// Open the sample.
    OpenSample,
    /// Open the dialog with what is known about an article.
    ShowDetails(ArticleId),
    /// Replace what is known about an article, and close the dialog.
    SaveDetails(ArticleId, Details),
    /// Replace what is known about a voice, and close the dialog.
    SaveSource(Source),
    /// Take an article out of the library.
    Remove(ArticleId),
    /// Put an article back into the library.
    Restore(ArticleId),
    /// Delete an article and all that is said about it, for good.
    Forget(ArticleId),
    /// Save a file.
    Export(Scope),
    /// Save what could not be read, as it is stored.
    DownloadAside,
    /// Write again what is not saved yet.
    SaveAgain,
    /// Take a message away.
    Dismiss(usize),
    /// Show or hide a side panel where there is no room for it beside the article.
    Turn(Panel),
    /// Open the search, or put the cursor into it.
    OpenSearch,
    /// Look for words in the article.
    Search(String),
    /// Go to the next or previous place found.
    SearchStep(Direction),
    /// Close the search and leave the place found selected.
    CloseSearch,
}

/// What an export holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The open article.
    Article,
    /// All articles of the library.
    Library,
}
