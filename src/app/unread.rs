//! What could not be read: handed out as it is stored, and tried again.

use super::desk::State;
use crate::view::Tone;
use crate::words;

impl State {
    /// Saves what could not be read, as it is stored.
    pub(super) fn download_aside(&mut self) {
        let keys: Vec<String> = self.aside.iter().map(|(key, _)| key.clone()).collect();
        self.download_keys(&keys, words::aside_saved());
    }

    /// Saves one of them.
    pub(super) fn download_one(&mut self, key: &str) {
        self.download_keys(&[key.to_owned()], words::one_aside_saved());
    }

    fn download_keys(&mut self, keys: &[String], done: String) {
        let dump = match self.outbox.journal().raw_dump() {
            Ok(dump) => dump,
            Err(trouble) => {
                return self.tell(Tone::Trouble, words::not_exported(&words::store_error(&trouble)), None);
            }
        };
        let raw = dump.into_iter().filter(|(key, _)| keys.contains(key));
        let text: String = raw.map(|(key, value)| format!("{key}\n{value}\n\n")).collect();
        self.save_file("sayso-unreadable.txt", &text, done);
    }

    /// Tries to read again what could not be read, and says what came of it.
    pub(super) fn try_reading_again(&mut self) {
        let before = self.aside.len();
        self.read_again();
        let sentence = match self.aside.len() {
            0 => words::read_again_all(),
            now if now < before => words::read_again_some(before - now),
            _ => words::read_again_in_vain(),
        };
        self.tell_of_storage(sentence);
    }

    /// Reads all that is stored anew: articles that can be read now are shown, and those that are open
    /// take over what they lacked.
    pub(super) fn read_again(&mut self) {
        self.load_again();
        self.weigh();
    }
}
