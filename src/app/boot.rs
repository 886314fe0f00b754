//! Opening: load what is stored, choose the page, then draw.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::root::{Root, RootProps};
use super::saving::Outbox;
use super::store::Store;
use super::{files, keymap, mirroring, packing, room, web};
use crate::apart::apart;
use crate::browser::{self, Listener};
use crate::journal::Loaded;
use crate::session::{Hand, Session};
use crate::view::{Ask, Page, Remedy, Tone};
use crate::words;

/// Starts Sayso in the page.
pub fn start() {
    open_page();
}

/// Opens the page; `None` if there is no place for it.
pub(super) fn open_page() -> Option<Desk> {
    // Yew would put a hook of its own in the place of any that it is not told of.
    yew::set_custom_panic_hook(Box::new(browser::tell_panic));
    let mut state = State::new(Outbox::new(Store::open()));
    state.load();
    state.route(&browser::hash());
    let desk = Desk::new(state);
    desk.quietly(|state| mirroring::open(state, &desk));
    let root = browser::by_id("app")?;
    yew::Renderer::<Root>::with_root_and_props(root.into(), RootProps { desk: desk.clone() }).render();
    browser::keep_for_ever(listeners(&desk));
    if browser::brought_something() {
        apart(|| web::take_what_came(&desk));
    }
    packing::unpack_wanted(&desk);
    room::pack_soon(&desk);
    State::learn_whether_lasting(&desk);
    Some(desk)
}

/// What the page listens to for as long as it is open.
fn listeners(desk: &Desk) -> Listener {
    let (keys, route, hiding, dropped) = (desk.clone(), desk.clone(), desk.clone(), desk.clone());
    let (tabs, seen, pasted) = (desk.clone(), desk.clone(), desk.clone());
    browser::on_key(move |key| keymap::press(&keys, key))
        .and(browser::on_route(move |address| {
            route.with(|state| state.route(&address));
            if address.starts_with(browser::MARKED) {
                apart(|| web::take_what_came(&route));
            }
            room::pack_soon(&route);
        }))
        .and(browser::on_hide(move || {
            hiding.ask(Ask::Typed);
            hiding.quietly(|state| mirroring::carry_all(state, &hiding));
        }))
        .and(browser::on_show(move || seen.with(|state| state.look_around(&seen))))
        .and(browser::on_storage(move |key| tabs.quietly(|state| state.hear(key, &tabs))))
        .and(browser::on_files_dropped(move |files| files::open(&dropped, files)))
        .and(browser::on_paste(move |what| pasted.with(|state| state.take_pasted(&what, &pasted))))
}

impl State {
    /// Reads what there is at once. What cannot be read is tried again.
    fn load(&mut self) {
        self.outbox.mirroring.was_here = self.outbox.vault.was_here();
        self.load_again();
        self.outbox.arrive();
    }

    /// Takes over all that is kept by now, without disturbing what the person does.
    pub(super) fn load_again(&mut self) {
        // The image can always be read.
        if let Ok(loaded) = self.outbox.journal().load() {
            self.take_over(loaded);
        }
    }

    fn take_over(&mut self, loaded: Loaded) {
        if loaded.newer {
            self.outbox.newer();
        }
        for (key, keepsake) in loaded.kept {
            self.take_kept(&key, keepsake);
        }
        for shelf in loaded.shelves {
            self.take_session(shelf.session());
        }
        let aside = loaded.aside.iter().map(|aside| (aside.key.clone(), words::aside_reason(&aside.why)));
        self.aside = Rc::new(aside.collect());
        self.outbox.mirroring.wanting = loaded.wanting;
    }

    /// Puts a session in its place with what is in hand there. What is shown stays as it is if
    /// nothing has changed.
    pub(super) fn take_session(&mut self, mut session: Session) {
        self.latest = self.latest.max(session.changed);
        if let Some(old) = self.sessions.get(&session.id) {
            if old.article == session.article {
                session.article = old.article.clone();
            }
            if let Some(id) = &old.in_hand {
                session = session.hold(&Hand::Take(id.clone()));
            }
            if session.records() == old.records() && session.history == old.history {
                return;
            }
            self.past_again(&session.id);
        }
        self.put(session);
    }

    /// Both places have told what they have: what cannot be read is told now, a copy is offered if one
    /// is due, and an address that led nowhere is tried again.
    pub(super) fn settled(&mut self) {
        if !self.aside.is_empty() {
            self.tell(Tone::Trouble, words::aside_found(self.aside.len()), Some(Remedy::ShowAside));
        }
        self.remind_of_backup();
        self.watch_room();
        if std::mem::take(&mut self.outbox.mirroring.lost_way) && self.page == Page::Library {
            self.route(&browser::hash());
        }
    }
}
