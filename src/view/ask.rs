//! What a screen asks of the app: intents of the open session, and what lies around them.

use std::rc::Rc;

use super::{Care, Dialog, Draft, Look, Move, Other, Outgoing, Panel};
use crate::annotation::{MarkId, MarkKind, Source};
use crate::article::{ArticleId, Details, Unit, Way};
use crate::codebook::{Codebook, Edit};
use crate::intake;
use crate::session::{Direction, Edge, Filter, Intent};
use crate::settings::{Command, Settings};
use crate::text::{ByteOffset, Spans};

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
    /// Use a way in from the web.
    Web(Visiting),
    /// Open a piece of a page that was pasted, as it was written.
    OpenPiece(String),
    /// Open files.
    Files(Files),
    /// Make a new version of an article.
    Version(Version),
    /// Mind an article that was found in a file.
    Arrival(Arriving),
    /// Wait for words to be selected that a mark is to stand on.
    Place(MarkId),
    /// Wait no longer.
    StopPlacing,
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
    /// Export in a format that is chosen.
    Outgoing(Outgoing),
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
    /// Move the caret of the keyboard, or show it.
    Move(Move),
    /// Hide the caret: the mouse has taken over.
    HideCaret,
    /// Move an edge of the mark in hand.
    Stretch(Edge, Unit, Way),
    /// Show bounds while a handle is being pulled; `None` ends that.
    Draw(Option<Spans>),
    /// A handle was pulled past the article.
    Beyond,
    /// Take the mark at a place; where there are several, the shortest, and list them.
    TakeAt(ByteOffset),
    /// The same at the caret, with the keyboard.
    TakeHere,
    /// Make the selection larger.
    Grow,
    /// Make it as small again as it was.
    Shrink,
    /// Take a mark of that list.
    Choose(MarkId),
    /// Close that list.
    CloseOverlap,
    /// Add what is selected to the mark in hand.
    AddPiece,
    /// Make what is selected the bounds of the mark in hand.
    ReplaceBounds,
    /// Take or decline what is proposed about the claim just marked.
    Answer(bool),
    /// Go that many steps back, or forward again.
    Travel(Direction, usize),
    /// Do what a key or the menu stands for.
    Run(Command),
    /// Show only the marks that pass, in the article and in the list.
    Filter(Filter),
    /// Show a side panel where there is no room for it beside the article.
    Open(Panel),
    /// Work like this from now on.
    Set(Settings),
    /// Change the codebook.
    EditCodebook(Edit),
    /// Let the person choose a codebook's file.
    PickCodebook,
    /// Save the codebook as a file.
    ExportCodebook,
    /// Save the codebook for programs of qualitative analysis.
    ExportCodes,
    /// Mark what is selected in the article with this label.
    MarkLabel(String),
    /// Put this codebook in place of the present one.
    TakeCodebook(Rc<Codebook>),
    /// Open the search with its filters unfolded, or fold them again.
    ShowFilters(bool),
    /// Look into the history of the open article.
    Look(Look),
    /// Take care of what is stored.
    Care(Care),
    /// Take the version of a record that gave way.
    TakeOther(Rc<Other>),
    /// Bring back an article that another tab has deleted for good.
    PutBack(Rc<Vec<(String, String)>>),
}

/// What is asked of an article that was found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arriving {
    /// Add it as it is here.
    Add(Rc<Arrival>),
    /// Add it, and all that wait behind it as they were found.
    AddAll(Rc<Arrival>),
    /// Do not add it.
    Leave(Rc<Arrival>),
    /// Look again at what was not added.
    Again,
}

/// An article that was found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The name of the file.
    pub file: String,
    /// What was found, as far as it was mended.
    pub draft: intake::Draft,
    /// What a person should know of how it was read.
    pub remarks: String,
    /// What is wrong with the last try.
    pub trouble: Option<String>,
}

/// What is asked of a new version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Version {
    /// Open its dialog.
    Begin(ArticleId),
    /// Make it.
    Make(Rc<NewVersion>),
    /// Close the dialog and keep what was written.
    Shelve(Rc<NewVersion>),
}

/// A new version that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVersion {
    /// The article that it follows.
    pub article: ArticleId,
    /// What it is called.
    pub title: String,
    /// Its text.
    pub text: String,
    /// What is wrong with the last try.
    pub trouble: Option<String>,
}

/// What is asked of the opening of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Files {
    /// Let the person choose some.
    Pick,
    /// Give up the one that is being opened.
    Cancel,
    /// Give up all that wait as well.
    CancelAll,
    /// Open again what could not be opened.
    Again,
}

/// What an export holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The open article.
    Article,
    /// All articles of the library.
    Library,
    /// Those that were picked.
    Picked,
}

/// What can be asked of the ways in from the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Visiting {
    /// Fetch what stands at an address, as it was typed.
    Fetch(String),
    /// The link of the bookmark was copied, or could not be.
    Copied(bool),
}
