//! Looks for words that are not where the file says, within reason.

use crate::annotation::{Anchor, resolve};
use crate::text::{Span, Text};

/// What all searches of one import may cost together, in bytes looked at: about a second. Only a
/// file made to do harm, or thousands of moved marks in a very long text, come near it.
const BUDGET: usize = 250_000_000;

/// What one candidate costs beside finding it, since its surroundings are compared.
const CANDIDATE: usize = 1024;

/// A search that cannot take for ever.
pub(super) struct Search {
    left: usize,
}

/// What a search came to.
pub(super) enum Found {
    /// The words stand here.
    Here(Span),
    /// The words are nowhere.
    Nowhere,
    /// The budget does not allow the search.
    TooDear,
}

impl Search {
    /// A search with the whole budget before it.
    pub(super) fn new() -> Search {
        Search { left: BUDGET }
    }

    /// Looks for an anchor.
    pub(super) fn find(&mut self, text: &Text, anchor: &Anchor) -> Found {
        if anchor.quote.is_empty() {
            return Found::Nowhere;
        }
        if !self.pay(text.len().0) {
            return Found::TooDear;
        }
        let affordable = self.left / CANDIDATE;
        let candidates = text.as_str().matches(&anchor.quote).take(affordable.saturating_add(1)).count();
        if !self.pay(candidates.saturating_mul(CANDIDATE)) {
            return Found::TooDear;
        }
        resolve(text, anchor).map_or(Found::Nowhere, Found::Here)
    }

    fn pay(&mut self, price: usize) -> bool {
        let rest = self.left.checked_sub(price);
        self.left = rest.unwrap_or(self.left);
        rest.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::CodePointOffset;

    #[test]
    fn a_search_ends_when_its_budget_does() {
        let text = Text::new("word ".repeat(100));
        let position = CodePointOffset(0)..CodePointOffset(0);
        let anchor = Anchor { quote: "rare".into(), prefix: String::new(), suffix: String::new(), position };
        let common = Anchor { quote: "word".into(), ..anchor.clone() };
        let mut search = Search { left: 500 * 3 };
        assert!(matches!(search.find(&text, &anchor), Found::Nowhere));
        assert!(matches!(search.find(&text, &common), Found::TooDear), "a hundred candidates");
        assert!(matches!(search.find(&text, &anchor), Found::Nowhere), "a cheaper one still goes");
        assert!(matches!(search.find(&text, &anchor), Found::TooDear), "all is spent");
    }
}
