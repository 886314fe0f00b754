//! Promise: how a person likes to work is a value: a name, habits, and which key does what.

mod chord;
mod command;
mod keymap;

pub use chord::Chord;
pub use command::{Command, Group};
pub use keymap::{Clash, Keymap};

/// How a person likes to work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What marks are signed with; empty if they are not signed.
    pub name: String,
    /// Whether a selection snaps to whole words.
    pub snap: bool,
    /// Whether a snapped selection keeps the quotation marks at its edges.
    pub quotes: bool,
    /// Whether letters, digits and signs are keys when no modifier is held. People who dictate, or
    /// whose hands shake, need them off.
    pub letters: bool,
    /// Which key does what.
    pub keys: Keymap,
    /// The word of the format that was last exported in; empty if none was.
    pub export: String,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            name: String::new(),
            snap: true,
            quotes: true,
            letters: true,
            keys: Keymap::default(),
            export: String::new(),
        }
    }
}

impl Settings {
    /// What a chord asks for; nothing if it writes a character and those are switched off.
    #[must_use]
    pub fn command_of(&self, chord: &Chord) -> Option<Command> {
        if self.silences(chord) { None } else { self.keys.command_of(chord) }
    }

    /// The chords that ask for a command now, those first that are best to show.
    #[must_use]
    pub fn keys_of(&self, command: Command) -> Vec<Chord> {
        let mut keys = self.keys.keys_of(command);
        keys.retain(|chord| !self.silences(chord));
        keys
    }

    /// Whether a chord is not listened to because it writes a character.
    #[must_use]
    pub fn silences(&self, chord: &Chord) -> bool {
        !self.letters && chord.writes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(chord: &str, with_letters: Option<Command>, without: Option<Command>) {
        let chord = Chord::parse(chord).unwrap();
        let mut settings = Settings::default();
        assert_eq!(settings.command_of(&chord), with_letters, "{chord}");
        settings.letters = false;
        assert_eq!(settings.command_of(&chord), without, "{chord} without letters");
    }

    #[test]
    fn what_writes_a_character_can_be_switched_off() {
        check("c", Some(Command::MarkClaim), None);
        check("Shift+g", Some(Command::Shrink), None);
        for sign in ["+", "0", "/", "?", ",", "Shift+f"] {
            assert!(Settings::default().command_of(&Chord::parse(sign).unwrap()).is_some(), "{sign}");
            check(sign, Settings::default().command_of(&Chord::parse(sign).unwrap()), None);
        }
    }

    #[test]
    fn named_keys_and_keys_with_ctrl_or_alt_stay() {
        for (chord, command) in [
            ("Enter", Command::OpenCard),
            ("Escape", Command::LetGo),
            ("Delete", Command::RemoveMark),
            ("Backspace", Command::RemoveMark),
            ("Ctrl+z", Command::Undo),
            ("Ctrl+Shift+z", Command::Redo),
        ] {
            check(chord, Some(command), Some(command));
        }
        let mut settings = Settings { letters: false, ..Settings::default() };
        settings.keys = settings.keys.set(Command::MarkClaim, Chord::parse("Alt+c").unwrap()).unwrap();
        assert_eq!(settings.command_of(&Chord::parse("Alt+c").unwrap()), Some(Command::MarkClaim));
    }

    #[test]
    fn only_keys_that_work_are_shown() {
        let mut settings = Settings::default();
        assert_eq!(settings.keys_of(Command::MarkClaim), [Chord::parse("c").unwrap()]);
        settings.letters = false;
        assert_eq!(settings.keys_of(Command::MarkClaim), []);
        assert_eq!(settings.keys_of(Command::LetGo), [Chord::parse("Escape").unwrap()]);
    }
}
