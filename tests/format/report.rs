//! Reports: what is not told to be lost stands in them.

use proptest::prelude::*;
use sayso::annotation::{Answer, Content, Place};
use sayso::format::exchange::{Format, Losses, unbundle};
use sayso::format::native::Document;

use crate::exchange::{OCCASION, document};

/// Everything in an article that somebody wrote.
pub(crate) fn written(document: &Document) -> Vec<String> {
    let details = &document.details;
    let mut all: Vec<String> = [
        &details.title,
        &details.byline,
        &details.publisher,
        &details.url,
        &details.published,
        &details.retrieved,
        &details.language,
    ]
    .map(String::clone)
    .into();
    for block in &document.article.blocks {
        all.extend(document.article.text.slice(block.span).split_whitespace().map(str::to_owned));
    }
    for source in &document.sources {
        all.extend([&source.name, &source.role, &source.why_unnamed, &source.note].map(String::clone));
    }
    for mark in &document.marks {
        all.extend([&mark.note, &mark.creator].map(String::clone));
        all.extend(mark.tags.iter().cloned());
        for (field, answer) in &mark.fields {
            all.push(field.clone());
            all.extend(match answer {
                Answer::Text(text) => Some(text.clone()),
                _ => None,
            });
        }
        match &mark.content {
            Content::Note(label) => all.push(label.clone()),
            Content::Claim(claim) => all.extend(
                claim
                    .evidence
                    .iter()
                    .flat_map(|one| [&one.url, &one.quote, &one.note, &one.accessed].map(String::clone)),
            ),
            _ => {}
        }
        if let Place::Orphan(anchors) = &mark.place {
            all.extend(anchors.iter().map(|anchor| anchor.quote.clone()));
        }
    }
    all
}

/// A page as a browser reads it: words, without tags.
fn words(page: &str) -> String {
    let (_, body) = page.split_once("<body>").expect("a page");
    // The numbers of claims stand in the midst of the text.
    let unnumbered: String =
        body.split("<sup>").map(|part| part.split_once("</sup>").map_or(part, |(_, rest)| rest)).collect();
    plain(&unnumbered)
}

/// Markup without its tags.
fn plain(markup: &str) -> String {
    let mut words = String::new();
    let mut tag = false;
    for c in markup.chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            c if !tag => words.push(c),
            _ => {}
        }
    }
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    plain.iter().fold(words, |words, (theirs, ours)| words.replace(theirs, ours))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_not_told_to_be_lost_stands_in_the_page(document in document(0)) {
        let page = Format::Html.write(std::slice::from_ref(&document), &OCCASION).file.bytes;
        let page = String::from_utf8(page).expect("UTF-8");
        let (kept, _) = Losses::of(std::slice::from_ref(&document), Format::Html.loses());
        let words = words(&page);
        // The language is an attribute.
        let language = format!("lang=\"{}\"", kept[0].details.language.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;"));
        prop_assert!(page.contains(&language));
        for text in written(&kept[0]) {
            prop_assert!(text == kept[0].details.language || words.contains(&text), "{:?} in {}", text, words);
        }
        prop_assert!(!page.contains("<script"));
    }

    #[test]
    fn what_is_not_told_to_be_lost_stands_in_the_document(document in document(0)) {
        let file = Format::Docx.write(std::slice::from_ref(&document), &OCCASION).file;
        let parts = unbundle(&file.bytes).expect("a packed document");
        let (kept, _) = Losses::of(std::slice::from_ref(&document), Format::Docx.loses());
        let mut all = String::new();
        for part in parts.iter().filter(|part| part.name.starts_with("word/") || part.name.starts_with("docProps/")) {
            let xml = String::from_utf8(part.bytes.clone()).expect("UTF-8");
            prop_assert!(roxmltree::Document::parse(&xml).is_ok(), "{}", xml);
            // Line breaks and tabs are elements; the author of a comment is an attribute, on one line.
            let xml = xml.replace("<w:br/>", "\n").replace("<w:tab/>", "\t").replace("w:author=\"", ">").replace("\" w:date", "<");
            all.push_str(&plain(&xml));
        }
        let one_line = |text: &str| text.replace("\r\n", "\n").replace(['\n', '\r', '\t'], " ");
        let all = one_line(&all);
        for text in written(&kept[0]) {
            prop_assert!(all.contains(&one_line(&text)), "{:?} in {}", text, all);
        }
    }
}
