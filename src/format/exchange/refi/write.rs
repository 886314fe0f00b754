//! Articles become a project.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::Code;
use super::xml::Xml;
use super::{
    ADDRESS, BYLINE, CONTINUES, CUE, KIND, LANGUAGE, MENTION, PROJECT, PUBLISHED, PUBLISHER, RETRIEVED, ROLE,
    SAID_BY, WHY_UNNAMED,
};
use crate::annotation::{Mark, MarkId, Source, SourceId};
use crate::article::Details;
use crate::format::exchange::labels::numbered;
use crate::format::exchange::{Occasion, Part, bundle};
use crate::format::native::{Document, time};
use crate::format::sha256_hex;
use crate::format::word::Word as _;

pub(super) fn write(documents: &[Document], on: &Occasion<'_>) -> Vec<Part> {
    let articles: Vec<Article<'_>> =
        documents.iter().enumerate().map(|(at, document)| Article::new(at, document)).collect();
    let mut parts = vec![Part::text(PROJECT, project(&articles, on))];
    for article in &articles {
        let name = format!("sources/{}.txt", article.guid("text"));
        parts.push(Part::text(&name, article.document.article.text.as_str().to_owned()));
    }
    vec![Part { name: "qdpx".to_owned(), bytes: bundle::pack(&parts) }]
}

/// A name as the standard wants it, always the same for the same thing.
pub(super) fn guid(of: &str) -> String {
    let digits = sha256_hex(of);
    let cut = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    format!("{}-{}-{}-{}-{}", cut(0, 8), cut(8, 12), cut(12, 16), cut(16, 20), cut(20, 32))
}

fn code_guid(code: &Code) -> String {
    guid(&format!("code/{}/{}", code.group.as_deref().unwrap_or_default(), code.name))
}

fn user_guid(name: &str) -> String {
    guid(&format!("user/{name}"))
}

fn variable_guid(name: &str) -> String {
    guid(&format!("variable/{name}"))
}

