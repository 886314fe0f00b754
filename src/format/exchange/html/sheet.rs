//! The article itself, with its marks among the words.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::escaped;
use crate::annotation::{Content, Mark, MarkId, SaidBy, SourceId, SourceKind};
use crate::article::{BlockKind, InlineKind};
use crate::format::exchange::runs::{Run, cut};
use crate::format::native::Document;

/// The article as markup. The claims have numbers, which lead to what is said of them.
pub(super) fn sheet(nth: usize, document: &Document) -> String {
    let page = Page::new(nth, document);
    let mut markup = String::from("<div class=\"sheet\">\n");
    for (block, runs) in cut(document) {
        let (open, close) = element(block.kind);
        let words: String = runs.iter().map(|run| page.run(run)).collect();
        markup.push_str(&format!("{open}{words}{close}\n"));
    }
    markup + "</div>\n"
}

fn element(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Title => ("<h1>", "</h1>"),
        BlockKind::Byline => ("<p class=\"byline\">", "</p>"),
        BlockKind::Heading => ("<h2>", "</h2>"),
        BlockKind::Paragraph => ("<p>", "</p>"),
        BlockKind::ListItem => ("<p class=\"item\">", "</p>"),
        BlockKind::Quotation => ("<blockquote><p>", "</p></blockquote>"),
        BlockKind::Credit => ("<p class=\"credit\">", "</p>"),
        BlockKind::Aside => ("<p class=\"aside\">", "</p>"),
    }
}

/// What marks are called on the page, and how they look.
struct Page<'a> {
    article: usize,
    /// The number of each mark, from 1.
    numbers: BTreeMap<&'a MarkId, usize>,
    /// The number of each claim, from 1.
    claims: BTreeMap<&'a MarkId, usize>,
    kinds: BTreeMap<&'a SourceId, SourceKind>,
}

impl<'a> Page<'a> {
    fn new(article: usize, document: &'a Document) -> Page<'a> {
        let claims = document.marks.iter().filter(|mark| mark.claim().is_some());
        Page {
            article,
            numbers: document.marks.iter().zip(1..).map(|(mark, number)| (&mark.id, number)).collect(),
            claims: claims.zip(1..).map(|(mark, number)| (&mark.id, number)).collect(),
            kinds: document.sources.iter().map(|source| (&source.id, source.kind)).collect(),
        }
    }

    fn run(&self, run: &Run<'_>) -> String {
        let mut markup: String = run.begins.iter().map(|mark| self.anchor(mark)).collect();
        let mut words = escaped(run.text);
        for inline in run.inlines.iter().rev() {
            words = match &inline.kind {
                InlineKind::Emphasis => format!("<em>{words}</em>"),
                InlineKind::Strong => format!("<strong>{words}</strong>"),
                InlineKind::Link(address) => format!("<a href=\"{}\">{words}</a>", escaped(address.as_str())),
            };
        }
        // The first in reading order is the outermost.
        for mark in run.marks.iter().rev() {
            words = format!("<mark class=\"{}\">{words}</mark>", self.look(mark));
        }
        markup.push_str(&words);
        markup.extend(run.ends.iter().filter_map(|mark| self.number(mark)));
        markup
    }

    fn anchor(&self, mark: &Rc<Mark>) -> String {
        let number = self.numbers.get(&mark.id).copied().unwrap_or_default();
        format!("<span id=\"a{}-m{number}\"></span>", self.article)
    }

    fn number(&self, mark: &Rc<Mark>) -> Option<String> {
        let number = self.claims.get(&mark.id)?;
        Some(format!("<sup><a href=\"#a{0}-c{number}\">{number}</a></sup>", self.article))
    }

    /// The class of a mark: what it is, and for claims and mentions what kind of voice it is.
    fn look(&self, mark: &Mark) -> String {
        let voice = |source: Option<&SourceId>| match source.and_then(|source| self.kinds.get(source)) {
            Some(SourceKind::NamedPerson) => "named",
            Some(SourceKind::UnnamedPerson) => "unnamed",
            Some(SourceKind::Organisation) => "organisation",
            Some(SourceKind::Document) => "document",
            Some(SourceKind::Other) => "other",
            None => "open",
        };
        match &mark.content {
            Content::Claim(claim) if claim.said_by == SaidBy::Nobody => "claim none".to_owned(),
            Content::Claim(claim) => {
                format!("claim {}", voice(claim.said_by.attributions().first().map(|tie| &tie.source)))
            }
            Content::Source(source) => format!("source {}", voice(Some(source))),
            Content::Cue => "cue".to_owned(),
            Content::Note(_) => "note".to_owned(),
        }
    }
}
