//! Which commands can be done now.

use super::{Page, Pencil, Screen, Tab};
use crate::annotation::{Content, MarkKind};
use crate::session::Filter;
use crate::settings::Command;

/// The commands that have something to work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Can(u64);

impl Can {
    pub(super) fn has(self, command: Command) -> bool {
        Command::ALL.iter().position(|other| *other == command).is_some_and(|at| self.0 >> at & 1 == 1)
    }
}

impl Screen {
    /// What can be done now.
    pub(super) fn can_do(&self) -> Can {
        let bit = |(at, command): (usize, Command)| u64::from(self.can(command)) << at;
        Can(Command::ALL.into_iter().enumerate().map(bit).sum())
    }

    /// The filter with the voice of the mark in hand as the only one; without it if it is that
    /// already, or if no voice is in hand.
    #[must_use]
    pub fn only_voice_in_hand(&self) -> Option<Filter> {
        let hand = self.session.as_ref().and_then(|session| session.hand());
        let voice = hand.and_then(|mark| match &mark.content {
            Content::Source(source) => Some(source),
            Content::Claim(claim) => claim.said_by.attributions().first().map(|tie| &tie.source),
            Content::Cue | Content::Note(_) => None,
        });
        let voice = voice.or(self.filter.source.as_ref())?;
        Some(self.filter.with_voice(voice))
    }

    /// Whether a command has something to work on. The menu shows the others greyed out, and their
    /// keys are left to the browser.
    #[must_use]
    pub fn can(&self, command: Command) -> bool {
        let Some(session) = &self.session else {
            return matches!(
                command,
                Command::AllKeys | Command::Settings | Command::Codebook | Command::Storage
            );
        };
        // An earlier state is there to look at.
        if self.looking.is_some() && changes(command) {
            return false;
        }
        let hand = session.hand().map(|mark| mark.kind());
        let annotating = matches!(self.page, Page::Article(_, Tab::Annotate));
        match command {
            Command::MarkClaim | Command::MarkSource | Command::MarkCue | Command::MarkNote => annotating,
            Command::NextMark | Command::PreviousMark => annotating && session.marks.iter().next().is_some(),
            Command::RemoveMark => hand.is_some(),
            Command::OpenCard => annotating && hand.is_some(),
            Command::NoSource => hand == Some(MarkKind::Claim),
            Command::NameSource => annotating && hand == Some(MarkKind::Claim),
            Command::LetGo => {
                *self.pencil != Pencil::default()
                    || self.find.is_some()
                    || self.panel.is_some()
                    || self.looking.is_some()
                    || hand.is_some()
            }
            Command::Undo => session.history.undo_step().is_some(),
            Command::Redo => session.history.redo_step().is_some(),
            Command::Search | Command::Filter => annotating,
            Command::OnlyThisVoice => annotating && self.only_voice_in_hand().is_some(),
            Command::Codebook | Command::Settings | Command::AllKeys | Command::Storage => true,
            Command::History => true,
            Command::Versions | Command::Places => annotating,
            Command::NewVersion => true,
            Command::Grow | Command::Shrink => annotating,
            Command::ReplaceBounds | Command::AddPiece => annotating && hand.is_some(),
        }
    }
}

/// Whether a command may change the article.
fn changes(command: Command) -> bool {
    matches!(
        command,
        Command::MarkClaim
            | Command::MarkSource
            | Command::MarkCue
            | Command::MarkNote
            | Command::ReplaceBounds
            | Command::AddPiece
            | Command::RemoveMark
            | Command::NameSource
            | Command::NoSource
            | Command::Undo
            | Command::Redo
            | Command::History
            | Command::NewVersion
    )
}
