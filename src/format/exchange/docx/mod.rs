//! A Word document (ECMA-376, part 1) with a comment for each mark.

mod comments;
mod parts;

use super::{Codec, Loss, Occasion, Part, bundle};
use crate::article::{Block, BlockKind, InlineKind};
use crate::format::exchange::runs::{Cut, Run, cut};
use crate::format::native::Document;
use comments::Comments;

pub(super) const CODEC: Codec = Codec {
    media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    single: true,
    loses: &[
        Loss::ControlCharacters,
        Loss::LooseEnds,
        Loss::Names,
        Loss::Follows,
        Loss::NewerFields,
        Loss::Codebooks,
        Loss::Changes,
        Loss::Drift,
        Loss::TieMentions,
    ],
    write,
    read: None,
};

fn write(documents: &[Document], on: &Occasion<'_>) -> Vec<Part> {
    documents.iter().map(|document| one(document, on)).collect()
}

fn one(document: &Document, on: &Occasion<'_>) -> Part {
    let comments = Comments::new(document);
    let mut body = head(document);
    for block in cut(document) {
        body.push_str(&paragraph(&block, &comments));
    }
    body.push_str(&comments.after());
    let parts = parts::parts(document, on, &body, &comments.part());
    Part { name: "docx".to_owned(), bytes: bundle::pack(&parts) }
}

/// What is known about the article and stands nowhere in its text.
fn head(document: &Document) -> String {
    let details = &document.details;
    let titled = document.article.blocks.iter().any(|block| {
        block.kind == BlockKind::Title && document.article.text.slice(block.span) == details.title
    });
    let title = if titled { String::new() } else { styled("Title", &details.title) };
    let known = [
        &details.byline,
        &details.publisher,
        &details.published,
        &details.url,
        &details.retrieved,
        &details.language,
    ];
    let known: Vec<&str> = known.into_iter().map(String::as_str).filter(|known| !known.is_empty()).collect();
    title + &styled("Subtitle", &known.join(" · "))
}

/// A paragraph of plain text; none if there is none.
fn styled(style: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r>{}</w:r></w:p>", words(text))
}

fn paragraph((block, runs): &Cut<'_>, comments: &Comments<'_>) -> String {
    let runs: String = runs.iter().map(|each| run(each, comments)).collect();
    format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{runs}</w:p>", style(block))
}

fn style(block: &Block) -> &'static str {
    match block.kind {
        BlockKind::Title => "Title",
        BlockKind::Byline => "Subtitle",
        BlockKind::Heading => "Heading1",
        BlockKind::Paragraph => "Normal",
        BlockKind::ListItem => "ListParagraph",
        BlockKind::Quotation => "Quote",
        BlockKind::Credit => "Caption",
        BlockKind::Aside => "Aside",
    }
}

fn run(run: &Run<'_>, comments: &Comments<'_>) -> String {
    let mut xml = String::new();
    for number in run.begins.iter().filter_map(|mark| comments.number(mark)) {
        xml.push_str(&format!("<w:commentRangeStart w:id=\"{number}\"/>"));
    }
    let look: String = run
        .inlines
        .iter()
        .map(|inline| match inline.kind {
            InlineKind::Emphasis => "<w:i/>",
            InlineKind::Strong => "<w:b/>",
            InlineKind::Link(_) => "<w:u w:val=\"single\"/>",
        })
        .collect();
    let words = format!("<w:r><w:rPr>{look}</w:rPr>{}</w:r>", words(run.text));
    let link = run.inlines.iter().find_map(|inline| match &inline.kind {
        InlineKind::Link(address) => Some(address.as_str()),
        _ => None,
    });
    match link {
        // A field needs no relation for its address.
        Some(address) => xml.push_str(&format!(
            "<w:fldSimple w:instr=\" HYPERLINK &quot;{}&quot; \">{words}</w:fldSimple>",
            escaped(&address.replace('"', "%22")).replace('\\', "\\\\")
        )),
        None => xml.push_str(&words),
    }
    for number in run.ends.iter().filter_map(|mark| comments.number(mark)) {
        xml.push_str(&format!(
            "<w:commentRangeEnd w:id=\"{number}\"/><w:r><w:commentReference w:id=\"{number}\"/></w:r>"
        ));
    }
    xml
}

/// A text with its line breaks and tabs.
fn words(text: &str) -> String {
    let mut xml = String::new();
    for (nth, line) in text.replace("\r\n", "\n").split(['\n', '\r']).enumerate() {
        if nth > 0 {
            xml.push_str("<w:br/>");
        }
        for (nth, part) in line.split('\t').enumerate() {
            if nth > 0 {
                xml.push_str("<w:tab/>");
            }
            if !part.is_empty() {
                xml.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(part)));
            }
        }
    }
    xml
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
