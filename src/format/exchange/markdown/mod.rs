//! Markdown as GitHub has it (CommonMark with footnotes): the article, and each mark as a footnote at the end
//! of its words. It is written and not read.

mod plain;

use std::collections::BTreeSet;

use super::facts::{self, Fact, Facts};
use super::runs::{Cut, Run, cut};
use super::{Codec, Loss, Occasion, Part};
use crate::annotation::{Mark, MarkId};
use crate::article::{BlockKind, Inline, InlineKind};
use crate::format::native::Document;
use plain::{address, escaped, set, started};

pub(super) const CODEC: Codec = Codec {
    media: "text/markdown",
    single: false,
    loses: &[Loss::LooseEnds, Loss::Names, Loss::Follows, Loss::NewerFields],
    write,
    read: None,
};

fn write(documents: &[Document], _on: &Occasion<'_>) -> Vec<Part> {
    let several = documents.len() > 1;
    let one = |(nth, document): (usize, &Document)| {
        let prefix = if several { format!("{}-", nth + 1) } else { String::new() };
        Sheet { document, facts: Facts::of(document), prefix }.whole()
    };
    let all: Vec<String> = documents.iter().enumerate().map(one).collect();
    vec![Part::text("md", all.join("\n---\n\n"))]
}

/// One article.
struct Sheet<'a> {
    document: &'a Document,
    facts: Facts<'a>,
    /// Of several articles, each has footnotes of its own.
    prefix: String,
}

impl Sheet<'_> {
    fn whole(&self) -> String {
        let cut = cut(self.document);
        let met: BTreeSet<MarkId> = cut
            .iter()
            .flat_map(|(_, runs)| runs)
            .flat_map(|run| &run.ends)
            .map(|mark| mark.id.clone())
            .collect();
        let mut page = self.head();
        for block in &cut {
            page.push_str(&self.block(block));
        }
        let (placed, lost): (Vec<&Mark>, Vec<&Mark>) =
            self.document.marks.iter().map(|mark| &**mark).partition(|mark| met.contains(&mark.id));
        for mark in placed {
            page.push_str(&format!(
                "[^{}{}]: {}\n{}\n",
                self.prefix,
                mark.id,
                self.called(mark),
                self.said(mark)
            ));
        }
        let lost: String =
            lost.iter().map(|mark| format!("- {}\n{}\n", self.called(mark), self.said(mark))).collect();
        let sources = self.document.sources.iter().map(|source| {
            let called = set(&facts::name(source), "**", "strong");
            format!("- {called}\n{}\n", lines(&facts::of_source(source)))
        });
        page + &section("Marks without a place in the text", &lost)
            + &section("Sources", &sources.collect::<String>())
    }

    fn head(&self) -> String {
        let (details, article) = (&self.document.details, &self.document.article);
        let is_title = |block: &crate::article::Block| {
            block.kind == BlockKind::Title && article.text.slice(block.span) == details.title
        };
        let titled = details.title.is_empty() || article.blocks.iter().any(is_title);
        let title = if titled { String::new() } else { format!("# {}\n\n", escaped(&details.title)) };
        let known = facts::of_article(details);
        let known: String = known.iter().map(|fact| format!("- {}\n", line(fact))).collect();
        if known.is_empty() { title } else { format!("{title}{known}\n") }
    }

    fn block(&self, (block, runs): &Cut<'_>) -> String {
        let before = match block.kind {
            BlockKind::Title => "# ",
            BlockKind::Heading => "## ",
            BlockKind::ListItem => "- ",
            BlockKind::Quotation => "> ",
            BlockKind::Paragraph => "",
            // Markdown has no word for these.
            BlockKind::Byline => "<!-- byline -->\n\n",
            BlockKind::Credit => "<!-- credit -->\n\n",
            BlockKind::Aside => "<!-- aside -->\n\n",
        };
        format!("{before}{}\n\n", started(&self.words(runs)))
    }

    /// The words of a block, cut only where they are set otherwise or a footnote stands.
    fn words(&self, runs: &[Run<'_>]) -> String {
        let mut written = String::new();
        let mut words = String::new();
        let mut before = None;
        for (nth, run) in runs.iter().enumerate() {
            words.push_str(run.text);
            let next = runs.get(nth + 1);
            if run.ends.is_empty() && next.is_some_and(|next| next.inlines == run.inlines) {
                continue;
            }
            let after = next.and_then(|next| next.text.chars().next());
            let alone = ![before, after].iter().flatten().any(|c: &char| c.is_alphanumeric());
            before = words.chars().last();
            let markup = inlined(&words, &run.inlines, alone);
            // A footnote and a link side by side would be a link of another kind.
            if written.ends_with(']') && markup.starts_with('[') {
                written.push_str("<!---->");
            }
            written.push_str(&markup);
            words.clear();
            for mark in &run.ends {
                written.push_str(&format!("[^{}{}]", self.prefix, mark.id));
            }
        }
        written
    }

    /// What a mark is, and its words.
    fn called(&self, mark: &Mark) -> String {
        format!("**{}:** {}", Facts::heading(mark), escaped(&mark.quote(&self.document.article.text)))
    }

    /// What is known of a mark.
    fn said(&self, mark: &Mark) -> String {
        lines(&self.facts.of_mark(mark))
    }
}

fn section(heading: &str, items: &str) -> String {
    if items.is_empty() { String::new() } else { format!("## {heading}\n\n{items}") }
}

/// Lines inside an item or a footnote.
fn lines(facts: &[Fact]) -> String {
    let lines: String = facts.iter().map(|fact| format!("    - {}\n", line(fact))).collect();
    if lines.is_empty() { lines } else { format!("\n{lines}") }
}

fn line(fact: &Fact) -> String {
    format!("{} {}", set(&format!("{}:", fact.name), "**", "strong"), escaped(&fact.says))
}

/// Words as what is set apart in a block; `alone` says whether no letter touches them.
fn inlined(words: &str, inlines: &[&Inline], alone: bool) -> String {
    let has = |kind: &InlineKind| inlines.iter().any(|inline| inline.kind == *kind);
    let ends = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let stars = alone && ends(words.chars().next()) && ends(words.chars().last());
    let mut markup = escaped(words);
    for (kind, star, tag) in [(InlineKind::Emphasis, "*", "em"), (InlineKind::Strong, "**", "strong")] {
        if has(&kind) {
            markup = if stars { format!("{star}{markup}{star}") } else { format!("<{tag}>{markup}</{tag}>") };
        }
    }
    // Where two links cover the same words, the later one counts.
    let link = inlines.iter().rev().find_map(|inline| match &inline.kind {
        InlineKind::Link(link) => Some(link.as_str()),
        _ => None,
    });
    link.map(|link| format!("[{markup}](<{}>)", address(link))).unwrap_or(markup)
}
