//! A piece of a page that was copied.

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

/// Whether a piece of a page says more than its plain text: paragraphs, headings, lists, quotations, links,
/// emphasis. What programs put around plain words, such as a font, does not count.
#[must_use]
pub fn has_structure(markup: &str) -> bool {
    let markup = markup.to_ascii_lowercase();
    TELLING.iter().any(|tag| markup.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::has_structure;

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
}
