//! The dialog *Storage*: what takes how much room, making room, moving articles to files.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::desk::{Desk, State};
use crate::article::ArticleId;
use crate::browser;
use crate::format::sha256_hex;
use crate::journal::Key;
use crate::view::{Care, Dialog, Held, Lasting, Remedy, StorageView, Tone};
use crate::words;

/// The room of a page's local storage in UTF-16 units, keys and values together, as browsers have it.
const ROOM: usize = 5_242_880;

/// The share of the room, in per cent, from which making some is offered.
const SHORT: usize = 80;

/// What the desk knows of room and safety.
#[derive(Default)]
pub(super) struct Keep {
    pub(super) lasting: Lasting,
    /// Whether the question whether to keep everything was put off, or answered.
    pub(super) asked: bool,
    /// Begins to make room.
    pub(super) timer: Option<browser::Timer>,
    /// Whether room is being made.
    pub(super) packing: bool,
    /// Whether that room gets short was told.
    short_told: bool,
    moving: Option<(ArticleId, String)>,
    done: Option<String>,
    view: Rc<StorageView>,
}

impl State {
    /// Does what is asked about what is stored.
    pub(super) fn care(&mut self, care: Care, desk: &Desk) {
        match care {
            Care::Open => self.open_storage(),
            Care::MakeRoom => self.make_room(desk),
            Care::MoveToFile(id) => self.move_to_file(id),
            Care::Moved(id) => self.moved(&id),
            Care::StayHere => self.stay_here(),
            Care::Persist => self.ask_to_keep(desk),
            Care::NotNow => self.not_now(),
            Care::Backup => self.back_up(),
            Care::PickBackup => self.pick_backup(desk),
            Care::DownloadOne(key) => self.download_one(&key),
            Care::ReadAgain => self.try_reading_again(),
        }
    }

    /// Opens the dialog.
    pub(super) fn open_storage(&mut self) {
        self.keep.done = None;
        self.keep.moving = None;
        self.dialog = Some(Dialog::Storage);
        self.weigh();
    }

    /// What the dialog shows.
    pub(super) fn storage_view(&self) -> Rc<StorageView> {
        self.keep.view.clone()
    }

    /// Says in the dialog what came of something; elsewhere as a message.
    pub(super) fn tell_of_storage(&mut self, sentence: String) {
        if self.dialog == Some(Dialog::Storage) {
            self.keep.done = Some(sentence);
            self.weigh();
        } else {
            self.tell_aloud(sentence);
        }
    }

    /// The same of something that went wrong: a message behind the dialog would not be seen.
    pub(super) fn tell_trouble(&mut self, sentence: String) {
        if self.dialog == Some(Dialog::Storage) {
            self.tell_of_storage(sentence);
        } else {
            self.tell(Tone::Trouble, sentence, None);
        }
    }

    /// Weighs everything anew, while the dialog is open.
    pub(super) fn weigh(&mut self) {
        if self.dialog != Some(Dialog::Storage) {
            return;
        }
        let (held, rest) = self.weights();
        let keep = &self.keep;
        self.keep.view = Rc::new(StorageView {
            used: self.outbox.used(),
            room: ROOM,
            held,
            rest,
            lasting: keep.lasting,
            copied: self.last_copy().map(|at| browser::day(at.0)),
            packing: keep.packing,
            moving: keep.moving.clone(),
            done: keep.done.clone(),
        });
    }

    /// What each article takes, the largest first, and what all else takes.
    fn weights(&mut self) -> (Vec<Held>, usize) {
        let mut texts = BTreeMap::new();
        for session in self.sessions.values() {
            texts.entry(sha256_hex(session.article.text.as_str())).or_insert_with(|| session.id.clone());
        }
        let mut units: BTreeMap<ArticleId, usize> = BTreeMap::new();
        let mut rest = 0;
        for (key, value) in self.outbox.journal().raw_dump().unwrap_or_default() {
            let size = key.encode_utf16().count() + value.encode_utf16().count();
            let of = match Key::parse(&key) {
                Key::Text(hash) => texts.get(&hash).cloned(),
                key => key.article().cloned(),
            };
            match of.filter(|id| self.sessions.contains_key(id)) {
                Some(id) => *units.entry(id).or_default() += size,
                None => rest += size,
            }
        }
        let mut held: Vec<Held> = units.into_iter().filter_map(|(id, units)| self.held(id, units)).collect();
        held.sort_by_key(|held| Reverse(held.units));
        (held, rest)
    }

    fn held(&self, id: ArticleId, units: usize) -> Option<Held> {
        let session = self.sessions.get(&id)?;
        Some(Held { id, title: session.details.title.clone(), removed: session.removed, units })
    }

    /// Once four fifths of the room are used, making some is offered.
    pub(super) fn watch_room(&mut self) {
        let percent = words::share_of(self.outbox.used(), ROOM);
        if percent < SHORT {
            self.keep.short_told = false;
        } else if !self.keep.short_told {
            self.keep.short_told = true;
            self.tell(Tone::Calm, words::room_short(percent), Some(Remedy::Storage));
        }
    }

    /// Saves an article to a file; it stays here until the person has seen the file.
    pub(super) fn move_to_file(&mut self, id: ArticleId) {
        self.settle_drafts();
        let Some(file) = self.save_backup_of(&id) else { return };
        self.keep.done = None;
        self.keep.moving = Some((id, file));
        self.weigh();
    }

    /// The file is there, so the article can go.
    pub(super) fn moved(&mut self, id: &ArticleId) {
        let moving = self.keep.moving.take();
        let title = self.sessions.get(id).map(|session| session.details.title.clone());
        let Some(((_, file), title)) = moving.filter(|(moving, _)| moving == id).zip(title) else { return };
        self.forget(id);
        self.dialog = Some(Dialog::Storage);
        if !self.sessions.contains_key(id) {
            self.keep.done = Some(words::moved_away(&title, &file));
        }
        self.weigh();
    }

    pub(super) fn stay_here(&mut self) {
        self.keep.moving = None;
        self.weigh();
    }
}
