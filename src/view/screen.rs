//! The screen as a value.

use std::rc::Rc;

use super::{
    Arrival, Draft, Export, Find, HistoryView, Looking, NewVersion, Other, Pencil, Saving, StorageView,
    Working,
};
use crate::annotation::{Mark, SourceId};
use crate::article::{ArticleId, Details};
use crate::codebook::{Codebook, Subject};
use crate::insight::Sourcing;
use crate::session::{Filter, Session};
use crate::settings::Settings;

/// All that is needed to draw the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Where the person is.
    pub page: Page,
    /// The articles, the latest first, with those that were taken out and can be put back.
    pub library: Rc<Vec<Rc<Card>>>,
    /// The open article.
    pub session: Option<Rc<Session>>,
    /// The search, if it is open.
    pub find: Option<Rc<Find>>,
    /// Whether the last step is kept.
    pub saving: Saving,
    /// Room that is used, in UTF-16 units.
    pub used: usize,
    /// Messages, the latest last.
    pub notices: Rc<Vec<Notice>>,
    /// The dialog, if one is open.
    pub dialog: Option<Dialog>,
    /// The side panel shown where there is no room for both.
    pub panel: Option<Panel>,
    /// What was being typed when the page went away, until it is a step.
    pub restored: Rc<Vec<Draft>>,
    /// What the live region says.
    pub spoken: Spoken,
    /// What could not be read: keys with the reason in words.
    pub aside: Rc<Vec<(String, String)>>,
    /// What was typed into the paste dialog before it was closed: title and text.
    pub shelved: Rc<(String, String)>,
    /// What the pencil is doing.
    pub pencil: Rc<Pencil>,
    /// How the person likes to work.
    pub settings: Rc<Settings>,
    /// What marks mean.
    pub codebook: Rc<Codebook>,
    /// Which marks of the open article are shown.
    pub filter: Rc<Filter>,
    /// The file that is being opened, if any is.
    pub working: Option<Rc<Working>>,
    /// The history of the open article, while its panel is open.
    pub history: Option<Rc<HistoryView>>,
    /// The earlier state that is shown in place of the article as it is now.
    pub looking: Option<Rc<Looking>>,
    /// What takes how much room, while that is shown.
    pub storage: Rc<StorageView>,
}

/// What a part of the page needs to know which marks are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sieve {
    /// What marks must be like.
    pub filter: Rc<Filter>,
    /// Whose marks are the person's own.
    pub settings: Rc<Settings>,
}

impl Sieve {
    /// Whether a mark is shown: it passes, or it is in hand.
    #[must_use]
    pub fn passes(&self, session: &Session, mark: &Mark) -> bool {
        session.in_hand.as_ref() == Some(&mark.id) || self.filter.passes(session, mark, &self.settings.name)
    }
}

/// Where the person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// In the library.
    Library,
    /// At an article.
    Article(ArticleId, Tab),
}

impl Page {
    /// Whether both are at the same article, or neither at any.
    #[must_use]
    pub fn same_article(&self, other: &Page) -> bool {
        match (self, other) {
            (Page::Article(here, _), Page::Article(there, _)) => here == there,
            (Page::Library, Page::Library) => true,
            (Page::Article(..), Page::Library) | (Page::Library, Page::Article(..)) => false,
        }
    }
}

/// A way to look at an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Reading and marking.
    Annotate,
    /// Who says what.
    Overview,
}

/// An article as the library shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its name in the store.
    pub id: ArticleId,
    /// Whether it was taken out of the library.
    pub removed: bool,
    /// What it goes by.
    pub title: String,
    /// Who wrote it and who published it, as far as known.
    pub origin: String,
    /// The day it came in, in the reader's way of writing days.
    pub added: String,
    /// Words in the story.
    pub words: usize,
    /// Voices in the register.
    pub sources: usize,
    /// The article that it is a new version of, with its title if it is here.
    pub follows: Option<(ArticleId, Option<String>)>,
    /// What it rests on.
    pub sourcing: Sourcing,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its number, to take it away by.
    pub id: usize,
    /// How serious it is.
    pub tone: Tone,
    /// The sentences.
    pub text: String,
    /// What can be done about it.
    pub remedy: Option<Remedy>,
}

/// How serious a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Calm,
    /// Something could not be done.
    Trouble,
}

/// Something to do about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// Put an article back into the library.
    Restore(ArticleId),
    /// Show what could not be read.
    ShowAside,
    /// Save everything as a file.
    ExportAll,
    /// Put a former codebook back.
    Codebook(Rc<Codebook>),
    /// Open again what could not be opened.
    OpenAgain,
    /// Look again at what was found and not added.
    Arrival,
    /// Show what takes how much room.
    Storage,
    /// Save a backup.
    Backup,
    /// Ask the browser to keep what is stored, or put the question off.
    Persist,
    /// Make a record what another tab, or this one, had made of it.
    Other(Rc<Other>),
    /// Bring back an article that another tab has deleted for good: all that was stored of it.
    PutBack(Rc<Vec<(String, String)>>),
}

/// A dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// Pasting a text; what is wrong with the last try.
    Paste(Option<String>),
    /// The ways in from the web: an address, and why it came to nothing.
    Web(String, Option<String>),
    /// An article that was found in a file, how many wait behind it, and what is said of files that were not
    /// taken meanwhile.
    Arrival(Rc<Arrival>, usize, Rc<Vec<String>>),
    /// The text of a new version of an article.
    Version(Rc<NewVersion>),
    /// What is known about a voice.
    Source(SourceId),
    /// Into which other voice this one is to be merged.
    Merge(SourceId),
    /// What is known about an article.
    Details(ArticleId, Rc<Details>),
    /// All keys.
    Keys,
    /// The steps that can be gone back to.
    Steps,
    /// What could not be read.
    Aside,
    /// Whether an article is to be deleted for good: its id and its title.
    Forget(ArticleId, String),
    /// How the person likes to work.
    Settings,
    /// What marks mean, to be changed.
    Codebook,
    /// A part of the codebook, and what is wrong with the last try.
    CodebookPart(CodebookPart, Option<String>),
    /// Whether another codebook is to take the place of the present one.
    NewCodebook(Rc<NewCodebook>),
    /// What takes how much room, and how safe it is.
    Storage,
    /// In which format which articles go out.
    Export(Rc<Export>),
}

/// A part of the codebook that is edited on its own; a number one past the last adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodebookPart {
    /// The rule about this.
    Rule(Subject),
    /// A label.
    Label(usize),
    /// An extra field of claims.
    Field(usize),
}

/// A codebook that was opened and is not taken yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCodebook {
    /// The codebook.
    pub codebook: Rc<Codebook>,
    /// What is odd about the file, in words.
    pub notices: Option<String>,
}

/// A side panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The voices.
    Sources,
    /// The claims.
    Claims,
    /// The codebook, beside the text on every screen.
    Codebook,
    /// The history of the article, in the same place.
    History,
    /// Where the marks stand in this version of the text, in the same place.
    Places,
}

/// What the live region says; the number makes the same sentence be said again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spoken {
    /// How many sentences were said before.
    pub turn: usize,
    /// The sentence.
    pub text: String,
}
