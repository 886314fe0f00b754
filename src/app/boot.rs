//! Opening: load what is stored, choose the page, then draw.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::root::{Root, RootProps};
use super::saving::Outbox;
use super::store::Store;
use super::{files, keymap};
use crate::browser::{self, Listener};
use crate::journal::Loaded;
use crate::view::{Ask, Remedy, Tone};
use crate::words;

/// Starts Sayso in the page.
pub fn start() {
    browser::on_panic();
    let mut state = State::new(Outbox::new(Store::open()));
    state.load();
    state.route(&browser::hash());
    let desk = Desk::new(state);
    let Some(root) = browser::by_id("app") else { return };
    yew::Renderer::<Root>::with_root_and_props(root.into(), RootProps { desk: desk.clone() }).render();
    browser::keep_for_ever(listeners(&desk));
}

/// What the page listens to for as long as it is open.
fn listeners(desk: &Desk) -> Listener {
    let (keys, route, hiding, dropped) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let tabs = desk.clone();
    browser::on_key(move |key| keymap::press(&keys, key))
        .and(browser::on_route(move |address| route.with(|state| state.route(&address))))
        .and(browser::on_hide(move || hiding.ask(Ask::Typed)))
        .and(browser::on_storage(move |key| tabs.with(|state| key.iter().for_each(|key| state.follow(key)))))
        .and(browser::on_files_dropped(move |files| files::open(&dropped, files)))
}

impl State {
    /// Reads the store. Until this has succeeded nothing is written.
    fn load(&mut self) {
        match self.outbox.journal().load() {
            Ok(loaded) => self.take_over(loaded),
            Err(trouble) => self.outbox.blocked(trouble),
        }
    }

    fn take_over(&mut self, loaded: Loaded) {
        self.outbox.loaded(loaded.used, loaded.newer);
        for (key, keepsake) in loaded.kept {
            self.take_kept(&key, keepsake);
        }
        for shelf in loaded.shelves {
            let session = shelf.session();
            self.latest = self.latest.max(session.changed);
            self.put(session);
        }
        let aside = loaded.aside.iter().map(|aside| (aside.key.clone(), words::aside_reason(&aside.why)));
        self.aside = Rc::new(aside.collect());
        if !self.aside.is_empty() {
            self.tell(Tone::Trouble, words::aside_found(self.aside.len()), Some(Remedy::ShowAside));
        }
    }

    /// Counts the room used anew.
    pub(super) fn measure(&mut self) {
        if let Ok(used) = self.outbox.journal().used() {
            let read_only = self.outbox.read_only();
            self.outbox.loaded(used, read_only);
        }
    }
}
