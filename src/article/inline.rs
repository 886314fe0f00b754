//! What is set apart inside a block: emphasis, and links.

use std::rc::Rc;

use crate::text::Span;

/// A stretch inside one block that is set otherwise. In reading order; several may cover the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// Where it stands in the article's text; it never leaves its block.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

/// What such a stretch is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InlineKind {
    /// Stressed: mostly set in italics.
    Emphasis,
    /// Of weight: mostly set in bold.
    Strong,
    /// It leads to another page.
    Link(LinkAddress),
}

/// An address that a link may lead to: `http`, `https` or `mailto`, and nothing that runs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkAddress(Rc<str>);

/// The longest address that is kept, in bytes.
const LONGEST: usize = 4_000;

impl LinkAddress {
    /// The address, if it is one that a link may lead to. White space around it does not count.
    #[must_use]
    pub fn new(address: &str) -> Option<LinkAddress> {
        let address = address.trim();
        let (scheme, rest) = address.split_once(':')?;
        let known = ["http", "https", "mailto"].iter().any(|each| scheme.eq_ignore_ascii_case(each));
        let plain = !address.chars().any(|c| c.is_control() || c.is_whitespace());
        (known && plain && !rest.is_empty() && address.len() <= LONGEST).then(|| LinkAddress(address.into()))
    }

    /// To the letter.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::LinkAddress;

    #[test]
    fn only_pages_and_letters_are_led_to() {
        for address in ["https://a.example/b?c#d", "HTTP://a.example", " mailto:a@b.example\n"] {
            assert!(LinkAddress::new(address).is_some(), "{address}");
        }
        let long = format!("https://a.example/{}", "a".repeat(4_000));
        for address in [
            "",
            "a",
            "/a",
            "javascript:alert(1)",
            "data:text/html,a",
            "https:",
            "https://a b",
            "java\nscript:a",
            &long,
        ] {
            assert_eq!(LinkAddress::new(address), None, "{address}");
        }
    }
}
