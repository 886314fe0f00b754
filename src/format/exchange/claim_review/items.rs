//! Claims as schema.org has them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::annotation::{Evidence, Mark, Source, SourceId, SourceKind, Verdict};
use crate::article::Details;
use crate::format::native::Document;
use crate::format::word::Word as _;

/// The only context that search engines read.
const CONTEXT: &str = "https://schema.org";

/// What stands by itself.
#[derive(Serialize)]
pub(super) struct Item<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(flatten)]
    what: What<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum What<'a> {
    Review(Box<Review<'a>>),
    Claim(Box<Claim<'a>>),
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "ClaimReview", rename_all = "camelCase")]
struct Review<'a> {
    claim_reviewed: String,
    review_rating: Thing<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    review_body: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    keywords: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<Thing<'a>>,
    item_reviewed: Claim<'a>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "Claim", rename_all = "camelCase")]
struct Claim<'a> {
    text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Thing<'a>>,
    /// Documents say things, too, but have no will of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    is_based_on: Vec<Thing<'a>>,
    appearance: Box<Thing<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    keywords: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<Thing<'a>>,
    /// Who wrote this markup, where it is no review that has an author.
    #[serde(skip_serializing_if = "Option::is_none")]
    sd_publisher: Option<Thing<'a>>,
}

/// Anything else.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    disambiguating_description: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    alternate_name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Box<Thing<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Box<Thing<'a>>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    date_published: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    in_language: &'a str,
}

/// The claims of an article.
pub(super) fn of(document: &Document) -> Vec<Item<'_>> {
    let sources: BTreeMap<&SourceId, &Source> =
        document.sources.iter().map(|source| (&source.id, &**source)).collect();
    document.marks.iter().filter_map(|mark| item(document, mark, &sources)).collect()
}

fn item<'a>(
    document: &'a Document,
    mark: &'a Mark,
    sources: &BTreeMap<&SourceId, &'a Source>,
) -> Option<Item<'a>> {
    let said = mark.claim()?;
    let words = mark.quote(&document.article.text);
    let voices = || said.said_by.attributions().iter().filter_map(|tie| sources.get(&tie.source).copied());
    let is_document = |source: &&Source| source.kind == SourceKind::Document;
    let claim = Claim {
        text: words.clone(),
        author: voices().filter(|source| !is_document(source)).map(voice).collect(),
        is_based_on: voices().filter(is_document).map(voice).collect(),
        appearance: Box::new(article(&document.details)),
        description: "",
        keywords: &[],
        citation: Vec::new(),
        sd_publisher: None,
    };
    let maker = named("Person", &mark.creator);
    let citation: Vec<Thing<'_>> = said.evidence.iter().map(evidence).collect();
    let what = if said.verdict == Verdict::Unchecked {
        let (description, keywords) = (mark.note.as_str(), mark.tags.as_slice());
        What::Claim(Box::new(Claim { description, keywords, citation, sd_publisher: maker, ..claim }))
    } else {
        What::Review(Box::new(Review {
            claim_reviewed: words,
            review_rating: Thing { kind: "Rating", alternate_name: rating(said.verdict), ..Thing::default() },
            author: maker,
            review_body: &mark.note,
            keywords: &mark.tags,
            citation,
            item_reviewed: claim,
        }))
    };
    Some(Item { context: CONTEXT, what })
}

/// What a verdict is called where readers see it.
fn rating(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "",
        Verdict::Supported => "Supported",
        Verdict::Disputed => "Disputed",
        Verdict::Refuted => "Refuted",
        Verdict::CannotTell => "Cannot tell",
    }
}

fn voice(source: &Source) -> Thing<'_> {
    let kind = match source.kind {
        SourceKind::NamedPerson | SourceKind::UnnamedPerson => "Person",
        SourceKind::Organisation => "Organization",
        SourceKind::Document => "CreativeWork",
        SourceKind::Other => "Thing",
    };
    let disambiguating_description = source.kind.word();
    Thing {
        kind,
        disambiguating_description,
        name: &source.name,
        description: &source.role,
        ..Thing::default()
    }
}

fn named<'a>(kind: &'static str, name: &'a str) -> Option<Thing<'a>> {
    Some(Thing { kind, name, ..Thing::default() }).filter(|_| !name.is_empty())
}

fn article(details: &Details) -> Thing<'_> {
    Thing {
        kind: "NewsArticle",
        headline: &details.title,
        url: &details.url,
        author: named("Person", &details.byline).map(Box::new),
        publisher: named("Organization", &details.publisher).map(Box::new),
        date_published: &details.published,
        in_language: &details.language,
        ..Thing::default()
    }
}

fn evidence(evidence: &Evidence) -> Thing<'_> {
    Thing {
        kind: "CreativeWork",
        url: &evidence.url,
        text: &evidence.quote,
        description: &evidence.note,
        ..Thing::default()
    }
}
