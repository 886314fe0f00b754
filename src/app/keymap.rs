//! Which key asks for what.

use super::desk::Desk;
use crate::annotation::MarkKind;
use crate::browser::{self, Key};
use crate::session::{Direction, Intent, Session, nearest_sources};
use crate::view::{Ask, Dialog, Screen};

/// Does what a key asks; `false` leaves it to the browser.
pub(super) fn press(desk: &Desk, key: &Key) -> bool {
    let screen = desk.screen();
    if key.composing || key.in_dialog {
        return false;
    }
    if key.typing {
        return done_typing(desk, key);
    }
    if key.name == "Enter" && !key.on_control && !key.command {
        return to_card(&screen);
    }
    let ask = if key.command { with_command(key) } else { plain(&screen, key) };
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

/// From the mark in hand to its card.
fn to_card(screen: &Screen) -> bool {
    let hand = screen.session.as_ref().and_then(|session| session.in_hand.clone());
    hand.is_some_and(|id| {
        browser::focus_by_id(&format!("card-{id}"));
        true
    })
}

fn with_command(key: &Key) -> Option<Ask> {
    match (key.name.to_lowercase().as_str(), key.shift) {
        ("z", false) => Some(Ask::Do(Intent::Undo)),
        ("z", true) | ("y", false) => Some(Ask::Do(Intent::Redo)),
        _ => None,
    }
}

fn plain(screen: &Screen, key: &Key) -> Option<Ask> {
    if key.alt {
        return None;
    }
    if key.name == "?" {
        return Some(Ask::Show(Dialog::Keys));
    }
    let session = screen.session.as_ref()?;
    if key.name == "/" {
        return Some(Ask::OpenSearch);
    }
    if let Some(digit) = key.digit {
        return choose(session, digit, key.shift).map(Ask::Do);
    }
    if key.shift {
        return None;
    }
    match key.name.to_lowercase().as_str() {
        "c" => once(key, MarkKind::Claim),
        "s" => once(key, MarkKind::Source),
        "u" => once(key, MarkKind::Cue),
        "n" => once(key, MarkKind::Note),
        "j" => Some(Ask::Do(Intent::Go(Direction::Next))),
        "k" => Some(Ask::Do(Intent::Go(Direction::Previous))),
        "delete" | "backspace" => session.in_hand.clone().map(|id| Ask::Do(Intent::RemoveMark(id))),
        "escape" => escape(screen, session),
        _ => None,
    }
}

/// A key held down marks once.
fn once(key: &Key, kind: MarkKind) -> Option<Ask> {
    (!key.repeat).then_some(Ask::MarkSelection(kind))
}

/// A digit chooses the source of the claim in hand, nearest first; 0 is nobody.
fn choose(session: &Session, digit: u8, also: bool) -> Option<Intent> {
    let claim = session.claim_in_hand()?;
    let Some(at) = usize::from(digit).checked_sub(1) else { return Some(Intent::NoSource(claim.id.clone())) };
    let source = nearest_sources(session, claim).get(at)?.id.clone();
    let tie = if also { Intent::Join } else { Intent::Tie };
    Some(tie(claim.id.clone(), source))
}

/// What lies on top goes first: the search, a panel, then the mark in hand.
fn escape(screen: &Screen, session: &Session) -> Option<Ask> {
    if screen.find.is_some() {
        return Some(Ask::CloseSearch);
    }
    if let Some(panel) = screen.panel {
        return Some(Ask::Turn(panel));
    }
    session.in_hand.is_some().then_some(Ask::Do(Intent::LetGo))
}
