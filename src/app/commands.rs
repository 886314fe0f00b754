//! What each command does.

use super::desk::Desk;
use crate::annotation::{Mark, MarkKind};
use crate::browser;
use crate::session::{Direction, Intent, neighbour};
use crate::settings::Command;
use crate::view::{Ask, Care, Dialog, Look, Panel, Screen, Version};

/// Does a command, if it can be done now.
pub(super) fn run(desk: &Desk, command: Command) {
    let screen = desk.screen();
    if screen.can(command) {
        request(&screen, command).into_iter().for_each(|ask| desk.ask(ask));
    }
}

/// The request that a command stands for. Moving the focus is done at once: it makes fields that are
/// left ask for something themselves, so the desk must not be in use.
fn request(screen: &Screen, command: Command) -> Option<Ask> {
    Some(match command {
        Command::MarkClaim => Ask::MarkSelection(MarkKind::Claim),
        Command::MarkSource => Ask::MarkSelection(MarkKind::Source),
        Command::MarkCue => Ask::MarkSelection(MarkKind::Cue),
        Command::MarkNote => Ask::MarkSelection(MarkKind::Note),
        Command::NextMark => beside(screen, Direction::Next)?,
        Command::PreviousMark => beside(screen, Direction::Previous)?,
        Command::RemoveMark => Ask::Do(Intent::RemoveMark(in_hand(screen)?.id.clone())),
        Command::NoSource => Ask::Do(Intent::NoSource(in_hand(screen)?.id.clone())),
        Command::LetGo => let_go(screen),
        Command::Undo => Ask::Do(Intent::Undo),
        Command::Redo => Ask::Do(Intent::Redo),
        Command::Search => Ask::OpenSearch,
        Command::Filter => Ask::ShowFilters(true),
        Command::OnlyThisVoice => Ask::Filter(screen.only_voice_in_hand()?),
        Command::Codebook if screen.can(Command::MarkNote) => Ask::Turn(Panel::Codebook),
        Command::Codebook => Ask::Show(Dialog::Codebook),
        Command::Settings => Ask::Show(Dialog::Settings),
        Command::AllKeys => Ask::Show(Dialog::Keys),
        Command::NameSource => {
            browser::focus_by_id(&format!("who-{}", in_hand(screen)?.id));
            return None;
        }
        Command::OpenCard => {
            browser::focus_by_id(&format!("card-{}", in_hand(screen)?.id));
            return None;
        }
        Command::ReplaceBounds => Ask::ReplaceBounds,
        Command::AddPiece => Ask::AddPiece,
        Command::Grow => Ask::Grow,
        Command::Shrink => Ask::Shrink,
        Command::History => Ask::Show(Dialog::Steps),
        Command::Places => Ask::Turn(Panel::Places),
        Command::NewVersion => Ask::Version(Version::Begin(screen.session.as_ref()?.id.clone())),
        Command::Versions => Ask::Turn(Panel::History),
        Command::Storage => Ask::Care(Care::Open),
    })
}

fn in_hand(screen: &Screen) -> Option<&Mark> {
    screen.session.as_ref()?.hand().map(|mark| &**mark)
}

/// What lies on top goes first: a proposal, a list, the search, what is being placed, a panel, the caret, then the mark in
/// hand.
fn let_go(screen: &Screen) -> Ask {
    match screen.panel {
        _ if screen.pencil.telling.is_some() => Ask::Answer(false),
        _ if screen.pencil.overlap.as_ref().is_some_and(|list| list.focused) => Ask::CloseOverlap,
        _ if screen.find.is_some() => Ask::CloseSearch,
        _ if screen.pencil.placing.is_some() => Ask::StopPlacing,
        // These stand beside the text, so they go after what is in hand.
        Some(Panel::Codebook | Panel::History | Panel::Places) if screen.pencil.caret.is_some() => {
            Ask::HideCaret
        }
        Some(Panel::Codebook | Panel::History | Panel::Places) if in_hand(screen).is_some() => {
            Ask::Do(Intent::LetGo)
        }
        Some(Panel::History) if screen.looking.is_some() => Ask::Look(Look::Now),
        Some(panel) => Ask::Turn(panel),
        None if screen.pencil.caret.is_some() => Ask::HideCaret,
        None if screen.looking.is_some() && in_hand(screen).is_none() => Ask::Look(Look::Now),
        None => Ask::Do(Intent::LetGo),
    }
}

/// To the next or the previous mark that is shown.
fn beside(screen: &Screen, direction: Direction) -> Option<Ask> {
    let session = screen.session.as_ref()?;
    let shown = |mark: &Mark| screen.filter.passes(session, mark, &screen.settings.name);
    neighbour(session, direction, &shown).map(|id| Ask::Do(Intent::Take(id)))
}
