//! The desk: the one way in for whatever a person, a file or a timer asks.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::arrivals::Arrivals;
use super::errands::Errands;
use super::exporting::OutgoingFile;
use super::past::Past;
use super::saving::Outbox;
use super::storage::Keep;
use crate::annotation::Timestamp;
use crate::article::ArticleId;
use crate::browser::{self, IslandSlot, Timer};
use crate::codebook::Codebook;
use crate::session::{Filter, Session, Stamp};
use crate::settings::Settings;
use crate::text::Span;
use crate::view::{Ask, Card, Dialog, Draft, Find, Notice, Page, Panel, Pencil, Screen, Sieve, Spoken};
use crate::words;

/// A handle to the desk; clones are the same desk.
#[derive(Clone)]
pub(super) struct Desk {
    state: Rc<RefCell<State>>,
    publish: Rc<RefCell<Option<Publish>>>,
}

type Publish = Box<dyn Fn(Rc<Screen>)>;

/// Handles compare by what they lead to, so that components may take one.
impl PartialEq for Desk {
    fn eq(&self, other: &Desk) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl Desk {
    pub(super) fn new(state: State) -> Desk {
        Desk { state: Rc::new(RefCell::new(state)), publish: Rc::default() }
    }

    /// From now on each new screen goes there.
    pub(super) fn on_screen(&self, publish: impl Fn(Rc<Screen>) + 'static) {
        *self.publish.borrow_mut() = Some(Box::new(publish));
    }

    pub(super) fn screen(&self) -> Rc<Screen> {
        let mut state = self.state.borrow_mut();
        state.file_cards();
        Rc::new(state.screen())
    }

    pub(super) fn slot(&self) -> IslandSlot {
        self.state.borrow().slot.clone()
    }

    /// Does what is asked, and shows what came of it.
    pub(super) fn ask(&self, ask: Ask) {
        match ask {
            Ask::Run(command) => super::commands::run(self, command),
            ask => self.with(|state| state.obey(ask, self)),
        }
    }

    /// Reads or changes what is not shown.
    pub(super) fn quietly<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        f(&mut self.state.borrow_mut())
    }

    /// Reads or changes the state, and shows what came of it.
    pub(super) fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        let done = self.quietly(f);
        self.quietly(|state| super::mirroring::carry(state, self));
        let screen = self.screen();
        if let Some(publish) = self.publish.borrow().as_ref() {
            publish(screen);
        }
        done
    }
}

/// Everything the page knows.
pub(super) struct State {
    pub(super) sessions: BTreeMap<ArticleId, Rc<Session>>,
    /// The library's cards, the latest first.
    pub(super) cards: Rc<Vec<Rc<Card>>>,
    /// Articles whose cards are out of date.
    pub(super) changed: BTreeSet<ArticleId>,
    pub(super) outbox: Outbox,
    pub(super) errands: Errands,
    pub(super) page: Page,
    pub(super) slot: IslandSlot,
    pub(super) find: Option<Rc<Find>>,
    pub(super) pencil: Rc<Pencil>,
    /// What was selected before the selection grew, the latest last.
    pub(super) grown: Vec<Span>,
    pub(super) drafts: Vec<Draft>,
    /// What was being typed when the page went away, until it is a step.
    pub(super) restored: Rc<Vec<Draft>>,
    /// While it is there, what is being typed will be kept soon.
    pub(super) keep_soon: Option<Timer>,
    pub(super) dialog: Option<Dialog>,
    pub(super) panel: Option<Panel>,
    /// The article whose places are shown once it is reached.
    pub(super) arriving: Option<ArticleId>,
    /// A new version that was being written when its dialog was closed.
    pub(super) version: Option<Rc<crate::view::NewVersion>>,
    /// Articles that were found in files, to be looked over before they are added.
    pub(super) arrivals: Arrivals,
    /// The file that is being prepared to go out.
    pub(super) outgoing: OutgoingFile,
    pub(super) notices: Rc<Vec<Notice>>,
    pub(super) spoken: Spoken,
    pub(super) aside: Rc<Vec<(String, String)>>,
    pub(super) shelved: Rc<(String, String)>,
    pub(super) settings: Rc<Settings>,
    /// Which marks of the open article are shown.
    pub(super) filter: Rc<Filter>,
    pub(super) codebook: Rc<Codebook>,
    /// When each thing was kept: settings, codebook, a backup, the answer *not now*.
    pub(super) kept: [Timestamp; 5],
    /// The history of the open article, while it is shown.
    pub(super) past: Option<Past>,
    /// What is known of room and safety.
    pub(super) keep: Keep,
    /// The time of the latest transaction seen: stamps are later, whatever the clock says.
    pub(super) latest: Timestamp,
}

