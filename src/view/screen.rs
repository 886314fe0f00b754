//! The screen as a value.

use std::rc::Rc;

use crate::annotation::{MarkId, SourceId};
use crate::article::{ArticleId, Details};
use crate::insight::Sourcing;
use crate::session::Session;
use crate::text::Span;

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
    /// What the live region says.
    pub spoken: Spoken,
    /// What could not be read: keys with the reason in words.
    pub aside: Rc<Vec<(String, String)>>,
    /// What was typed into the paste dialog before it was closed: title and text.
    pub shelved: Rc<(String, String)>,
}

/// Where the person is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// In the library.
    Library,
    /// At an article.
    Article(ArticleId, Tab),
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
    /// What it rests on.
    pub sourcing: Sourcing,
}

/// The search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Find {
    /// What is looked for.
    pub words: String,
    /// Where it stands.
    pub hits: Vec<Span>,
    /// Which of them is shown.
    pub at: usize,
    /// Raised each time the cursor is to go into the field.
    pub focus: usize,
}

impl Find {
    /// The place that is shown.
    #[must_use]
    pub fn hit(&self) -> Option<Span> {
        self.hits.get(self.at).copied()
    }
}

/// Whether the last step is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// All of it.
    Saved,
    /// Not, for this reason; it stays in memory and is tried again.
    Unsaved(String),
    /// Nothing can be changed here, for this reason.
    ReadOnly(String),
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
}

/// A dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// Pasting a text; what is wrong with the last try.
    Paste(Option<String>),
    /// What is known about a voice.
    Source(SourceId),
    /// What is known about an article.
    Details(ArticleId, Rc<Details>),
    /// All keys.
    Keys,
    /// What could not be read.
    Aside,
    /// Whether an article is to be deleted for good: its id and its title.
    Forget(ArticleId, String),
}

/// A side panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The voices.
    Sources,
    /// The claims.
    Claims,
}

/// What is being typed and is not a step yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The mark it is about.
    pub mark: MarkId,
    /// Which of its fields.
    pub field: Field,
    /// What stands there now.
    pub text: String,
}

/// A field of a mark that is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The note.
    Note,
    /// The label of a note mark.
    Label,
}

/// What the live region says; the number makes the same sentence be said again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spoken {
    /// How many sentences were said before.
    pub turn: usize,
    /// The sentence.
    pub text: String,
}
