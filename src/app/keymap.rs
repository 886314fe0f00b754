//! From a key that is pressed to what it asks for.

use super::arrows;
use super::desk::Desk;
use crate::browser::{self, Key};
use crate::session::{Intent, Session, choices, to_refer};
use crate::settings::{Chord, Command, Settings};
use crate::view::{Ask, Page, Screen, Tab};

/// Does what a key asks; `false` leaves it to the browser.
pub(super) fn press(desk: &Desk, key: &Key) -> bool {
    if key.composing || key.in_dialog {
        return false;
    }
    if key.typing {
        return done_typing(desk, key);
    }
    let screen = desk.screen();
    let mirrored = || desk.slot().get().is_some_and(|island| browser::runs_right_to_left(&island));
    // The focus may have left an open dialog, when what had it is gone.
    let ask = if screen.dialog.is_none() { asked(&screen, key, &mirrored) } else { None };
    let asked = ask.is_some();
    ask.into_iter().for_each(|ask| desk.ask(ask));
    asked
}

/// In a field only `Ctrl+Enter` and `Esc` are ours: both keep what was typed.
fn done_typing(desk: &Desk, key: &Key) -> bool {
    let done = key.name == "Escape" || (key.command && key.name == "Enter");
    if done {
        browser::focus_by_id("main");
        desk.ask(Ask::Typed);
    }
    done
}

fn asked(screen: &Screen, key: &Key, mirrored: &dyn Fn() -> bool) -> Option<Ask> {
    // Enter and Space press the control that has the focus.
    if key.on_control && matches!(key.name.as_str(), "Enter" | " ") {
        return None;
    }
    if let Some(ask) = pencil(screen, key, mirrored) {
        return Some(ask);
    }
    match command(&screen.settings, key) {
        Some(command) => {
            let done = screen.can(command) && (command.repeats() || !key.repeat);
            done.then_some(Ask::Run(command))
        }
        None => label(screen, key)
            .or_else(|| choose(screen.session.as_ref()?, &screen.settings, key).map(Ask::Do)),
    }
}

/// Keys that belong to what the pencil is doing: the proposal waits for `Enter`, the caret for arrows.
fn pencil(screen: &Screen, key: &Key, mirrored: &dyn Fn() -> bool) -> Option<Ask> {
    if !matches!(screen.page, Page::Article(_, Tab::Annotate)) {
        return None;
    }
    if key.name == "Enter" && screen.pencil.telling.is_some() {
        return Some(Ask::Answer(true));
    }
    if key.name == "Enter" && screen.pencil.placing.is_some() {
        return Some(Ask::ReplaceBounds);
    }
    if key.name == "Enter" && screen.pencil.caret.is_some() {
        return Some(Ask::TakeHere);
    }
    arrows::ask(screen, key, mirrored)
}

/// What the character asks for; else what the digit on the key does, as some keyboards write digits
/// only with Shift.
fn command(settings: &Settings, key: &Key) -> Option<Command> {
    let chord = Chord::new(&key.name, key.command, key.shift, key.alt);
    settings.command_of(&chord).or_else(|| settings.command_of(&digit(key)?))
}

fn digit(key: &Key) -> Option<Chord> {
    let digit = key.digit.filter(|_| !key.command && !key.alt)?;
    Some(Chord::new(&digit.to_string(), false, false, false))
}

/// A label's key marks with it.
fn label(screen: &Screen, key: &Key) -> Option<Ask> {
    let chord = Chord::new(&key.name, key.command, key.shift, key.alt);
    let heard = chord.writes() && !chord.shift && !key.repeat && screen.can(Command::MarkNote);
    let letter = chord.key.chars().next().filter(|_| heard && !screen.settings.silences(&chord))?;
    Some(Ask::MarkLabel(screen.codebook.label_of_key(letter)?.name.clone()))
}

/// A digit chooses among the voices, nearest first: for the mention that is to be referred, else for
/// the claim in hand; there with `Shift` as well as others.
fn choose(session: &Session, settings: &Settings, key: &Key) -> Option<Intent> {
    if settings.silences(&digit(key)?) {
        return None;
    }
    let at = usize::from(key.digit?).checked_sub(1)?;
    let source = choices(session).get(at)?.id.clone();
    if let Some(mention) = to_refer(session) {
        return Some(Intent::Refer(mention.id.clone(), source));
    }
    let tie = if key.shift { Intent::Join } else { Intent::Tie };
    Some(tie(session.claim_in_hand()?.id.clone(), source))
}
