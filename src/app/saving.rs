//! Keeping steps: in memory and in local storage at once, in the mirror as soon as it answers.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::mirroring::Mirroring;
use super::store::Store;
use super::tabs::Heard;
use crate::annotation::Timestamp;
use crate::article::{Article, ArticleId};
use crate::browser::{self, Timer};
use crate::journal::{Journal, Keepsake, Kept, MirrorState, StoreError, Vault};
use crate::session::Transaction;
use crate::view::{Ask, Saving, Tone};
use crate::words;

/// Milliseconds between two tries while something is not kept.
const TRY_AGAIN: u32 = 5_000;

/// The journal, and the two places it is kept in.
pub(super) struct Outbox {
    pub(super) vault: Rc<Vault<Store>>,
    pub(super) mirroring: Mirroring,
    /// What other tabs have done and was not looked at yet.
    pub(super) heard: Heard,
    journal: Journal<Rc<Vault<Store>>>,
    read_only: bool,
    timer: Option<Timer>,
    /// While it is there, the open article will be packed once the page rests.
    pub(super) rest: Option<Timer>,
}

impl Outbox {
    pub(super) fn new(store: Store) -> Outbox {
        let vault = Rc::new(Vault::open(store));
        let journal = Journal::new(vault.clone(), &browser::tab_id());
        let (mirroring, heard) = (Mirroring::default(), Heard::default());
        Outbox { vault, mirroring, heard, journal, read_only: false, timer: None, rest: None }
    }

    pub(super) fn journal(&mut self) -> &mut Journal<Rc<Vault<Store>>> {
        &mut self.journal
    }

    /// Whether it is in order that a key is not stored any more.
    pub(super) fn may_go(&self, key: &str) -> bool {
        self.journal.may_go(key)
    }

    /// A newer version has begun to write here: from now on this one only reads.
    pub(super) fn newer(&mut self) {
        self.read_only = true;
        self.vault.freeze();
    }

    pub(super) fn read_only(&self) -> bool {
        self.read_only
    }

    /// Units of the browser's room that are used.
    pub(super) fn used(&self) -> usize {
        self.vault.used()
    }

    /// Keeps a new article with its first step.
    pub(super) fn add(&mut self, id: &ArticleId, article: &Rc<Article>, transaction: &Transaction) {
        never(self.journal.add(id, article, transaction));
    }

    /// Keeps a step.
    pub(super) fn append(&mut self, id: &ArticleId, article: &Rc<Article>, transaction: &Transaction) {
        never(self.journal.append(id, &article.text, transaction));
    }

    /// Keeps something beside the articles.
    pub(super) fn keep(&mut self, keepsake: &Keepsake, at: Timestamp) {
        never(self.journal.keep(keepsake, at).map(drop));
    }

    /// Says that this version has been here, so that older ones stop writing.
    pub(super) fn arrive(&mut self) {
        if !self.read_only {
            never(self.journal.arrive());
        }
    }

    /// Whether something is in memory alone.
    pub(super) fn waits(&self) -> bool {
        matches!(self.vault.kept(), Kept::Not { .. })
    }

    pub(super) fn saving(&self) -> Saving {
        match self.vault.kept() {
            _ if self.read_only => Saving::ReadOnly(words::read_only()),
            Kept::Twice => Saving::Saved,
            Kept::Soon => Saving::Saving,
            Kept::Once(why) => Saving::SavedOnce(words::no_second_copy(&why)),
            Kept::Not { why, mirror: true } => Saving::Unsaved(words::only_second_copy(&why)),
            Kept::Not { why, mirror: false } => Saving::Unsaved(words::store_error(&why)),
        }
    }
}

/// What the vault is given it has: see its `set`. So nothing is lost when nothing is done here.
fn never(kept: Result<(), StoreError>) {
    kept.unwrap_or_default();
}

impl State {
    pub(super) fn save_again(&mut self, desk: &Desk) {
        self.outbox.timer = None;
        if self.outbox.vault.retry() {
            self.load_again();
        }
        if matches!(self.outbox.vault.mirror(), MirrorState::Gone(_)) {
            super::mirroring::ask_again(self, desk);
        }
    }

    /// While something waits, it is tried again by itself, and leaving the page asks first.
    pub(super) fn watch_saving(&mut self, desk: &Desk) {
        self.look_if_cleared(desk);
        let waits = self.outbox.waits() && !self.outbox.read_only;
        browser::warn_before_leaving(waits);
        let alone = matches!(self.outbox.vault.mirror(), MirrorState::Gone(_));
        if !(waits || alone) || self.outbox.read_only {
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
