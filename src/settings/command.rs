//! What can be asked for with a key or from the menu.

/// Something that a key or the menu asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// Mark the selection as a claim.
    MarkClaim,
    /// Mark the selection as a mention of a source.
    MarkSource,
    /// Mark the selection as a cue.
    MarkCue,
    /// Mark the selection with a note.
    MarkNote,
    /// Give the mark in hand the selection as its bounds.
    ReplaceBounds,
    /// Add the selection to the mark in hand as one more piece.
    AddPiece,
    /// Widen the selection: word, clause, sentence, block.
    Grow,
    /// Take the last widening back.
    Shrink,
    /// Take the next mark in hand.
    NextMark,
    /// Take the previous mark in hand.
    PreviousMark,
    /// Remove the mark in hand.
    RemoveMark,
    /// Go from the mark in hand to its card.
    OpenCard,
    /// Close what lies on top, or let go of the mark in hand.
    LetGo,
    /// Find or name a source for the claim in hand.
    NameSource,
    /// Say that nobody is named for the claim in hand.
    NoSource,
    /// Show only what one voice says.
    OnlyThisVoice,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Search text and marks.
    Search,
    /// Filter the marks.
    Filter,
    /// List the steps.
    History,
    /// Show or hide the codebook.
    Codebook,
    /// Open the settings.
    Settings,
    /// Open the list of all keys.
    AllKeys,
    /// Show or hide the history of the article.
    Versions,
    /// Show what takes how much room, and how safe it is.
    Storage,
    /// Make a new version of the article from another text.
    NewVersion,
    /// Show or hide where the marks stand in this version.
    Places,
}

/// What belongs together in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Marking the text.
    Marking,
    /// The mark in hand.
    InHand,
    /// Going from mark to mark.
    Moving,
    /// Finding.
    Finding,
    /// What was done.
    Steps,
    /// Sayso itself.
    Sayso,
}

impl Group {
    /// All of them, in the order of the menu.
    pub const ALL: [Group; 6] =
        [Group::Marking, Group::InHand, Group::Moving, Group::Finding, Group::Steps, Group::Sayso];
}

impl Command {
    /// All of them, in the order of the menu.
    pub const ALL: [Command; 28] = [
        Command::MarkClaim,
        Command::MarkSource,
        Command::MarkCue,
        Command::MarkNote,
        Command::Grow,
        Command::Shrink,
        Command::ReplaceBounds,
        Command::AddPiece,
        Command::NameSource,
        Command::NoSource,
        Command::OpenCard,
        Command::OnlyThisVoice,
        Command::RemoveMark,
        Command::LetGo,
        Command::NextMark,
        Command::PreviousMark,
        Command::Search,
        Command::Filter,
        Command::Undo,
        Command::Redo,
        Command::History,
        Command::Versions,
        Command::Places,
        Command::NewVersion,
        Command::Codebook,
        Command::Settings,
        Command::Storage,
        Command::AllKeys,
    ];

    /// What it belongs to.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Command::MarkClaim
            | Command::MarkSource
            | Command::MarkCue
            | Command::MarkNote
            | Command::Grow
            | Command::Shrink => Group::Marking,
            Command::ReplaceBounds
            | Command::AddPiece
            | Command::NameSource
            | Command::NoSource
            | Command::OpenCard
            | Command::OnlyThisVoice
            | Command::RemoveMark
            | Command::LetGo => Group::InHand,
            Command::NextMark | Command::PreviousMark => Group::Moving,
            Command::Search | Command::Filter => Group::Finding,
            Command::Undo
            | Command::Redo
            | Command::History
            | Command::Versions
            | Command::Places
            | Command::NewVersion => Group::Steps,
            Command::Codebook | Command::Settings | Command::Storage | Command::AllKeys => Group::Sayso,
        }
    }

    /// Whether it is done again and again while its key is held down.
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(
            self,
            Command::NextMark
                | Command::PreviousMark
                | Command::Undo
                | Command::Redo
                | Command::Grow
                | Command::Shrink
        )
    }

    /// The chords it has unless a person changes them, as they are printed, the best one first.
    pub(super) fn defaults(self) -> &'static [&'static str] {
        match self {
            Command::MarkClaim => &["c"],
            Command::MarkSource => &["s"],
            Command::MarkCue => &["u"],
            Command::MarkNote => &["n"],
            Command::ReplaceBounds => &["b"],
            Command::AddPiece => &["+"],
            Command::Grow => &["g"],
            Command::Shrink => &["Shift+g"],
            Command::NextMark => &["j"],
            Command::PreviousMark => &["k"],
            Command::RemoveMark => &["Delete", "Backspace"],
            Command::OpenCard => &["Enter"],
            Command::LetGo => &["Escape"],
            Command::NameSource => &["t"],
            Command::NoSource => &["0"],
            Command::OnlyThisVoice => &["f"],
            Command::Undo => &["Ctrl+z"],
            Command::Redo => &["Ctrl+Shift+z", "Ctrl+y"],
            Command::Search => &["/"],
            Command::Filter => &["Shift+f"],
            Command::History => &["h"],
            Command::Codebook => &["o"],
            Command::Settings => &[","],
            Command::AllKeys => &["?"],
            Command::Versions => &["Shift+h"],
            Command::Storage => &["Shift+s"],
            Command::NewVersion => &["Shift+v"],
            Command::Places => &["Shift+p"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_command_is_listed_once_and_groups_are_not_torn_apart() {
        let mut seen = Command::ALL.to_vec();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), Command::ALL.len());
        let mut groups: Vec<Group> = Command::ALL.iter().map(|command| command.group()).collect();
        groups.dedup();
        assert_eq!(groups, Group::ALL);
    }
}
