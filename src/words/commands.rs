//! What commands and keys are called.

use super::quoted;
use crate::settings::{Chord, Clash, Command, Group};

pub fn command(command: Command) -> String {
    let name = match command {
        Command::MarkClaim => "Mark a claim",
        Command::MarkSource => "Mark a source",
        Command::MarkCue => "Mark a cue",
        Command::MarkNote => "Mark with a note",
        Command::ReplaceBounds => "Give it the selection as its bounds",
        Command::AddPiece => "Add the selection as a piece",
        Command::Grow => "Widen the selection",
        Command::Shrink => "Narrow the selection again",
        Command::NextMark => "Next mark",
        Command::PreviousMark => "Previous mark",
        Command::RemoveMark => "Remove the mark",
        Command::OpenCard => "Go to its card",
        Command::LetGo => "Close, or let go of the mark",
        Command::NameSource => "Find or name its source",
        Command::NoSource => "No source given",
        Command::OnlyThisVoice => "Show only this voice",
        Command::Undo => "Undo",
        Command::Redo => "Redo",
        Command::Search => "Search",
        Command::Filter => "Filter the marks",
        Command::History => "Steps to undo or redo",
        Command::Codebook => "Codebook",
        Command::Settings => "Settings",
        Command::AllKeys => "All keys",
        Command::Versions => "History of the article",
        Command::Storage => "Storage and backup",
        Command::NewVersion => "New version of this article",
        Command::Places => "Places of the marks",
    };
    name.into()
}

pub fn command_group(group: Group) -> String {
    let name = match group {
        Group::Marking => "Mark the text",
        Group::InHand => "The mark in hand",
        Group::Moving => "From mark to mark",
        Group::Finding => "Find",
        Group::Steps => "Steps",
        Group::Sayso => "Sayso",
    };
    name.into()
}

/// The keys of a chord as keyboards print them: *Ctrl*, *Shift*, *Z*.
pub fn chord(chord: &Chord) -> Vec<String> {
    let held = [(chord.command, "Ctrl"), (chord.alt, "Alt"), (chord.shift, "Shift")];
    let held = held.into_iter().filter(|(held, _)| *held).map(|(_, name)| name.to_owned());
    held.chain([key_name(&chord.key)]).collect()
}

fn key_name(key: &str) -> String {
    match key {
        "Escape" => "Esc".into(),
        "Delete" => "Del".into(),
        "PageUp" => "Page Up".into(),
        "PageDown" => "Page Down".into(),
        _ if key.chars().nth(1).is_none() => key.to_uppercase(),
        _ => key.into(),
    }
}

/// A chord in a sentence: *Ctrl+Z*.
fn spelt(chord: &Chord) -> String {
    self::chord(chord).join("+")
}

pub fn clash(clash: &Clash) -> String {
    match clash {
        Clash::Taken { chord, by } => {
            format!("{} is the key of {}. Give that another key first.", spelt(chord), quoted(&command(*by)))
        }
        Clash::Fixed(chord) => {
            format!(
                "{} stays as it is: digits choose sources; arrows, Tab and Space move about.",
                spelt(chord)
            )
        }
        Clash::Browsers(chord) => {
            format!("{} belongs to the browser. Press another key.", spelt(chord))
        }
        Clash::NoKey => "That is no key that can be kept. Press another one.".into(),
    }
}

/// Keys that always do the same: what is pressed, and what it does.
pub fn fixed_keys() -> Vec<(&'static [&'static str], String)> {
    let rows: [(&[&str], &str); 3] = [
        (&["1", "…", "9"], "This source makes the claim in hand, nearest first"),
        (&["Shift", "1", "…", "9"], "This source makes it as well, or no longer"),
        (&["Ctrl", "Enter"], "In a field: done"),
    ];
    rows.into_iter().map(|(keys, what)| (keys, what.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Keymap;

    fn keys(printed: &str) -> Vec<String> {
        chord(&Chord::parse(printed).unwrap())
    }

    #[test]
    fn keys_are_named_as_they_are_printed_on_keyboards() {
        assert_eq!(keys("Ctrl+Shift+z"), ["Ctrl", "Shift", "Z"]);
        assert_eq!(keys("Escape"), ["Esc"]);
        assert_eq!(keys("?"), ["?"]);
        assert_eq!(keys("Alt+F2"), ["Alt", "F2"]);
    }

    #[test]
    fn a_clash_names_the_other_command() {
        let taken = Keymap::default().set(Command::MarkClaim, Chord::parse("Ctrl+z").unwrap()).unwrap_err();
        assert_eq!(clash(&taken), "Ctrl+Z is the key of “Undo”. Give that another key first.");
    }

    #[test]
    fn no_two_commands_have_one_name() {
        let mut names: Vec<String> = Command::ALL.into_iter().map(command).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), Command::ALL.len());
    }
}
