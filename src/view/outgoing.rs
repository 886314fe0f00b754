//! An export in a format that is chosen, as it is shown.

use std::rc::Rc;

use super::Scope;
use crate::article::ArticleId;

/// What is asked of an export in a format that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outgoing {
    /// Open its dialog: with the format of this word, else with the one that was used last.
    Begin(Option<&'static str>),
    /// In this format, by its word.
    As(&'static str),
    /// Of these articles.
    Of(Scope),
    /// With this article, or without it if it is among those that were picked.
    Pick(ArticleId),
    /// Save the file that was prepared.
    Save,
    /// Copy what it holds.
    Copy,
    /// Save the account of what it does not carry.
    SaveLosses,
}

/// An export in a format that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The formats, those first that most people want.
    pub formats: Rc<Vec<FormatChoice>>,
    /// How many of them stand first.
    pub first: usize,
    /// The word of the one that is chosen.
    pub format: &'static str,
    /// Of which articles.
    pub scope: Scope,
    /// The title of the article that is open.
    pub open: Option<String>,
    /// The articles of the library, each with its title and whether it is picked.
    pub articles: Vec<(ArticleId, String, bool)>,
    /// How far the file is.
    pub file: Outcome,
    /// What came of the last thing that was asked.
    pub told: String,
}

/// A format that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatChoice {
    /// Its word.
    pub word: &'static str,
    /// What it is called.
    pub name: String,
    /// Whom it is for.
    pub hint: String,
}

/// How far a file is that is being prepared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// No article is picked.
    Nothing,
    /// It is being written.
    Preparing,
    /// It is there.
    Ready {
        /// Its name.
        name: String,
        /// How large it is, in bytes.
        size: usize,
        /// Whether it is text, which can be copied.
        is_text: bool,
        /// What it does not carry, a line each.
        losses: Vec<String>,
    },
    /// It could not be written, for the reason in this sentence.
    Failed(String),
}
