//! A piece of a page that was copied.

use crate::article::LinkAddress;

/// The beginnings of the tags that a plain text cannot say.
const TELLING: [&str; 19] = [
    "<p>",
    "<p ",
    "<h1",
    "<h2",
    "<h3",
    "<h4",
    "<h5",
    "<h6",
    "<ul",
    "<ol",
    "<li",
    "<blockquote",
    "<a ",
    "<em",
    "<strong",
    "<i>",
    "<b>",
    "<article",
    "<figure",
];

/// What the bookmark puts before the address of a page that it copies (`src/browser/bookmarklet.js`).
const PAGE_OF: &str = "<!--sayso ";

/// What systems put before what is copied has at most so many bytes.
const BEFORE: usize = 1_000;

/// The address and the markup of a whole page that the bookmark copied.
pub(super) fn copied_page(markup: &str) -> Option<(&str, &str)> {
    let (before, rest) = markup.split_once(PAGE_OF)?;
    let (address, page) = rest.split_once("-->")?;
    let is_page = before.len() <= BEFORE && LinkAddress::new(address).is_some();
    is_page.then_some((address, page))
}

/// Whether a piece of a page says more than its plain text: paragraphs, headings, lists, quotations, links,
/// emphasis. What programs put around plain words, such as a font, does not count.
#[must_use]
pub fn has_structure(markup: &str) -> bool {
    let markup = markup.to_ascii_lowercase();
    TELLING.iter().any(|tag| markup.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::{copied_page, has_structure};

    #[test]
    fn only_what_plain_text_cannot_say_counts() {
        let check = |markup: &str, expected: bool| assert_eq!(has_structure(markup), expected, "{markup}");
        check("", false);
        check("<meta charset='utf-8'><span style='color: red'>The toll stays.</span>", false);
        check("<div style='font-family: monospace'><div>let a;</div><br></div>", false);
        check("<pre>as it was typed</pre>", false);
        check("5 < 6 and <b", false);
        check("<META charset=utf-8><P CLASS=a>The toll stays.</P>", true);
        check("<h2>Toll</h2>", true);
        check("It <em>stays</em>.", true);
        check("<a href='https://a.example'>here</a>", true);
    }

    #[test]
    fn a_page_that_the_bookmark_copied_is_told_by_its_address() {
        let page = Some(("https://post.example/toll?x=1", "<html><p>Toll"));
        assert_eq!(copied_page("<!--sayso https://post.example/toll?x=1--><html><p>Toll"), page);
        let by_system = "<html><body><!--StartFragment-->";
        let told = format!("{by_system}<!--sayso https://post.example/toll?x=1--><html><p>Toll");
        assert_eq!(copied_page(&told), page);
        for other in ["", "<p>Toll", "<!--sayso javascript:a()--><p>", "<!--sayso https://a.example<p>"] {
            assert_eq!(copied_page(other), None, "{other}");
        }
    }
}