fn project(articles: &[Article<'_>], on: &Occasion<'_>) -> String {
    let mut xml = Xml(String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
    let titles: Vec<&str> = articles.iter().map(|article| article.document.details.title.as_str()).collect();
    let (name, when) = (titles.join(" / "), time::write(on.exported).unwrap_or_default());
    let mut about = vec![("name", name.as_str()), ("xmlns", "urn:QDA-XML:project:1.0")];
    about.extend(Some(("origin", on.generator)).filter(|(_, origin)| !origin.is_empty()));
    about.extend(Some(("creationDateTime", when.as_str())).filter(|(_, when)| !when.is_empty()));
    xml.open("Project", &about);
    xml.around("Users", |xml| users(articles, xml));
    codebook(articles, &mut xml);
    xml.around("Variables", variables);
    xml.around("Cases", |xml| articles.iter().for_each(|article| article.cases(xml)));
    xml.around("Sources", |xml| articles.iter().for_each(|article| article.source(xml)));
    xml.around("Links", |xml| articles.iter().for_each(|article| article.links(xml)));
    xml.close("Project");
    xml.0
}

fn users(articles: &[Article<'_>], xml: &mut Xml) {
    let marks = articles.iter().flat_map(|article| &article.document.marks);
    let names: BTreeSet<&str> = marks.map(|mark| mark.creator.as_str()).collect();
    for name in names {
        xml.empty("User", &[("guid", &user_guid(name)), ("name", name)]);
    }
}

/// All codes that any mark has, and the kinds in any case, each group with its own.
fn codebook(articles: &[Article<'_>], xml: &mut Xml) {
    let marks = articles.iter().flat_map(|article| &article.document.marks);
    let mut groups: BTreeMap<String, BTreeSet<Code>> = BTreeMap::new();
    for kind in ["Claim", "Source", "Cue", "Note"] {
        groups.entry(kind.to_owned()).or_default();
    }
    for code in marks.flat_map(|mark| Code::all(mark)) {
        if let Some(group) = code.group.clone() {
            groups.entry(group).or_default().insert(code);
        }
    }
    let heads: Vec<Code> = groups.keys().map(|group| Code { group: None, name: group.clone() }).collect();
    let all: Vec<&Code> = heads.iter().chain(groups.values().flatten()).collect();
    let names = Code::named(&all);
    xml.open("CodeBook", &[]);
    xml.open("Codes", &[]);
    for (head, codes) in heads.iter().zip(groups.values()) {
        let guid = code_guid(head);
        let codable = if codes.is_empty() || Code::is_codable(&head.name) { "true" } else { "false" };
        xml.open("Code", &[("guid", &guid), ("name", &head.name), ("isCodable", codable)]);
        for code in codes {
            let (guid, name) = (code_guid(code), names.get(code).unwrap_or(&code.name));
            xml.empty("Code", &[("guid", &guid), ("name", name), ("isCodable", "true")]);
        }
        xml.close("Code");
    }
    xml.close("Codes");
    xml.close("CodeBook");
}

fn variables(xml: &mut Xml) {
    for name in [KIND, ROLE, WHY_UNNAMED, BYLINE, PUBLISHER, ADDRESS, PUBLISHED, RETRIEVED, LANGUAGE] {
        xml.empty("Variable", &[("guid", &variable_guid(name)), ("name", name), ("typeOfVariable", "Text")]);
    }
}

fn value(xml: &mut Xml, name: &str, value: &str) {
    if !value.is_empty() {
        xml.open("VariableValue", &[]);
        xml.empty("VariableRef", &[("targetGUID", &variable_guid(name))]);
        xml.words("TextValue", value);
        xml.close("VariableValue");
    }
}

struct Article<'a> {
    document: &'a Document,
    /// What the names of its things begin with.
    base: String,
    /// The number of each mark.
    numbers: BTreeMap<&'a MarkId, usize>,
}

impl<'a> Article<'a> {
    fn new(at: usize, document: &'a Document) -> Article<'a> {
        let base = format!("{at}/{}/{}", document.details.title, sha256_hex(document.article.text.as_str()));
        let numbers = document.marks.iter().zip(1..).map(|(mark, number)| (&mark.id, number)).collect();
        Article { document, base, numbers }
    }

    fn guid(&self, of: &str) -> String {
        guid(&format!("{}/{of}", self.base))
    }

    /// The name of a piece of a mark, from 0.
    fn selection(&self, mark: &MarkId, piece: usize) -> String {
        let number = self.numbers.get(mark).copied().unwrap_or_default();
        self.guid(&format!("selection/{number}/{piece}"))
    }

    fn case(&self, source: &SourceId) -> String {
        self.guid(&format!("case/{source}"))
    }

    fn cases(&self, xml: &mut Xml) {
        let mut mentions: BTreeMap<&SourceId, Vec<&Mark>> = BTreeMap::new();
        for mark in &self.document.marks {
            if let Some(source) = mark.mentions() {
                mentions.entry(source).or_default().push(mark);
            }
        }
        for source in &self.document.sources {
            let Source { id, name, kind, role, why_unnamed, note, .. } = &**source;
            xml.open("Case", &[("guid", &self.case(id)), ("name", name)]);
            xml.words("Description", note);
            value(xml, KIND, kind.word());
            value(xml, ROLE, role);
            value(xml, WHY_UNNAMED, why_unnamed);
            xml.empty("SourceRef", &[("targetGUID", &self.guid("source"))]);
            for mark in mentions.get(id).into_iter().flatten() {
                xml.empty("SelectionRef", &[("targetGUID", &self.selection(&mark.id, 0))]);
            }
            xml.close("Case");
        }
    }

    fn source(&self, xml: &mut Xml) {
        let Details { title, byline, publisher, url, published, retrieved, language, .. } =
            &self.document.details;
        let path = format!("internal://{}.txt", self.guid("text"));
        xml.open("TextSource", &[("guid", &self.guid("source")), ("name", title), ("plainTextPath", &path)]);
        for mark in &self.document.marks {
            self.mark(mark, xml);
        }
        let known = [
            (BYLINE, byline),
            (PUBLISHER, publisher),
            (ADDRESS, url),
            (PUBLISHED, published),
            (RETRIEVED, retrieved),
            (LANGUAGE, language),
        ];
        for (name, known) in known {
            value(xml, name, known);
        }
        xml.close("TextSource");
    }

    /// All pieces of a mark; the first has what is said of it, the others have its kind.
    fn mark(&self, mark: &Mark, xml: &mut Xml) {
        let text = &self.document.article.text;
        let user = user_guid(&mark.creator);
        let times = [("creationDateTime", mark.created), ("modifiedDateTime", mark.modified)];
        let times: Vec<(&str, String)> =
            times.into_iter().filter_map(|(name, at)| Some((name, time::write(at)?))).collect();
        for (piece, span) in mark.spans().into_iter().flat_map(|spans| spans.iter()).enumerate() {
            let (guid, at) = (self.selection(&mark.id, piece), text.code_points(span));
            let (start, end) = (at.start.0.to_string(), at.end.0.to_string());
            let mut about = vec![
                ("guid", guid.as_str()),
                ("startPosition", &start),
                ("endPosition", &end),
                ("creatingUser", &user),
            ];
            about.extend(times.iter().map(|(name, at)| (*name, at.as_str())));
            xml.open("PlainTextSelection", &about);
            let codes = if piece == 0 { Code::all(mark) } else { vec![Code::of_kind(&mark.content)] };
            if piece == 0 {
                xml.words("Description", &mark.note);
            }
            for (nth, code) in codes.iter().enumerate() {
                let coding = self.guid(&format!("coding/{guid}/{nth}"));
                xml.open("Coding", &[("guid", &coding), ("creatingUser", &user)]);
                xml.empty("CodeRef", &[("targetGUID", &code_guid(code))]);
                xml.close("Coding");
            }
            xml.close("PlainTextSelection");
        }
    }

    fn links(&self, xml: &mut Xml) {
        for mark in &self.document.marks {
            let first = self.selection(&mark.id, 0);
            let pieces = mark.spans().map_or(0, |spans| spans.iter().len());
            for piece in 1..pieces {
                self.link(CONTINUES, &self.selection(&mark.id, piece), &first, xml);
            }
            let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
            for (nth, tie) in ties.iter().enumerate() {
                self.link(&numbered(SAID_BY, nth), &first, &self.case(&tie.source), xml);
                if let Some(mention) = &tie.mention {
                    self.link(&numbered(MENTION, nth), &first, &self.selection(mention, 0), xml);
                }
                if let Some(cue) = &tie.cue {
                    self.link(&numbered(CUE, nth), &first, &self.selection(cue, 0), xml);
                }
            }
        }
    }

    fn link(&self, name: &str, from: &str, to: &str, xml: &mut Xml) {
        let guid = self.guid(&format!("link/{name}/{from}/{to}"));
        let ends = [("originGUID", from), ("targetGUID", to)];
        let about = [("guid", guid.as_str()), ("name", name), ("direction", "OneWay")];
        xml.empty("Link", &[about.as_slice(), &ends].concat());
    }
}
