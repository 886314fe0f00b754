//! Settings and the codebook: kept at once, and followed when another tab changes them.

use std::rc::Rc;

use super::desk::State;
use crate::annotation::Timestamp;
use crate::codebook::{Codebook, Edit};
use crate::journal::{Keepsake, KeptKey, Thing};
use crate::settings::Settings;
use crate::view::{Dialog, Remedy, Tone};
use crate::words;

impl State {
    /// Takes over what was stored, or what another tab has kept.
    pub(super) fn take_kept(&mut self, key: &KeptKey, keepsake: Keepsake) {
        let at = Timestamp(i64::try_from(key.turn.time).unwrap_or(i64::MAX));
        // What this tab did later counts, although it became known earlier.
        if at < self.kept_at(key.thing) {
            return;
        }
        self.latest = self.latest.max(at);
        self.hold(keepsake, at);
    }

    /// Another tab has kept something.
    pub(super) fn follow_kept(&mut self, key: &KeptKey) {
        if let Some(keepsake) = self.outbox.journal().kept(key) {
            self.take_kept(key, keepsake);
        }
    }

    /// From now on a person works like this.
    pub(super) fn set(&mut self, settings: Settings) {
        if *self.settings != settings {
            self.keep_now(Keepsake::Settings(settings));
        }
    }

    /// Changes the codebook; a refusal is said where the change was asked for.
    pub(super) fn edit_codebook(&mut self, edit: Edit) {
        let removes = matches!(edit, Edit::Label(_, None) | Edit::Field(_, None));
        match self.codebook.edit(edit) {
            Err(fault) => self.refuse_edit(words::codebook_fault(&fault)),
            Ok(next) => {
                let before = self.codebook.clone();
                self.keep_now(Keepsake::Codebook(next));
                self.back_to_codebook();
                if removes && *self.codebook != *before {
                    self.offer_back(words::codebook_edited(&self.codebook.stamp()), before);
                }
            }
        }
    }

    /// Puts another codebook in place of the present one, which one click brings back.
    pub(super) fn take_codebook(&mut self, codebook: &Rc<Codebook>) {
        let before = self.codebook.clone();
        self.dialog = None;
        self.withdraw_offers();
        if **codebook != *before && self.keep_now(Keepsake::Codebook(Codebook::clone(codebook))) {
            self.offer_back(words::codebook_taken(&codebook.stamp()), before);
        }
    }

    /// Holds and keeps something; whether that may be done.
    fn keep_now(&mut self, keepsake: Keepsake) -> bool {
        if self.refuse_if_read_only() {
            return false;
        }
        let at = self.stamp().at;
        self.outbox.keep(&keepsake, at);
        self.hold(keepsake, at);
        true
    }

    fn hold(&mut self, keepsake: Keepsake, at: Timestamp) {
        *self.kept_at_mut(keepsake.thing()) = at;
        match keepsake {
            Keepsake::Settings(settings) => self.settings = Rc::new(settings),
            Keepsake::Codebook(codebook) => self.codebook = Rc::new(codebook),
            Keepsake::Backup | Keepsake::Asked | Keepsake::Reminded => {}
        }
    }

    /// Since when something has been so; `None` if it never was.
    pub(super) fn kept_since(&self, thing: Thing) -> Option<Timestamp> {
        Some(self.kept_at(thing)).filter(|at| *at != Timestamp::default())
    }

    /// Notes that something is so from now on; where nothing may be written, for as long as the page is
    /// open.
    pub(super) fn keep_fact(&mut self, fact: Keepsake) {
        let at = self.stamp().at;
        if !self.outbox.read_only() {
            self.outbox.keep(&fact, at);
        }
        self.hold(fact, at);
    }

    fn kept_at(&self, thing: Thing) -> Timestamp {
        let [settings, codebook, backup, asked, reminded] = self.kept;
        match thing {
            Thing::Settings => settings,
            Thing::Codebook => codebook,
            Thing::Backup => backup,
            Thing::Asked => asked,
            Thing::Reminded => reminded,
        }
    }

    fn kept_at_mut(&mut self, thing: Thing) -> &mut Timestamp {
        let [settings, codebook, backup, asked, reminded] = &mut self.kept;
        match thing {
            Thing::Settings => settings,
            Thing::Codebook => codebook,
            Thing::Backup => backup,
            Thing::Asked => asked,
            Thing::Reminded => reminded,
        }
    }

    /// Back from a part to the whole, once the part is as wished.
    fn back_to_codebook(&mut self) {
        if matches!(self.dialog, Some(Dialog::CodebookPart(..))) {
            self.dialog = Some(Dialog::Codebook);
        }
    }

    fn refuse_edit(&mut self, why: String) {
        match &mut self.dialog {
            Some(Dialog::CodebookPart(_, trouble)) => *trouble = Some(why),
            _ => self.tell(Tone::Trouble, why, None),
        }
    }

    fn offer_back(&mut self, sentence: String, before: Rc<Codebook>) {
        self.withdraw_offers();
        self.say(sentence.clone());
        self.tell(Tone::Calm, sentence, Some(Remedy::Codebook(before)));
    }

    /// Only the latest codebook that gave way can be brought back with a click.
    fn withdraw_offers(&mut self) {
        Rc::make_mut(&mut self.notices).retain(|notice| !matches!(notice.remedy, Some(Remedy::Codebook(_))));
    }
}
