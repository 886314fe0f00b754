//! Whether the browser keeps what is stored, and when it was last copied to a file.

use std::rc::Rc;

use super::desk::{Desk, State};
use crate::annotation::Timestamp;
use crate::browser;
use crate::journal::{Keepsake, Thing};
use crate::session::{Record, Transaction};
use crate::view::{Lasting, Remedy, Tone};
use crate::words;

impl State {
    /// Learns whether the browser keeps what is stored.
    pub(super) fn learn_whether_lasting(desk: &Desk) {
        let desk = desk.clone();
        browser::persisted(move |kept| {
            desk.with(|state| {
                state.keep.lasting = match kept {
                    Some(true) => Lasting::Kept,
                    Some(false) => Lasting::MayGo,
                    None => Lasting::Unknown,
                };
                state.weigh();
            });
        });
    }

    /// Asks once, at the moment when a first claim has its source: then there is something to keep, and
    /// the question can be understood.
    pub(super) fn ask_when_it_matters(&mut self, done: &Transaction) {
        let keep = &self.keep;
        let open = keep.lasting == Lasting::MayGo && !keep.asked && self.kept_since(Thing::Asked).is_none();
        if open && ties(done) {
            self.keep.asked = true;
            self.tell(Tone::Calm, words::ask_to_keep_why(), Some(Remedy::Persist));
        }
    }

    /// The person does not want to decide now, and is not asked again; *Storage* still offers it.
    pub(super) fn not_now(&mut self) {
        self.withdraw_question();
        self.keep_fact(Keepsake::Asked);
    }

    /// Asks the browser to keep what is stored. Some ask the person in turn, so it may take a while.
    pub(super) fn ask_to_keep(&mut self, desk: &Desk) {
        self.withdraw_question();
        self.keep.asked = true;
        let desk = desk.clone();
        browser::persist(move |kept| desk.with(|state| state.hear_whether_kept(kept)));
    }

    fn hear_whether_kept(&mut self, kept: Option<bool>) {
        let (lasting, sentence) = match kept {
            Some(true) => (Lasting::Kept, words::now_lasting()),
            Some(false) => (Lasting::Refused, words::lasting_refused()),
            None => (Lasting::Unknown, words::lasting_unknown()),
        };
        self.keep.lasting = lasting;
        self.tell_of_storage(sentence);
    }

    fn withdraw_question(&mut self) {
        Rc::make_mut(&mut self.notices).retain(|notice| notice.remedy != Some(Remedy::Persist));
    }

    /// When everything was last saved to a file.
    pub(super) fn last_copy(&self) -> Option<Timestamp> {
        self.kept_since(Thing::Backup)
    }

    /// A copy of everything is outside the browser from now on.
    pub(super) fn copied(&mut self) {
        self.withdraw_reminder();
        self.keep_fact(Keepsake::Backup);
    }
}

/// Whether a step leaves a claim with a source.
fn ties(done: &Transaction) -> bool {
    done.change.edits().any(|(_, edit)| match &edit.after {
        Some(Record::Mark(mark)) => {
            mark.claim().is_some_and(|claim| !claim.said_by.attributions().is_empty())
        }
        _ => false,
    })
}
