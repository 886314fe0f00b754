//! What a page says of itself: in JSON-LD, in its meta elements, and where it is shown.

use std::collections::BTreeMap;

use dom_query::Document;

use super::linked::{Linked, linked};
use crate::article::{Details, LinkAddress};

/// The longest statement that is believed, in characters. What is longer is no name and no headline.
const LONGEST: usize = 400;

const TITLES: [&str; 5] = ["og:title", "twitter:title", "dc.title", "dcterms.title", "headline"];
const AUTHORS: [&str; 8] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
];
const PUBLISHERS: [&str; 3] = ["og:site_name", "application-name", "dc.publisher"];
const PUBLISHED: [&str; 12] = [
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publication_date",
    "pubdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
];

/// White space as one space, none around it.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is known about the article of a page that was at `address`. What a page says for machines counts
/// more than what it shows, as that is cut and dressed up.
pub(super) fn details(document: &Document, address: Option<&str>) -> Details {
    let metas = Metas::of(document);
    let linked = linked(document).unwrap_or_default();
    let publisher = first([metas.any(&PUBLISHERS), linked.publisher.clone()]);
    let title =
        first([linked.headline.clone(), metas.any(&TITLES), shown(document, "title"), shown(document, "h1")]);
    Details {
        title: without_publisher(&title, &publisher),
        byline: without_by(&first([linked.authors.clone(), metas.any(&AUTHORS)])).to_owned(),
        published: published(document, &metas, &linked),
        language: language(document, &metas, &linked),
        url: address.map(str::to_owned).unwrap_or_else(|| own_address(document, &metas, &linked)),
        publisher,
        ..Details::default()
    }
}

/// A byline without the word before it.
pub(super) fn without_by(byline: &str) -> &str {
    let by = ["By ", "by ", "BY "].iter().find_map(|by| byline.strip_prefix(by));
    by.unwrap_or(byline).trim_start_matches(':').trim()
}

/// The first that is believed; empty if none is.
fn first<const N: usize>(told: [String; N]) -> String {
    let is_believed = |it: &String| !it.is_empty() && it.chars().count() <= LONGEST;
    told.into_iter().find(is_believed).map(|told| plain(&told)).unwrap_or_default()
}

/// Names of letters (`&amp;`, `&#8217;`) become these letters: many pages write them where they mean nothing.
fn plain(told: &str) -> String {
    if !told.contains('&') {
        return told.to_owned();
    }
    one_line(&Document::from(told.replace('<', "&lt;")).root().text())
}

/// A headline often has the name of the page behind it: “Toll stays – Quay Press”.
fn without_publisher(title: &str, publisher: &str) -> String {
    let rest = title.strip_suffix(publisher).filter(|_| !publisher.is_empty());
    let parted =
        rest.and_then(|rest| rest.trim_end().strip_suffix(['|', '-', '–', '—', '·', '•', ':', '»', '/']));
    parted.map(str::trim_end).filter(|rest| !rest.is_empty()).unwrap_or(title).to_owned()
}

fn published(document: &Document, metas: &Metas, linked: &Linked) -> String {
    let time = |selector: &str| attribute(document, selector, "datetime");
    first([
        linked.published.clone(),
        metas.any(&PUBLISHED),
        time("time[itemprop='datePublished']"),
        time("time[pubdate]"),
        time("article time[datetime]"),
    ])
}

fn language(document: &Document, metas: &Metas, linked: &Linked) -> String {
    let told = [
        attribute(document, "html", "lang"),
        attribute(document, "html", "xml:lang"),
        linked.language.clone(),
        metas.any(&["content-language", "og:locale", "dc.language"]),
    ];
    let is_tag = |tag: &String| {
        let mut parts = tag.split('-');
        let fits =
            |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        tag.len() <= 35 && parts.next().is_some_and(|first| first.len() > 1 && fits(first)) && parts.all(fits)
    };
    told.into_iter().map(|tag| tag.replace('_', "-")).find(is_tag).unwrap_or_default()
}

/// The address that a page gives itself.
fn own_address(document: &Document, metas: &Metas, linked: &Linked) -> String {
    let told = [
        attribute(document, "link[rel='canonical']", "href"),
        metas.0.get("og:url").cloned().unwrap_or_default(),
        linked.address.clone(),
        // What browsers write above a page that they save.
        attribute(document, "base[href]", "href"),
    ];
    let whole = told.iter().filter_map(|told| LinkAddress::new(told));
    whole.map(|it| it.as_str().to_owned()).find(|it| it.starts_with("http")).unwrap_or_default()
}

