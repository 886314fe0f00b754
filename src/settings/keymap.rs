//! Which key does what, and what a person has changed about it.

use super::{Chord, Command};

/// Which key does what: the defaults and what was changed.
///
/// What a person has chosen goes before every default, so a default that is new in a later version
/// never takes a key away.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    /// The commands that have another chord than by default, in the order of commands.
    changes: Vec<(Command, Chord)>,
}

/// Why a chord cannot be given to a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// It asks for another command already.
    Taken {
        /// The chord.
        chord: Chord,
        /// The command that has it.
        by: Command,
    },
    /// It belongs to the digits, to the arrows, or is Tab or Space.
    Fixed(Chord),
    /// The browser needs it, or never hands it over.
    Browsers(Chord),
    /// It is no key that can be kept: a modifier alone, or something that types several characters.
    NoKey,
}

impl Keymap {
    /// The defaults with these changes.
    ///
    /// # Errors
    ///
    /// If two of them have the same chord, or one is not to be given away.
    pub fn of(changes: impl IntoIterator<Item = (Command, Chord)>) -> Result<Keymap, Clash> {
        let mut keymap = Keymap::default();
        for (command, chord) in changes {
            may_be_given(&chord)?;
            let taken = keymap.changes.iter().find(|(other, taken)| *other != command && *taken == chord);
            if let Some((by, _)) = taken {
                return Err(Clash::Taken { chord, by: *by });
            }
            keymap.put(command, chord);
        }
        Ok(keymap)
    }

    /// What was changed, in the order of commands.
    #[must_use]
    pub fn changes(&self) -> &[(Command, Chord)] {
        &self.changes
    }

    /// Whether a command has another chord than by default.
    #[must_use]
    pub fn is_changed(&self, command: Command) -> bool {
        self.change(command).is_some()
    }

    /// What a chord asks for.
    #[must_use]
    pub fn command_of(&self, chord: &Chord) -> Option<Command> {
        if let Some((command, _)) = self.changes.iter().find(|(_, other)| other == chord) {
            return Some(*command);
        }
        let printed = chord.to_string();
        let by_default = Command::ALL.into_iter().find(|c| c.defaults().contains(&printed.as_str()));
        by_default.filter(|command| !self.is_changed(*command))
    }

    /// The chords that ask for a command, the best to show first. None if all its defaults were
    /// given to others.
    #[must_use]
    pub fn keys_of(&self, command: Command) -> Vec<Chord> {
        match self.change(command) {
            Some(chord) => vec![chord.clone()],
            None => defaults(command).filter(|chord| self.command_of(chord) == Some(command)).collect(),
        }
    }

    /// The keymap in which this chord, and no other, asks for this command.
    ///
    /// # Errors
    ///
    /// If the chord asks for another command already, or is not to be given away.
    pub fn set(&self, command: Command, chord: Chord) -> Result<Keymap, Clash> {
        may_be_given(&chord)?;
        self.free(command, &chord)?;
        let mut next = self.clone();
        if defaults(command).eq([chord.clone()]) {
            next.changes.retain(|(other, _)| *other != command);
        } else {
            next.put(command, chord);
        }
        Ok(next)
    }

    /// The keymap in which this command has its default chords again.
    ///
    /// # Errors
    ///
    /// If one of them asks for another command by now.
    pub fn reset(&self, command: Command) -> Result<Keymap, Clash> {
        for chord in defaults(command) {
            self.free(command, &chord)?;
        }
        let mut next = self.clone();
        next.changes.retain(|(other, _)| *other != command);
        Ok(next)
    }

    fn change(&self, command: Command) -> Option<&Chord> {
        self.changes.iter().find(|(other, _)| *other == command).map(|(_, chord)| chord)
    }

    fn put(&mut self, command: Command, chord: Chord) {
        self.changes.retain(|(other, _)| *other != command);
        self.changes.push((command, chord));
        self.changes.sort_unstable_by_key(|(command, _)| *command);
    }

    /// Makes sure that no other command has the chord.
    fn free(&self, command: Command, chord: &Chord) -> Result<(), Clash> {
        match self.command_of(chord).filter(|by| *by != command) {
            Some(by) => Err(Clash::Taken { chord: chord.clone(), by }),
            None => Ok(()),
        }
    }
}

fn defaults(command: Command) -> impl Iterator<Item = Chord> {
    command.defaults().iter().filter_map(|printed| Chord::parse(printed))
}