impl State {
    pub(super) fn new(outbox: Outbox) -> State {
        State {
            sessions: BTreeMap::new(),
            cards: Rc::default(),
            changed: BTreeSet::new(),
            outbox,
            errands: Errands::default(),
            page: Page::Library,
            slot: IslandSlot::default(),
            find: None,
            pencil: Rc::default(),
            grown: Vec::new(),
            drafts: Vec::new(),
            restored: Rc::default(),
            keep_soon: None,
            dialog: None,
            panel: None,
            arriving: None,
            version: None,
            notices: Rc::default(),
            spoken: Spoken::default(),
            aside: Rc::default(),
            arrivals: Arrivals::default(),
            outgoing: OutgoingFile::default(),
            shelved: Rc::default(),
            settings: Rc::default(),
            filter: Rc::default(),
            codebook: Rc::new(Codebook::starter()),
            kept: Default::default(),
            past: None,
            keep: Keep::default(),
            latest: Timestamp::default(),
        }
    }

    pub(super) fn screen(&self) -> Screen {
        Screen {
            page: self.page.clone(),
            library: self.cards.clone(),
            session: self.open().cloned(),
            find: self.find.clone(),
            saving: self.outbox.saving(),
            used: self.outbox.used(),
            notices: self.notices.clone(),
            dialog: self.dialog.clone(),
            panel: self.panel,
            restored: self.restored.clone(),
            spoken: self.spoken.clone(),
            aside: self.aside.clone(),
            shelved: self.shelved.clone(),
            pencil: self.pencil.clone(),
            settings: self.settings.clone(),
            filter: self.filter.clone(),
            codebook: self.codebook.clone(),
            working: self.errands.working(),
            history: self.history_view(),
            looking: self.looking(),
            storage: self.storage_view(),
        }
    }

    /// Which marks of the open article are shown.
    pub(super) fn sieve(&self) -> Sieve {
        Sieve { filter: self.filter.clone(), settings: self.settings.clone() }
    }

    /// The open article's session.
    pub(super) fn open(&self) -> Option<&Rc<Session>> {
        match &self.page {
            Page::Article(id, _) => self.shown_past(id).or_else(|| self.sessions.get(id)),
            Page::Library => None,
        }
    }

    pub(super) fn stamp(&mut self) -> Stamp {
        self.latest = Timestamp(self.latest.0.saturating_add(1).max(browser::now()));
        let ids = std::array::from_fn(|_| browser::new_id());
        Stamp {
            at: self.latest,
            by: self.settings.name.trim().to_owned(),
            ids,
            codebook: self.codebook.stamp(),
        }
    }

    /// Goes where an address leads.
    pub(super) fn route(&mut self, address: &str) {
        self.settle_drafts();
        self.find = None;
        self.pencil = Rc::default();
        self.grown.clear();
        self.panel = None;
        self.dialog = None;
        let before = std::mem::replace(&mut self.page, Page::Library);
        self.page = self.page_at(address);
        if !self.page.same_article(&before) {
            self.filter = Rc::default();
        }
        self.show_places_on_arrival();
        self.show_arrival();
        browser::set_title(&words::page_title(self.open().map(|session| session.details.title.as_str())));
        self.restore_drafts();
    }
}
