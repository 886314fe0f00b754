//! Looks for words that are not where the file says, within reason.

use crate::annotation::{Anchor, Finder, resolve};
use crate::text::{Span, Text};

/// What all searches of one import may cost together, in bytes looked at: about a second. Only a
/// file made to do harm, or thousands of moved marks in a very long text, come near it.
const BUDGET: usize = 250_000_000;

/// What one candidate costs beside finding it, since its surroundings are compared.
const CANDIDATE: usize = 1024;

/// What it costs to look for words that were changed, beside a share of the text.
const CHANGED: usize = 100_000;

/// A search that cannot take for ever.
pub(in crate::format) struct Search {
    left: usize,
    /// The text that was searched for changed words last, made ready for it.
    finder: Option<(Text, Finder)>,
}

impl Default for Search {
    /// A search with the whole budget before it.
    fn default() -> Search {
        Search { left: BUDGET, finder: None }
    }
}

/// What a search came to.
pub(in crate::format) enum Found {
    /// The words stand here.
    Here(Span),
    /// Words that are much like them stand here, where what is around them says they should.
    Changed(Span),
    /// The words are nowhere.
    Nowhere,
    /// The budget does not allow the search.
    TooDear,
}

impl Search {
    /// Looks for an anchor.
    pub(super) fn find(&mut self, text: &Text, anchor: &Anchor) -> Found {
        match self.exact(text, anchor) {
            Found::Nowhere if !anchor.quote.is_empty() => self.changed(text, anchor),
            found => found,
        }
    }

    /// Looks for the very words of an anchor.
    pub(in crate::format) fn exact(&mut self, text: &Text, anchor: &Anchor) -> Found {
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

    /// Looks for words that are no longer to the letter what they were.
    fn changed(&mut self, text: &Text, anchor: &Anchor) -> Found {
        let ready = self.finder.as_ref().is_some_and(|(made_for, _)| made_for == text);
        let price = CHANGED + if ready { text.len().0 / 4 } else { text.len().0 * 4 };
        if !self.pay(price) {
            return Found::TooDear;
        }
        if !ready {
            self.finder = Some((text.clone(), Finder::new(text)));
        }
        let found = self.finder.as_mut().and_then(|(_, finder)| finder.find(anchor));
        found.map_or(Found::Nowhere, |found| Found::Changed(found.span()))
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
        let once = CHANGED + 500;
        let mut search = Search { left: 2 * once + 500 * 5 + 125, finder: None };
        assert!(matches!(search.find(&text, &anchor), Found::Nowhere));
        assert!(matches!(search.find(&text, &common), Found::TooDear), "a hundred candidates");
        assert!(matches!(search.find(&text, &anchor), Found::Nowhere), "a cheaper one still goes");
        assert!(matches!(search.find(&text, &anchor), Found::TooDear), "all is spent");
    }
}