fn may_be_given(chord: &Chord) -> Result<(), Clash> {
    if chord.is_modifier() || Chord::parse(&chord.to_string()).as_ref() != Some(chord) {
        Err(Clash::NoKey)
    } else if chord.is_fixed() {
        Err(Clash::Fixed(chord.clone()))
    } else if chord.is_the_browsers() {
        Err(Clash::Browsers(chord.clone()))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chord(printed: &str) -> Chord {
        Chord::parse(printed).unwrap()
    }

    #[test]
    fn the_defaults_are_chords_and_none_of_them_clash() {
        let keymap = Keymap::default();
        for command in Command::ALL {
            let keys = keymap.keys_of(command);
            assert_eq!(keys.len(), command.defaults().len(), "{command:?}");
            for (chord, printed) in keys.iter().zip(command.defaults()) {
                assert_eq!(chord.to_string(), *printed);
                assert_eq!(may_be_given(chord), Ok(()), "{printed}");
                assert_eq!(keymap.command_of(chord), Some(command), "{printed}");
            }
        }
    }

    #[test]
    fn a_command_gets_another_key_and_its_own_back() {
        let changed = Keymap::default().set(Command::RemoveMark, chord("x")).unwrap();
        assert_eq!(changed.command_of(&chord("x")), Some(Command::RemoveMark));
        assert_eq!(changed.command_of(&chord("Delete")), None);
        assert_eq!(changed.keys_of(Command::RemoveMark), [chord("x")]);
        assert!(changed.is_changed(Command::RemoveMark));
        assert_eq!(changed.reset(Command::RemoveMark), Ok(Keymap::default()));
        let claim = Keymap::default().set(Command::MarkClaim, chord("x")).unwrap();
        assert_eq!(claim.set(Command::MarkClaim, chord("c")), Ok(Keymap::default()));
    }

    fn refuses(keymap: &Keymap, command: Command, printed: &str, expected: &Clash) {
        assert_eq!(keymap.set(command, chord(printed)).as_ref(), Err(expected), "{printed}");
    }

    #[test]
    fn a_clash_says_with_what() {
        let keymap = Keymap::default();
        let taken = |printed, by| Clash::Taken { chord: chord(printed), by };
        refuses(&keymap, Command::MarkClaim, "s", &taken("s", Command::MarkSource));
        refuses(&keymap, Command::MarkClaim, "Ctrl+y", &taken("Ctrl+y", Command::Redo));
        refuses(&keymap, Command::MarkClaim, "5", &Clash::Fixed(chord("5")));
        refuses(&keymap, Command::MarkClaim, "Shift+ArrowLeft", &Clash::Fixed(chord("Shift+ArrowLeft")));
        refuses(&keymap, Command::MarkClaim, "Ctrl+c", &Clash::Browsers(chord("Ctrl+c")));
        refuses(&keymap, Command::MarkClaim, "Shift", &Clash::NoKey);
        let two = Chord::new("fi", false, false, false);
        assert_eq!(keymap.set(Command::MarkClaim, two), Err(Clash::NoKey));
    }

    #[test]
    fn a_default_that_was_given_away_cannot_come_back_unseen() {
        let away = Keymap::default().set(Command::MarkClaim, chord("x")).unwrap();
        let swapped = away.set(Command::MarkSource, chord("c")).unwrap();
        assert_eq!(
            swapped.reset(Command::MarkClaim),
            Err(Clash::Taken { chord: chord("c"), by: Command::MarkSource })
        );
        assert_eq!(swapped.set(Command::MarkCue, chord("s")).unwrap().changes().len(), 3);
    }

    #[test]
    fn changes_are_read_in_any_order_and_go_before_defaults() {
        let swap = [(Command::MarkSource, chord("c")), (Command::MarkClaim, chord("s"))];
        let keymap = Keymap::of(swap.clone()).unwrap();
        assert_eq!(keymap.command_of(&chord("c")), Some(Command::MarkSource));
        assert_eq!(keymap.command_of(&chord("s")), Some(Command::MarkClaim));
        assert_eq!(Keymap::of(swap.into_iter().rev()), Ok(keymap));
        // As if `j` were a default that came later.
        let older = Keymap::of([(Command::MarkClaim, chord("j"))]).unwrap();
        assert_eq!(older.command_of(&chord("j")), Some(Command::MarkClaim));
        assert_eq!(older.keys_of(Command::NextMark), []);
        let doubled = [(Command::MarkClaim, chord("x")), (Command::MarkCue, chord("x"))];
        let taken = Clash::Taken { chord: chord("x"), by: Command::MarkClaim };
        assert_eq!(Keymap::of(doubled), Err(taken));
    }
}
