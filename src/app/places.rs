//! New versions of articles, and marks that are placed in them again.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::errands::Job;
use crate::annotation::{MarkId, Places};
use crate::article::{ArticleId, Details};
use crate::browser;
use crate::errand::Following;
use crate::format::parcel::Parcel;
use crate::session::{Intent, Record, Session};
use crate::view::{Dialog, NewVersion, Page, Panel, Tab, Version};
use crate::words;

impl State {
    /// Does what is asked of a new version.
    pub(super) fn mind_version(&mut self, version: Version, desk: &Desk) {
        match version {
            Version::Begin(id) => self.begin_version(&id),
            Version::Make(new) => self.make_version(&new, desk),
            Version::Shelve(new) => {
                self.version = Some(new);
                self.dialog = None;
            }
        }
    }

    /// Opens the dialog, with what was written before, or with the article as it is.
    fn begin_version(&mut self, id: &ArticleId) {
        self.settle_drafts();
        let written = self.version.clone().filter(|written| written.article == *id);
        let fresh = || {
            let session = self.sessions.get(id)?;
            let (title, text) = (session.details.title.clone(), session.article.text.as_str().to_owned());
            Some(Rc::new(NewVersion { article: id.clone(), title, text, trouble: None }))
        };
        self.dialog = written.or_else(fresh).map(Dialog::Version);
    }

    /// Sends the article and its new text to the worker; what is wrong is said in the dialog.
    fn make_version(&mut self, new: &Rc<NewVersion>, desk: &Desk) {
        let Some(session) = self.sessions.get(&new.article).cloned() else { return self.dialog = None };
        if self.refuse_if_read_only() {
            return;
        }
        let trouble = if new.text.trim().is_empty() {
            Some(words::no_text_yet())
        } else if new.text == session.article.text.as_str() {
            Some(words::same_text())
        } else {
            None
        };
        self.version = Some(Rc::new(NewVersion { trouble: None, ..NewVersion::clone(new) }));
        if trouble.is_some() {
            let refused = NewVersion { trouble, ..NewVersion::clone(new) };
            return self.dialog = Some(Dialog::Version(Rc::new(refused)));
        }
        self.dialog = None;
        let job = Job::Version(Following {
            article: packed(&session),
            title: if new.title.trim().is_empty() {
                session.details.title.clone()
            } else {
                new.title.clone()
            },
            text: new.text.clone(),
        });
        self.run_errands([job], desk);
    }

    /// Once this new version is reached, what is to be looked at in it is shown.
    pub(super) fn arrive_at_places(&mut self, id: &ArticleId) {
        self.version = None;
        let Some(session) = self.sessions.get(id) else { return };
        let places = Places::of(session.marks.iter().map(AsRef::as_ref));
        self.arriving = Some(id.clone()).filter(|_| places.open() > 0);
    }

    pub(super) fn show_places_on_arrival(&mut self) {
        let arrived = matches!((&self.page, &self.arriving),
            (Page::Article(here, Tab::Annotate), Some(there)) if here == there);
        if arrived {
            self.arriving = None;
            self.panel = Some(Panel::Places);
        }
    }

    /// Takes a mark in hand and waits for the words that it is to stand on.
    pub(super) fn begin_placing(&mut self, id: MarkId) {
        self.work(&Intent::Take(id.clone()));
        let Some(session) = self.open() else { return };
        let Some(mark) = session.marks.get(&id) else { return };
        let said = words::placing_spoken(&mark.quote(&session.article.text));
        if browser::is_narrow() {
            // There the panel covers the words.
            self.panel = None;
        }
        self.pencil_mut().placing = Some(id);
        browser::focus_by_id("main");
        self.say(said);
    }

    /// The mark stays where it was.
    pub(super) fn stop_placing(&mut self) {
        self.put_pencil_down();
        browser::focus_by_id("main");
        self.say(words::place_left());
    }
}

fn packed(session: &Session) -> Parcel {
    let sources = session.sources.iter().cloned().map(Record::Source);
    let said = sources.chain(session.marks.iter().cloned().map(Record::Mark)).collect();
    let details = Details::clone(&session.details);
    Parcel::pack(Some(session.id.clone()), &session.article, details, said)
}
