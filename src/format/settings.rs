//! Settings as they are stored: a checksum, a space and JSON on one line.

use std::collections::BTreeMap;

use super::entry::EntryError;
use super::entry::seal::{line, write};
use super::json::{Expected, Fields, Flaw, Reader, parse};
use super::word::Word;
use crate::settings::{Chord, Command, Keymap, Settings};

/// The newest version that is read. It is written only where it says more than the first.
pub const VERSION: u64 = 2;

#[derive(serde::Serialize)]
struct Line<'a> {
    v: u64,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    snap: bool,
    quotes: bool,
    letters: bool,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    keys: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    export: &'a str,
}

/// Writes settings to be stored under `key`.
#[must_use]
pub fn encode(settings: &Settings, key: &str) -> String {
    let mut keys = BTreeMap::new();
    keys.extend(settings.keys.changes().iter().map(|(command, chord)| (command.word(), chord.to_string())));
    let Settings { name, snap, quotes, letters, export, .. } = settings;
    let v = if export.is_empty() { 1 } else { VERSION };
    let line = Line { v, name, snap: *snap, quotes: *quotes, letters: *letters, keys, export };
    write(&line, key)
}

/// Reads settings that were stored under `key`.
///
/// # Errors
///
/// If the value or its key was changed since it was written, or if a newer version wrote it.
pub fn decode(value: &str, key: &str) -> Result<Settings, EntryError> {
    let mut reader = Reader::strict();
    let mut line = line(value, key, VERSION, &mut reader)?;
    let settings = Settings {
        name: line.text_or_empty("name")?,
        snap: flag(&mut line, "snap")?,
        quotes: flag(&mut line, "quotes")?,
        letters: flag(&mut line, "letters")?,
        keys: keys(&mut line, &mut reader)?,
        export: line.text_or_empty("export")?,
    };
    line.dismiss(&mut reader)?;
    Ok(settings)
}

/// Takes `true` or `false`, which must be there.
fn flag(line: &mut Fields<'_, '_>, name: &str) -> Result<bool, Flaw> {
    let raw = line.take(name).ok_or_else(|| line.missing(name))?;
    parse(raw, &line.path.field(name), Expected::Boolean)
}

fn keys(line: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Keymap, EntryError> {
    let Some(raw) = line.take("keys") else { return Ok(Keymap::default()) };
    let path = line.path.field("keys");
    let mut fields = Fields::open(raw, &path, reader)?;
    let mut changes = Vec::new();
    for command in Command::ALL {
        if let Some(printed) = fields.text(command.word())? {
            let chord = Chord::parse(&printed);
            changes.push((command, chord.ok_or_else(|| odd(path.field(command.word()).to_string()))?));
        }
    }
    fields.dismiss(reader)?;
    Keymap::of(changes).map_err(|_clash| odd(path.to_string()))
}

fn odd(path: String) -> EntryError {
    EntryError::WrongShape { path }
}

impl Word for Command {
    const ALL: &'static [Command] = &Command::ALL;

    fn word(self) -> &'static str {
        match self {
            Command::MarkClaim => "mark-claim",
            Command::MarkSource => "mark-source",
            Command::MarkCue => "mark-cue",
            Command::MarkNote => "mark-note",
            Command::ReplaceBounds => "replace-bounds",
            Command::AddPiece => "add-piece",
            Command::Grow => "grow",
            Command::Shrink => "shrink",
            Command::NextMark => "next-mark",
            Command::PreviousMark => "previous-mark",
            Command::RemoveMark => "remove-mark",
            Command::OpenCard => "open-card",
            Command::LetGo => "let-go",
            Command::NameSource => "name-source",
            Command::NoSource => "no-source",
            Command::OnlyThisVoice => "only-this-voice",
            Command::Undo => "undo",
            Command::Redo => "redo",
            Command::Search => "search",
            Command::Filter => "filter",
            Command::History => "history",
            Command::Versions => "versions",
            Command::Storage => "storage",
            Command::NewVersion => "new-version",
            Command::Places => "places",
            Command::Codebook => "codebook",
            Command::Settings => "settings",
            Command::AllKeys => "all-keys",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::entry::seal::seal;
    use super::*;

    const KEY: &str = "sayso/1/settings.0000000000005-t-0";

    fn changed() -> Settings {
        let keys = Keymap::default().set(Command::MarkClaim, Chord::parse("Ctrl++").unwrap()).unwrap();
        let keys = keys.set(Command::RemoveMark, Chord::parse("x").unwrap()).unwrap();
        Settings {
            name: "Ada “L” 🙂".into(),
            snap: false,
            quotes: false,
            letters: false,
            keys,
            export: "csv".into(),
        }
    }

    #[test]
    fn settings_come_back_as_they_were_kept() {
        for settings in [Settings::default(), changed()] {
            assert_eq!(decode(&encode(&settings, KEY), KEY), Ok(settings));
        }
    }

    #[test]
    fn the_stored_form_is_frozen() {
        let json = "{\"v\":1,\"name\":\"Ada\",\"snap\":true,\"quotes\":false,\"letters\":true,\"keys\":{\"mark-claim\":\"Alt+c\"}}";
        let keys = Keymap::default().set(Command::MarkClaim, Chord::parse("Alt+c").unwrap()).unwrap();
        let settings = Settings { name: "Ada".into(), quotes: false, keys, ..Settings::default() };
        assert_eq!(encode(&settings, KEY), seal(json, KEY));
        assert_eq!(decode(&seal(json, KEY), KEY), Ok(settings));
    }

    #[test]
    fn what_was_changed_outside_is_damage() {
        let good = encode(&changed(), KEY);
        assert_eq!(decode(&good, "sayso/1/settings.0000000000005-t-1"), Err(EntryError::Damaged));
        assert_eq!(decode(&good.replace("Ctrl", "Alt"), KEY), Err(EntryError::Damaged));
        for (json, path) in [
            ("{\"v\":1}", "snap"),
            ("{\"v\":1,\"snap\":1}", "snap"),
            ("{\"v\":1,\"snap\":true,\"quotes\":true,\"letters\":true,\"keys\":{\"fly\":\"c\"}}", "keys"),
            (
                "{\"v\":1,\"snap\":true,\"quotes\":true,\"letters\":true,\"keys\":{\"undo\":\"\"}}",
                "keys.undo",
            ),
            ("{\"v\":1,\"snap\":true,\"quotes\":true,\"letters\":true,\"keys\":{\"undo\":\"5\"}}", "keys"),
            ("{\"v\":1,\"snap\":true,\"quotes\":true,\"letters\":true,\"dark\":true}", ""),
        ] {
            let shape = EntryError::WrongShape { path: path.into() };
            assert_eq!(decode(&seal(json, KEY), KEY), Err(shape), "{json}");
        }
        assert_eq!(decode(&seal("{\"v\":3}", KEY), KEY), Err(EntryError::Newer { version: 3 }));
        assert_eq!(decode(&seal("[]]", KEY), KEY), Err(EntryError::NotJson));
    }

    #[test]
    fn every_command_has_a_word_of_its_own() {
        for command in Command::ALL {
            assert_eq!(Command::of(command.word()), Some(command));
        }
    }
}
