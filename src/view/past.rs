//! The history of the open article as a value, ready to be drawn.

/// What the panel *History* shows. Long histories stay short here: steps are listed for the sittings that
/// are unfolded, and only so many at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryView {
    /// The sittings that are listed, the latest first.
    pub sittings: Vec<Sitting>,
    /// How many earlier ones are not listed.
    pub earlier: usize,
    /// Steps in all.
    pub steps: usize,
    /// Whether older steps are still being read.
    pub reading: bool,
    /// Whether older steps could not be read.
    pub gaps: bool,
    /// The number of the step after which the article is shown; `None` while it is shown as it is now.
    pub shown: Option<usize>,
    /// What is wrong with the last try to name a state.
    pub trouble: Option<String>,
}

/// Steps that one person made without a long pause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// The number of its first step, which names it.
    pub first: usize,
    /// Its day and hours, in words.
    pub time: String,
    /// Who, and how many steps.
    pub facts: String,
    /// Whether its steps are listed.
    pub unfolded: bool,
    /// The steps that are listed, the latest first; while it is folded, the named states among them.
    pub moments: Vec<Moment>,
    /// How many steps of an unfolded sitting are not listed.
    pub more: usize,
}

/// A step in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its number in the history.
    pub step: usize,
    /// The time of day.
    pub time: String,
    /// What was done; of a named state its name.
    pub what: String,
    /// Whether it is a state with a name.
    pub named: bool,
}

/// The earlier state that is shown in place of the article as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looking {
    /// Its moment, in words.
    pub moment: String,
    /// The last step before it, or its name, in words.
    pub told: String,
}

/// What is asked of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// Unfold the sitting that begins with this step, or fold it again.
    Unfold(usize),
    /// List more steps of that sitting.
    MoreSteps(usize),
    /// List earlier sittings.
    MoreSittings,
    /// Show the article as it was after this step.
    At(usize),
    /// Show it as it is now.
    Now,
    /// Make the article what is shown of its past.
    Restore,
    /// Give the article as it is now a name in its history.
    Name(String),
}
