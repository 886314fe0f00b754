//! A codebook becomes a file of programs for qualitative analysis.

use super::open::CODEBOOK;
use super::{Answer, Letter, Prepared, codebook_of};
use crate::codebook::Codebook;
use crate::format::codebook;
use crate::format::exchange::write_codes;
use crate::words;

/// What the page asks: a codebook as it goes between page and worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodesOrder(String);

/// The word that a letter of this kind begins with.
const CODES: &str = "codes";

impl CodesOrder {
    /// Asks for the file of a codebook.
    #[must_use]
    pub fn new(asked: &Codebook) -> CodesOrder {
        CodesOrder(codebook::encode(asked, CODEBOOK))
    }

    /// The letter that asks for it. No file goes with it.
    #[must_use]
    pub fn letter(&self) -> Letter {
        vec![CODES.to_owned(), self.0.clone()]
    }

    /// What a letter asks for; `None` if something else.
    #[must_use]
    pub fn of(letter: &[String]) -> Option<CodesOrder> {
        match letter {
            [word, sealed] if word == CODES => Some(CodesOrder(sealed.clone())),
            _ => None,
        }
    }
}

/// Writes the file.
#[must_use]
pub fn prepare_codes(order: &CodesOrder) -> Answer {
    match codebook_of(&order.0) {
        Ok(codebook) => {
            let (content, losses) = write_codes(&codebook, env!("CARGO_PKG_VERSION"));
            Answer::Prepared(Prepared {
                ending: "qdc".to_owned(),
                media: "application/xml".to_owned(),
                content: content.into_bytes(),
                losses: words::codes_losses(&losses),
            })
        }
        Err(error) => Answer::Refused(words::damaged_on_its_way(&words::codes_name(), &error)),
    }
}