fn attribute(document: &Document, selector: &str, name: &str) -> String {
    let found = document.try_select(selector).and_then(|found| found.attr(name));
    found.map(|it| one_line(&it)).unwrap_or_default()
}

fn shown(document: &Document, selector: &str) -> String {
    document
        .try_select(selector)
        .and_then(|found| found.nodes().first().map(|node| one_line(&node.text())))
        .unwrap_or_default()
}

/// The meta elements of a page by name; the first of a name counts.
struct Metas(BTreeMap<String, String>);

impl Metas {
    fn of(document: &Document) -> Metas {
        let mut metas = BTreeMap::new();
        let nodes = document.try_select("meta[content]");
        for node in nodes.iter().flat_map(|found| found.nodes()).take(2_000) {
            let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|name| node.attr(name));
            let content = one_line(&node.attr("content").unwrap_or_default());
            if let Some(name) = name.filter(|_| !content.is_empty()) {
                metas.entry(name.trim().to_ascii_lowercase()).or_insert(content);
            }
        }
        Metas(metas)
    }

    /// The first of these that is there and is no address.
    fn any(&self, names: &[&str]) -> String {
        let told = names.iter().filter_map(|name| self.0.get(*name));
        told.into_iter().find(|told| !told.contains("://")).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::details;

    /// Title, byline, publisher, date, language and address of a page with this head.
    fn check(head: &str, expected: [&str; 6]) {
        let found = details(&Document::from(format!("<html lang=en><head>{head}").as_str()), None);
        let found = [found.title, found.byline, found.publisher, found.published, found.language, found.url];
        assert_eq!(found.each_ref().map(String::as_str), expected, "{head}");
    }

    #[test]
    fn what_is_said_for_machines_is_known() {
        check("<title> Toll \n stays </title>", ["Toll stays", "", "", "", "en", ""]);
        check("<title>Fish &amp;amp; <b>chips</b></title>", ["Fish & <b>chips</b>", "", "", "", "en", ""]);
        check(
            "<title>Toll stays - Courier</title><meta property='og:site_name' content='Courier'>",
            ["Toll stays", "", "Courier", "", "en", ""],
        );
        check(
            "<meta name=AUTHOR content='By Nadia Feld'><meta name=date content=2026-02-03>",
            ["", "Nadia Feld", "", "2026-02-03", "en", ""],
        );
        check(
            "<meta property='article:author' content='https://a.example/nadia'>",
            ["", "", "", "", "en", ""],
        );
        check("<link rel=canonical href='javascript:alert(1)'>", ["", "", "", "", "en", ""]);
        check(
            "<link rel=canonical href='/b'><meta property='og:url' content='https://a.example/b'>",
            ["", "", "", "", "en", "https://a.example/b"],
        );
    }

    #[test]
    fn json_ld_counts_most() {
        let article = r#"{"@type": ["Thing", "NewsArticle"], "headline": "Toll &amp; bridge",
            "author": [{"name": "Nadia Feld"}, "Ivo Brandt", {"@id": "x"}, {"name": "Nadia Feld"}],
            "publisher": {"name": "Courier"}, "datePublished": "2026-02-03", "url": "https://a.example/b"}"#;
        let person = r#"{"@id": "x", "@type": "Person", "name": "Lena Sand"}"#;
        let known = [
            "Toll & bridge",
            "Nadia Feld, Ivo Brandt, Lena Sand",
            "Courier",
            "2026-02-03",
            "en",
            "https://a.example/b",
        ];
        for said in [
            format!("[{person}, {article}]"),
            format!("{{\"@graph\": [{article}, {person}]}}"),
            format!("<![CDATA[ [{article}, {person}] ]]>"),
            format!("{{\"@type\": \"WebPage\", \"mainEntity\": {article}, \"@graph\": {person}}}"),
        ] {
            check(
                &format!("<meta name=author content=a><script type='application/ld+json'>{said}</script>"),
                known,
            );
        }
        for broken in ["{", "[[[[", "null", "{\"@type\": \"Person\", \"name\": \"a\"}", "{\"@type\": 7}"] {
            check(
                &format!("<script type='application/ld+json'>{broken}</script>"),
                ["", "", "", "", "en", ""],
            );
        }
    }
}
