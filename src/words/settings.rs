//! What is said of settings and of changing keys.

use super::quoted;
use crate::settings::{Chord, Command};

fixed! {
    settings = "Settings";
    your_name = "Your name";
    your_name_hint = "Marks you make from now on carry it. It stays in this browser and in the files you save.";
    selecting = "Selecting";
    snap_switch = "Selections snap to whole words";
    quotes_switch = "Snapping keeps quotation marks at the edges";
    keys_heading = "Keys";
    letters_switch = "Single letters, digits and signs are keys";
    show_keys = "All keys";
    settings_kept = "Every change counts at once and is kept in this browser.";
    change = "Change";
    reset = "Reset";
    reset_keys = "Reset all keys";
    press_new_key = "Press the new key (Esc: leave it)";
    remove = "Remove";
    label_key_field = "Key (one small letter or sign, or nothing)";
    one_character = "A key is one character.";
    menu = "Menu";
}

pub fn change_key_of(command: &str) -> String {
    format!("Change the key of {command}")
}

pub fn reset_key_of(command: &str) -> String {
    format!("Reset the key of {command}")
}

pub fn key_of_label(chord: &Chord, label: &str) -> String {
    format!(
        "{} is the key of the label {}. Change that in the codebook first.",
        super::chord(chord).join("+"),
        quoted(label)
    )
}

pub fn key_of_command(chord: &Chord, command: Command) -> String {
    format!(
        "{} is the key of {}. Take another one.",
        super::chord(chord).join("+"),
        quoted(&super::command(command))
    )
}
