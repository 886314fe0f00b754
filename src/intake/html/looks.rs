//! What an element means for the text in it.

use dom_query::NodeRef;

use crate::article::BlockKind;
use crate::intake::line::Set;

/// What an element does to the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nobody sees it.
    Hidden,
    /// A line ends.
    Break,
    /// A block of this kind.
    Block(BlockKind),
    /// A block of the kind of what it stands in.
    Plain,
    /// A picture; nothing of it is text.
    Picture,
    /// A block in which white space counts.
    Pre,
    /// A row of a table.
    Row,
    /// A cell of a table's row.
    Cell,
    /// Of the frame of a page: where to go, what to buy.
    Frame,
    /// It leads somewhere.
    Link,
    /// Words among words.
    Inline,
}

const HIDDEN: [&str; 25] = [
    "script", "style", "head", "template", "noscript", "svg", "math", "iframe", "object", "embed", "video",
    "audio", "canvas", "map", "textarea", "select", "option", "button", "input", "datalist", "progress",
    "meter", "rt", "rp", "dialog",
];
const PLAIN: [&str; 18] = [
    "div", "section", "article", "main", "header", "body", "html", "ul", "ol", "dl", "dt", "dd", "table",
    "tbody", "thead", "tfoot", "details", "fieldset",
];

/// The role of an element.
pub(super) fn role(node: &NodeRef<'_>) -> Role {
    let name = node.node_name().unwrap_or_default();
    if HIDDEN.contains(&&*name) || is_hidden(node) {
        return Role::Hidden;
    }
    match &*name {
        "br" => Role::Break,
        "h1" => Role::Block(BlockKind::Title),
        "h2" | "h3" | "h4" | "h5" | "h6" | "summary" | "legend" => Role::Block(BlockKind::Heading),
        "p" | "address" | "hr" | "center" => paragraph(node),
        "li" => Role::Block(BlockKind::ListItem),
        "blockquote" => Role::Block(BlockKind::Quotation),
        "figure" | "figcaption" | "caption" => Role::Block(BlockKind::Credit),
        "pre" | "listing" | "xmp" => Role::Pre,
        "tr" => Role::Row,
        "td" | "th" => Role::Cell,
        "img" | "picture" => Role::Picture,
        "nav" | "aside" | "footer" | "form" | "menu" => Role::Frame,
        "a" => Role::Link,
        name if PLAIN.contains(&name) => Role::Plain,
        _ => Role::Inline,
    }
}

/// Word says by a class what a paragraph is.
fn paragraph(node: &NodeRef<'_>) -> Role {
    let class = node.class().unwrap_or_default();
    match class.split_whitespace().find(|class| class.starts_with("Mso")) {
        Some("MsoTitle") => Role::Block(BlockKind::Title),
        Some("MsoQuote" | "MsoIntenseQuote") => Role::Block(BlockKind::Quotation),
        Some("MsoCaption") => Role::Block(BlockKind::Credit),
        Some(list) if list.starts_with("MsoListParagraph") => Role::Block(BlockKind::ListItem),
        _ => Role::Plain,
    }
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = style(node);
    // What Word writes where a browser draws a bullet.
    let bullet = style.contains("mso-list:ignore");
    bullet
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || node.has_attr("hidden")
        || node.attr("aria-hidden").is_some_and(|hidden| &*hidden == "true")
}

/// Whether a picture is a dot that counts readers, as letters have them.
pub(super) fn is_dot(node: &NodeRef<'_>) -> bool {
    ["width", "height"].iter().any(|side| node.attr(side).is_some_and(|size| matches!(&*size, "0" | "1")))
}

fn style(node: &NodeRef<'_>) -> String {
    let style = node.attr("style").unwrap_or_default();
    style.chars().filter(|c| !c.is_whitespace()).take(2_000).collect::<String>().to_ascii_lowercase()
}

/// How the words in an element are set: by its name, and by its style, which counts more.
pub(super) fn settle(node: &NodeRef<'_>, set: &mut Set) {
    match &*node.node_name().unwrap_or_default() {
        "em" | "i" | "cite" | "dfn" | "var" => set.emphasis = true,
        "strong" | "b" => set.strong = true,
        _ => {}
    }
    for (property, value) in style(node).split(';').filter_map(|rule| rule.split_once(':')) {
        match property {
            "font-style" => set.emphasis = is_set(value, &["italic", "oblique"]).unwrap_or(set.emphasis),
            "font-weight" => set.strong = is_set(value, &BOLD).unwrap_or(set.strong),
            _ => {}
        }
    }
}

const BOLD: [&str; 5] = ["bold", "600", "700", "800", "900"];

/// Whether the value of a style is one of these; `None` if it says nothing of its own.
fn is_set(value: &str, set: &[&str]) -> Option<bool> {
    let is_plain = value.starts_with("normal") || value.starts_with(|c: char| c.is_ascii_digit());
    if set.iter().any(|each| value.starts_with(each)) { Some(true) } else { is_plain.then_some(false) }
}

/// Whether a block of one kind inside one of another says more: a heading in a quotation is a heading, a
/// paragraph in a list item is of that item.
pub(super) fn is_within(inner: BlockKind, outer: BlockKind) -> bool {
    match outer {
        BlockKind::Title | BlockKind::Heading => false,
        BlockKind::Credit => inner == BlockKind::Quotation,
        _ => inner != BlockKind::Paragraph,
    }
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::settle;
    use crate::intake::line::Set;

    #[test]
    fn words_are_set_as_their_element_and_its_style_say() {
        for (markup, emphasis, strong) in [
            ("<i>a</i>", true, false),
            ("<i style='mso-bidi-font-style:normal'>a</i>", true, false),
            ("<b style='font-weight:normal'>a</b>", false, false),
            ("<b style='font-weight: inherit'>a</b>", false, true),
            ("<span style='font-weight:700;FONT-STYLE: italic'>a</span>", true, true),
            ("<span style='font-weight:300'>a</span>", false, false),
        ] {
            let document = Document::from(markup);
            let mut set = Set::default();
            settle(document.select("body > *").nodes().first().expect("an element"), &mut set);
            assert_eq!((set.emphasis, set.strong), (emphasis, strong), "{markup}");
        }
    }
}
