//! What the arrow keys ask for.
//!
//! What is seen decides: while the caret is shown, arrows move it and `Shift` selects; while it is not
//! and a mark is in hand, `Shift` moves the end of the mark and `Alt` its start.

use crate::article::{Unit, Way};
use crate::browser::Key;
use crate::session::Edge;
use crate::view::{Ask, Move, Screen, Stride};

/// What an arrow key, `Home` or `End` asks for; `None` if the browser should do what it does.
/// `mirrored` tells whether the text runs from right to left.
pub(super) fn ask(screen: &Screen, key: &Key, mirrored: &dyn Fn() -> bool) -> Option<Ask> {
    let session = screen.session.as_ref()?;
    let way = way(key, mirrored)?;
    let sideways = key.name == "ArrowLeft" || key.name == "ArrowRight";
    let placed = session.hand().is_some_and(|mark| mark.spans().is_some());
    let placing = screen.pencil.placing.is_some();
    if placed && !placing && screen.pencil.caret.is_none() && sideways && (key.shift || key.alt) {
        return Some(stretch(key, way));
    }
    let stride = match (sideways, key.command, key.alt) {
        _ if key.on_control => return None,
        (true, false, false) => Stride::By(Unit::Character),
        (true, true, false) => Stride::By(Unit::Word),
        (true, _, true) => return None,
        (false, ..) => upright(key),
    };
    Some(Ask::Move(Move { stride, way, extend: key.shift }))
}

fn way(key: &Key, mirrored: &dyn Fn() -> bool) -> Option<Way> {
    let way = |forward: bool| if forward { Way::Forward } else { Way::Back };
    match key.name.as_str() {
        "ArrowLeft" => Some(way(mirrored())),
        "ArrowRight" => Some(way(!mirrored())),
        "ArrowUp" | "Home" => Some(Way::Back),
        "ArrowDown" | "End" => Some(Way::Forward),
        _ => None,
    }
}

fn upright(key: &Key) -> Stride {
    match (key.name.as_str(), key.command, key.alt) {
        ("Home" | "End", true, _) => Stride::Article,
        ("Home" | "End", false, _) => Stride::LineEnd,
        (_, true, _) => Stride::By(Unit::Block),
        (_, false, true) => Stride::By(Unit::Sentence),
        (_, false, false) => Stride::Line,
    }
}

/// `Shift` is the end, `Alt` the start; by words with Ctrl, or with both as on a Mac.
fn stretch(key: &Key, way: Way) -> Ask {
    let edge = if key.shift { Edge::End } else { Edge::Start };
    let by_word = key.command || (key.shift && key.alt);
    Ask::Stretch(edge, if by_word { Unit::Word } else { Unit::Character }, way)
}
