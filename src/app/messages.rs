//! What the page tells: messages that stay, and sentences that are said.

use std::rc::Rc;

use super::desk::State;
use crate::journal::Keepsake;
use crate::view::{Notice, Remedy, Spoken, Tone};

impl State {
    /// Says a sentence in the live region.
    pub(super) fn say(&mut self, text: String) {
        self.spoken = Spoken { turn: self.spoken.turn + 1, text };
    }

    /// Puts up a message that is good to know, and says it.
    pub(super) fn tell_aloud(&mut self, text: String) {
        self.tell(Tone::Calm, text.clone(), None);
        self.say(text);
    }

    /// Puts up a message; the same sentence is never there twice.
    pub(super) fn tell(&mut self, tone: Tone, text: String, remedy: Option<Remedy>) {
        let notices = Rc::make_mut(&mut self.notices);
        let id = notices.iter().map(|notice| notice.id + 1).max().unwrap_or_default();
        notices.retain(|notice| notice.text != text);
        notices.push(Notice { id, tone, text, remedy });
    }

    pub(super) fn dismiss(&mut self, id: usize) {
        if self.notices.iter().any(|notice| notice.id == id && notice.remedy == Some(Remedy::Backup)) {
            self.keep_fact(Keepsake::Reminded);
        }
        Rc::make_mut(&mut self.notices).retain(|notice| notice.id != id);
    }

    /// Takes away what was only good to know, once the work goes on.
    pub(super) fn move_on(&mut self) {
        let stays = |notice: &Notice| notice.tone == Tone::Trouble || notice.remedy.is_some();
        if !self.notices.iter().all(stays) {
            Rc::make_mut(&mut self.notices).retain(stays);
        }
    }
}
