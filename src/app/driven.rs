//! The page driven by a program, to be measured. What people get never calls it, so none of it is in there.

use std::rc::Rc;

use super::boot::open_page;
use super::desk::Desk;
use super::files::{GENERATOR, document};
use crate::annotation::Timestamp;
use crate::format::native;
use crate::session::Session;
use crate::view::{Ask, Page, Tab};

/// A page that is open and does what a program asks of it.
#[derive(Clone)]
pub struct Driven(Desk);

impl Driven {
    /// Starts Sayso in the page; `None` if the page has no place for it.
    #[must_use]
    pub fn start() -> Option<Driven> {
        open_page().map(Driven)
    }

    /// Shows a session as it is, in the place of whatever was shown. It is not stored; what is done
    /// to it from then on is.
    pub fn show(&self, session: Session) {
        self.0.with(|state| {
            let id = session.id.clone();
            state.put(session);
            state.page = Page::Article(id, Tab::Annotate);
        });
    }

    /// What is shown.
    #[must_use]
    pub fn session(&self) -> Option<Rc<Session>> {
        self.0.quietly(|state| state.open().cloned())
    }

    /// Asks what a view would ask.
    pub fn ask(&self, ask: Ask) {
        self.0.ask(ask);
    }

    /// What is shown, as the JSON file that people get.
    #[must_use]
    pub fn export(&self) -> String {
        let documents: Vec<_> = self.session().iter().map(|session| document(session)).collect();
        native::export(&documents, Timestamp::default(), GENERATOR)
    }
}
