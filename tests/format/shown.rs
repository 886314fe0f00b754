//! Markdown, as a program reads it that nobody here wrote: what is not told to be lost stands in it, and
//! nothing that somebody wrote is taken for a sign.

use std::collections::BTreeSet;

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use sayso::annotation::Drift;
use sayso::article::{Block, InlineKind};
use sayso::format::exchange::{Format, Given, Losses};
use sayso::format::native::{self, Document};

use crate::exchange::{OCCASION, document};
use crate::report::written;

/// What a reader of Markdown sees.
#[derive(Default)]
struct Seen {
    words: String,
    links: BTreeSet<String>,
    /// Footnotes that stand in the text, and those that say something.
    called: Vec<String>,
    defined: Vec<String>,
    /// Anything that the writer never writes.
    odd: Vec<String>,
}

fn seen(page: &str) -> Seen {
    let mut seen = Seen::default();
    let options = Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_MATH
        | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Text(text) => seen.words.push_str(&text),
            Event::FootnoteReference(name) => seen.called.push(name.to_string()),
            Event::Start(Tag::FootnoteDefinition(name)) => seen.defined.push(name.to_string()),
            Event::Start(Tag::Link { dest_url, .. }) => drop(seen.links.insert(dest_url.to_string())),
            Event::InlineHtml(tag)
                if ["<!---->", "<br>", "<em>", "</em>", "<strong>", "</strong>"].contains(&&*tag) => {}
            Event::Html(comment) if comment.starts_with("<!-- ") => {}
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(None)
                | Tag::List(None)
                | Tag::Item
                | Tag::Emphasis
                | Tag::Strong
                | Tag::HtmlBlock,
            )
            | Event::End(_)
            | Event::Rule => {}
            odd => seen.odd.push(format!("{odd:?}")),
        }
    }
    seen
}

/// Without white space, which is set as Markdown does, and without what it cannot say.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect()
}

fn markdown(documents: &[Document]) -> String {
    String::from_utf8(Format::Markdown.write(documents, &OCCASION).file.bytes).expect("UTF-8")
}

fn is_whole(document: &Document) -> Result<(), TestCaseError> {
    let documents = std::slice::from_ref(document);
    let page = markdown(documents);
    let (kept, _) = Losses::of(documents, Format::Markdown.loses());
    let kept = &kept[0];
    let mut seen = seen(&page);
    prop_assert_eq!(&seen.odd, &Vec::<String>::new(), "{}", page);
    let words = dense(&seen.words);
    let blocks = kept.article.blocks.iter().map(|block| kept.article.text.slice(block.span).to_owned());
    let more = kept.marks.iter().flat_map(|mark| {
        let former = mark.drift.as_ref().and_then(Drift::former).map(str::to_owned);
        [mark.codebook.clone(), mark.quote(&kept.article.text)].into_iter().chain(former)
    });
    for text in written(kept).into_iter().chain(blocks).chain(more) {
        prop_assert!(words.contains(&dense(&text)), "{:?} is not in {}", text, page);
    }
    // Every mark on words has one footnote.
    let on_words = kept.marks.iter().filter(|mark| {
        let on = |block: &Block| {
            mark.spans().is_some_and(|spans| spans.iter().any(|span| span.overlaps(block.span)))
        };
        kept.article.blocks.iter().any(on)
    });
    let mut expected: Vec<String> = on_words.map(|mark| mark.id.to_string()).collect();
    for names in [&mut expected, &mut seen.called, &mut seen.defined] {
        names.sort();
    }
    prop_assert_eq!(&seen.called, &expected, "{}", page);
    prop_assert_eq!(&seen.defined, &expected, "{}", page);
    for inline in &kept.article.inlines {
        if let InlineKind::Link(link) = &inline.kind {
            prop_assert!(seen.links.contains(link.as_str()), "{:?}", page);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_not_told_to_be_lost_stands_in_the_markdown(document in document(0)) {
        is_whole(&document)?;
    }
}

/// A small article in which signs of Markdown stand, with a claim that has all there is.
fn sample() -> Document {
    let text = "Ferry *closed*\n1. “The <pier> is safe,” the harbour office said!";
    let json = format!(
        r#"{{"format":"sayso","version":1,"unit":"code point","articles":[{{"id":"a1","title":"Ferry *closed*",
        "url":"https://news.example/ferry_1","text":{text:?},
        "blocks":[{{"kind":"title","start":0,"end":14}},{{"kind":"paragraph","start":15,"end":64}}],
        "inlines":[{{"kind":"strong","start":44,"end":51}}],
        "sources":[{{"id":"x","name":"Harbour office","kind":"organisation"}}],
        "marks":[{{"id":"y","kind":"claim","spans":[{{"start":18,"end":39,"quote":"“The <pier> is safe,”"}}],
        "attributed":"sources","attributions":[{{"source":"x"}}],"form":"direct","verdict":"refuted",
        "note":"See [log]"}}]}}]}}"#
    );
    let imported = native::import(json.as_bytes()).expect("our own file");
    assert_eq!(imported.notices, []);
    imported.documents.into_iter().next().expect("an article").arranged()
}

#[test]
fn an_article_with_a_claim() {
    let expected = "\
- **Address:** https://news.example/ferry\\_1

# Ferry \\*closed\\*

1\\. “The \\<pier\\> is safe,”[^m1] the **harbour** office said\\!

[^m1]: **Claim m1:** “The \\<pier\\> is safe,”

    - **Said by:** Harbour office (s1)
    - **Form:** direct
    - **Verdict:** refuted
    - **Note:** See \\[log\\]

## Sources

- **Harbour office (s1)**

    - **Kind:** organisation

";
    assert_eq!(markdown(&[sample()]), expected);
}

#[test]
fn several_articles_have_footnotes_of_their_own() {
    let seen = seen(&markdown(&[sample(), sample()]));
    assert_eq!(
        (seen.called, seen.defined),
        (vec!["1-m1".into(), "2-m1".into()], vec!["1-m1".into(), "2-m1".into()])
    );
}

#[test]
fn it_is_not_read() {
    let written = Format::Markdown.write(&[sample()], &OCCASION);
    assert!(Format::Markdown.read(&Given { parts: &[written.file], beside: None }).is_err());
}
