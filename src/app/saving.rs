//! Keeping steps: at once if it can be done, else as soon as it can, never out of order.

use std::collections::VecDeque;
use std::rc::Rc;

use super::desk::{Desk, State};
use super::store::Store;
use crate::annotation::Timestamp;
use crate::article::{Article, ArticleId};
use crate::browser::{self, Timer};
use crate::journal::{Journal, Keepsake, StoreError, Thing};
use crate::session::Transaction;
use crate::view::{Ask, Saving, Tone};
use crate::words;

/// Milliseconds between two tries while something is not kept.
const TRY_AGAIN: u32 = 5_000;

/// The journal, and what waits to be written into it.
pub(super) struct Outbox {
    store: Rc<Store>,
    journal: Journal<Rc<Store>>,
    waiting: VecDeque<Waiting>,
    trouble: Option<StoreError>,
    read_only: bool,
    used: usize,
    timer: Option<Timer>,
}

/// What is not kept yet.
enum Waiting {
    Step(Step),
    /// Something beside the articles, since a time.
    Kept(Keepsake, Timestamp),
}

/// A step that is not kept yet.
struct Step {
    id: ArticleId,
    article: Rc<Article>,
    transaction: Transaction,
    /// Whether the article itself is to be kept with it.
    new: bool,
}

impl Waiting {
    fn is_of(&self, article: &ArticleId) -> bool {
        matches!(self, Waiting::Step(step) if step.id == *article)
    }

    fn is_a(&self, thing: Thing) -> bool {
        matches!(self, Waiting::Kept(keepsake, _) if keepsake.thing() == thing)
    }

    fn write(&self, journal: &mut Journal<Rc<Store>>) -> Result<(), StoreError> {
        match self {
            Waiting::Step(Step { id, article, transaction, new: true }) => {
                journal.add(id, article, transaction)
            }
            Waiting::Step(Step { id, article, transaction, .. }) => {
                journal.append(id, &article.text, transaction)
            }
            Waiting::Kept(keepsake, at) => journal.keep(keepsake, *at).map(drop),
        }
    }
}

impl Outbox {
    pub(super) fn new(store: Store) -> Outbox {
        let store = Rc::new(store);
        let journal = Journal::new(store.clone(), &browser::tab_id());
        Outbox {
            store,
            journal,
            waiting: VecDeque::new(),
            trouble: None,
            read_only: false,
            used: 0,
            timer: None,
        }
    }

    pub(super) fn journal(&mut self) -> &mut Journal<Rc<Store>> {
        &mut self.journal
    }

    /// What loading told: units used, and whether a newer version wrote here.
    pub(super) fn loaded(&mut self, used: usize, newer: bool) {
        self.used = used.saturating_sub(self.store.written());
        self.read_only = newer;
    }

    /// A newer version has begun to write here: from now on this one only reads.
    pub(super) fn newer(&mut self) {
        self.read_only = true;
    }

    /// Nothing will be kept, for this reason.
    pub(super) fn blocked(&mut self, trouble: StoreError) {
        self.trouble = Some(trouble);
    }

    pub(super) fn read_only(&self) -> bool {
        self.read_only
    }

    /// Units of the browser's room that are used.
    pub(super) fn used(&self) -> usize {
        self.used + self.store.written()
    }

    /// Keeps a new article with its first step.
    pub(super) fn add(&mut self, id: &ArticleId, article: &Rc<Article>, transaction: &Transaction) {
        self.wait(id, article, transaction, true);
    }

    /// Keeps a step.
    pub(super) fn append(&mut self, id: &ArticleId, article: &Rc<Article>, transaction: &Transaction) {
        self.wait(id, article, transaction, false);
    }

    fn wait(&mut self, id: &ArticleId, article: &Rc<Article>, transaction: &Transaction, new: bool) {
        let (id, article, transaction) = (id.clone(), article.clone(), transaction.clone());
        self.waiting.push_back(Waiting::Step(Step { id, article, transaction, new }));
        self.flush();
    }

    /// Keeps something beside the articles; of each thing only the latest state waits.
    pub(super) fn keep(&mut self, keepsake: Keepsake, at: Timestamp) {
        self.waiting.retain(|waiting| !waiting.is_a(keepsake.thing()));
        self.waiting.push_back(Waiting::Kept(keepsake, at));
        self.flush();
    }

    /// Writes what waits, oldest first, until it is done or one is refused.
    pub(super) fn flush(&mut self) {
        while let Some(waiting) = self.waiting.front() {
            if let Err(trouble) = waiting.write(&mut self.journal) {
                self.trouble = Some(trouble);
                return;
            }
            self.waiting.pop_front();
        }
        self.trouble = None;
    }

    /// Forgets what waits for an article that is deleted for good.
    pub(super) fn drop_waiting(&mut self, id: &ArticleId) {
        self.waiting.retain(|waiting| !waiting.is_of(id));
    }

    pub(super) fn saving(&self) -> Saving {
        match &self.trouble {
            _ if self.read_only => Saving::ReadOnly(words::read_only()),
            Some(trouble) => Saving::Unsaved(words::store_error(trouble)),
            None => Saving::Saved,
        }
    }
}

impl State {
    pub(super) fn save_again(&mut self, desk: &Desk) {
        self.outbox.timer = None;
        self.outbox.flush();
        self.watch_saving(desk);
    }

    /// While something waits, it is tried again by itself, and leaving the page asks first.
    pub(super) fn watch_saving(&mut self, desk: &Desk) {
        let waits = !self.outbox.waiting.is_empty();
        browser::warn_before_leaving(waits);
        if !waits {
            self.outbox.timer = None;
        } else if self.outbox.timer.is_none() {
            let desk = desk.clone();
            self.outbox.timer = Some(browser::after(TRY_AGAIN, move || desk.ask(Ask::SaveAgain)));
        }
    }

    /// Says why nothing can be changed; whether that is so.
    pub(super) fn refuse_if_read_only(&mut self) -> bool {
        let refused = self.outbox.read_only();
        if refused {
            self.tell(Tone::Trouble, words::read_only(), None);
        }
        refused
    }
}
