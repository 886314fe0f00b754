//! Backups: everything that is stored goes to a file, and comes back from one.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::files::{GENERATOR, file_name};
use crate::annotation::Timestamp;
use crate::article::ArticleId;
use crate::browser;
use crate::errand::Errand;
use crate::format::backup;
use crate::format::sha256_hex;
use crate::insight::backup_due;
use crate::journal::{Key, Thing};
use crate::view::{Remedy, Tone};
use crate::words;

/// What the file chooser offers.
const ACCEPT: &str = ".json,application/json";

impl State {
    /// Saves everything that is stored to a file.
    pub(super) fn back_up(&mut self) {
        self.settle_drafts();
        let now = browser::now();
        let name = format!("sayso-backup-{}.json", browser::today());
        let Some(all) = self.stored() else { return };
        let json = backup::encode(&all, Timestamp(now), GENERATOR);
        let articles = self.sessions.len();
        if self.hand_out(&name, &json) {
            self.copied();
            self.tell_of_storage(words::backup_saved(articles, &name));
        }
    }

    /// Saves one article with its text to a file, as a backup holds it; the name of the file.
    pub(super) fn save_backup_of(&mut self, id: &ArticleId) -> Option<String> {
        let session = self.sessions.get(id)?.clone();
        let text = sha256_hex(session.article.text.as_str());
        let mut all = self.stored()?;
        all.retain(|(key, _)| match Key::parse(key) {
            Key::Text(hash) => hash == text,
            key => key.article() == Some(id),
        });
        let name = file_name(&session.details.title, "backup");
        let json = backup::encode(&all, Timestamp(browser::now()), GENERATOR);
        self.hand_out(&name, &json).then_some(name)
    }

    fn stored(&mut self) -> Option<Vec<(String, String)>> {
        match self.outbox.journal().raw_dump() {
            Ok(all) => Some(all),
            Err(trouble) => {
                self.tell_trouble(words::not_exported(&words::store_error(&trouble)));
                None
            }
        }
    }

    /// Whether the file went out; if not, it is told why.
    fn hand_out(&mut self, name: &str, json: &str) -> bool {
        let done = browser::download(name, "application/json", json);
        if let Err(error) = &done {
            self.tell_trouble(words::not_exported(&error.to_string()));
        }
        done.is_ok()
    }

    /// Lets the person choose a backup, and restores it.
    pub(super) fn pick_backup(&mut self, desk: &Desk) {
        let desk = desk.clone();
        browser::pick(ACCEPT, move |files| {
            desk.with(|state| state.open_files(files, Errand::OpenBackup, &desk));
        });
    }

    /// Restores a backup: what is missing is added, what is here stays, what is damaged is healed.
    pub(super) fn adopt(&mut self, file: &str, entries: Vec<(String, String)>, remarks: &str) {
        let adopted = self.outbox.journal().adopt(entries);
        self.read_again();
        let titles = adopted.articles.iter().filter_map(|id| self.sessions.get(id));
        let titles: Vec<String> = titles.map(|session| session.details.title.clone()).collect();
        let refused =
            adopted.refused.iter().map(|aside| (aside.key.clone(), words::aside_reason(&aside.why)));
        let refused: Vec<(String, String)> = refused.collect();
        let (added, healed) = (adopted.added, adopted.healed);
        let what = words::Restored { file, titles: &titles, added, healed, refused: &refused };
        let report = words::restored(&what, remarks);
        if refused.is_empty() {
            self.tell_of_storage(report);
        } else {
            self.tell_trouble(report);
        }
        if let Some(trouble) = adopted.trouble {
            self.tell_trouble(words::not_all_restored(file, &trouble));
        }
    }

    /// Once a week without a copy outside the browser, one is offered; a reminder that was put away is
    /// silent for a week.
    pub(super) fn remind_of_backup(&mut self) {
        let articles: Vec<_> =
            self.sessions.values().map(|session| (session.added, session.changed)).collect();
        let reminded = self.kept_since(Thing::Reminded);
        if backup_due(Timestamp(browser::now()), self.last_copy(), reminded, &articles) {
            let day = self.last_copy().map(|at| browser::day(at.0));
            self.tell(Tone::Calm, words::backup_due(day.as_deref()), Some(Remedy::Backup));
        }
    }

    pub(super) fn withdraw_reminder(&mut self) {
        Rc::make_mut(&mut self.notices).retain(|notice| notice.remedy != Some(Remedy::Backup));
    }
}
