//! An article becomes a CAS.

use std::collections::BTreeMap;

use serde_json::json;

use super::cas::{Cas, Id, Record};
use super::schema::{
    ANCHOR, ANSWER, ARTICLE, ATTRIBUTION, BLOCK, CLAIM, CUE, DOCUMENT, EVIDENCE, INLINE, Kind, LINK, MENTION,
    NEWER, NOTE, PIECE, SOFA, TEXTS, UNPLACED, VOICE,
};
use super::{BY_CUE, PIECE_OF, SAID_BY, VIEW};
use crate::annotation::{
    Anchor, Answer, Attribution, Claim, Content, Drift, Mark, MarkId, MarkKind, Place, SaidBy, Source,
    SourceId, Verdict,
};
use crate::article::Details;
use crate::format::exchange::labels::numbered;
use crate::format::exchange::{Occasion, Part};
use crate::format::native::{Document, time};
use crate::format::word::{Word as _, inline_words};
use crate::text::{Span, Text};

pub(super) fn write(documents: &[Document], _: &Occasion<'_>) -> Vec<Part> {
    let each = |document: &Document| Part::text("cas.json", Writer::new(document).file(document));
    documents.iter().map(each).collect()
}

struct Writer<'a> {
    text: &'a Text,
    cas: Cas,
    sofa: Id,
    /// The voices with their names.
    voices: BTreeMap<&'a SourceId, (Id, &'a str)>,
    /// The marks, each with its kind if it has a place.
    marks: BTreeMap<&'a MarkId, (Id, Option<MarkKind>)>,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document) -> Writer<'a> {
        let text = &document.article.text;
        let mut cas = Cas::default();
        let sofa = cas.add(
            SOFA,
            vec![
                ("sofaNum", json!(1)),
                ("sofaID", json!(VIEW)),
                ("mimeType", json!("text")),
                ("sofaString", json!(text.as_str())),
            ],
        );
        Writer { text, cas, sofa, voices: BTreeMap::new(), marks: BTreeMap::new() }
    }

    fn file(mut self, document: &'a Document) -> String {
        self.about(&document.details, &document.id.0);
        for source in &document.sources {
            let id = self.voice(source);
            self.voices.insert(&source.id, (id, &source.name));
        }
        for block in &document.article.blocks {
            let record = self.over(block.span).text("kind", block.kind.word());
            self.add(&BLOCK, record);
        }
        for inline in &document.article.inlines {
            let (kind, url) = inline_words(&inline.kind);
            let record = self.over(inline.span).text("kind", kind).text("url", url);
            self.add(&INLINE, record);
        }
        // What claims link to comes before them.
        let (claims, others): (Vec<_>, Vec<_>) =
            document.marks.iter().partition(|mark| mark.claim().is_some());
        for mark in others.into_iter().chain(claims) {
            let id = self.mark(mark);
            let kind = mark.spans().map(|_| mark.kind());
            self.marks.insert(&mark.id, (id, kind));
        }
        for mark in &document.marks {
            self.rest(mark);
        }
        self.cas.file(self.sofa)
    }

    /// Adds a structure of ours.
    fn add(&mut self, kind: &Kind, record: Record) -> Id {
        let id = self.cas.add(kind.name, record.0);
        if kind.is_member() {
            self.cas.member(id);
        }
        id
    }

    /// What belongs to the text.
    fn base(&self) -> Record {
        Record::default().to("@sofa", Some(self.sofa))
    }

    /// What lies over a stretch of the text.
    fn over(&self, span: Span) -> Record {
        let at = self.text.utf16(span);
        self.base().put("begin", json!(at.start.0)).put("end", json!(at.end.0))
    }

    fn about(&mut self, details: &Details, id: &str) {
        // Other programs know the language of a text by this; where none is said, that is the word for it.
        let language = if details.language.is_empty() { "x-unspecified" } else { &details.language };
        let document = self
            .base()
            .put("begin", json!(0))
            .put("end", json!(self.text.utf16_len().0))
            .put("language", json!(language));
        let document = self.cas.add(DOCUMENT, document.0);
        self.cas.member(document);
        let record = self
            .base()
            .text("id", id)
            .text("title", &details.title)
            .text("byline", &details.byline)
            .text("publisher", &details.publisher)
            .text("url", &details.url)
            .text("published", &details.published)
            .text("retrieved", &details.retrieved)
            .text("language", &details.language)
            .text("follows", details.follows.as_ref().map_or("", |id| &id.0))
            .newer(NEWER, &details.foreign);
        self.add(&ARTICLE, record);
    }

    fn voice(&mut self, source: &Source) -> Id {
        let record = self
            .base()
            .text("id", &source.id.0)
            .text("name", &source.name)
            .text("kind", source.kind.word())
            .text("role", &source.role)
            .text("why_unnamed", &source.why_unnamed)
            .text("note", &source.note)
            .newer(NEWER, &source.foreign);
        self.add(&VOICE, record)
    }

    /// Adds a mark over its first piece, or as one that has no place.
    fn mark(&mut self, mark: &Mark) -> Id {
        let kind = match mark.content {
            Content::Claim(_) => &CLAIM,
            Content::Source(_) => &MENTION,
            Content::Cue => &CUE,
            Content::Note(_) => &NOTE,
        };
        let first = mark.spans().and_then(|spans| spans.iter().next());
        let Some(first) = first else {
            let anchors = match &mark.place {
                Place::Orphan(anchors) => anchors.iter().map(|anchor| self.anchor(anchor)).collect(),
                Place::Placed(_) => Vec::new(),
            };
            let anchors = self.cas.list(&anchors);
            let record = self.base().text("kind", mark.kind().word()).to("@anchors", anchors);
            let record = self.said(record, mark);
            return self.add(&UNPLACED, record);
        };
        let links = self.links(mark);
        let links = self.cas.list(&links);
        let record = self.over(first).to("@links", links);
        let record = match &mark.content {
            Content::Source(source) => {
                record.text("voice", self.voices.get(source).map_or("", |(_, name)| name))
            }
            _ => record,
        };
        let record = self.said(record, mark);
        self.add(kind, record)
    }

    /// Links from a mark to its further pieces, and from a claim to where it says who says it and how.
    fn links(&mut self, mark: &Mark) -> Vec<Id> {
        let mut links = Vec::new();
        for piece in mark.spans().into_iter().flat_map(|spans| spans.iter()).skip(1) {
            let record = self.over(piece);
            let piece = self.add(&PIECE, record);
            links.push(self.link(PIECE_OF, piece));
        }
        let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
        for (nth, tie) in ties.iter().enumerate() {
            let ends = [(&tie.mention, MarkKind::Source, SAID_BY), (&tie.cue, MarkKind::Cue, BY_CUE)];
            for (end, kind, role) in ends {
                let end = end.as_ref().and_then(|end| self.marks.get(end)).copied();
                if let Some((end, _)) = end.filter(|(_, is)| *is == Some(kind)) {
                    links.push(self.link(&numbered(role, nth), end));
                }
            }
        }
        links
    }

    fn link(&mut self, role: &str, target: Id) -> Id {
        self.add(&LINK, Record::default().text("role", role).to("@target", Some(target)))
    }

    /// What was said of a mark, but for ties.
    fn said(&mut self, record: Record, mark: &Mark) -> Record {
        let record = match &mark.content {
            Content::Claim(claim) => of_claim(record, claim),
            Content::Source(source) => record.put("source", json!(&*source.0)),
            Content::Cue => record,
            Content::Note(label) => record.text("label", label),
        };
        let tags =
            (!mark.tags.is_empty()).then(|| self.cas.add(TEXTS, vec![("%ELEMENTS", json!(mark.tags))]));
        let record = record
            .text("id", &mark.id.0)
            .text("note", &mark.note)
            .to("@tags", tags)
            .text("creator", &mark.creator)
            .text("codebook", &mark.codebook)
            .text("created", &time::write(mark.created).unwrap_or_default())
            .text("modified", &time::write(mark.modified).unwrap_or_default())
            .newer(NEWER, &mark.foreign);
        match &mark.drift {
            None => record,
            Some(Drift::Moved) => record.put("moved", json!(true)),
            Some(Drift::Changed(former)) => record.text("former", former),
        }
    }

    /// What belongs to a mark: answers, evidence and ties.
    fn rest(&mut self, mark: &Mark) {
        let Some((id, _)) = self.marks.get(&mark.id).copied() else { return };
        for (field, answer) in &mark.fields {
            let record = self.base().to("@mark", Some(id)).put("field", json!(field));
            let record = match answer {
                Answer::Text(text) => record.put("text", json!(text)),
                Answer::Number(number) => record.put("number", json!(number)),
                Answer::YesNo(yes) => record.put("yes", json!(yes)),
            };
            self.add(&ANSWER, record);
        }
        let Some(claim) = mark.claim() else { return };
        for evidence in &claim.evidence {
            let record = self
                .base()
                .to("@claim", Some(id))
                .text("url", &evidence.url)
                .text("quote", &evidence.quote)
                .text("note", &evidence.note)
                .text("accessed", &evidence.accessed)
                .newer(NEWER, &evidence.foreign);
            self.add(&EVIDENCE, record);
        }
        for tie in claim.said_by.attributions() {
            self.tie(id, tie);
        }
    }

    /// Where a reference of a tie leads nowhere, the name is all there is.
    fn tie(&mut self, claim: Id, tie: &Attribution) {
        let record = self.base().to("@claim", Some(claim));
        let mut record = match self.voices.get(&tie.source) {
            Some((voice, _)) => record.to("@voice", Some(*voice)),
            None => record.put("source", json!(&*tie.source.0)),
        };
        let ends = [("@mention", "mention_id", &tie.mention), ("@cue", "cue_id", &tie.cue)];
        for (reference, name, end) in ends {
            let Some(end) = end else { continue };
            record = match self.marks.get(end) {
                Some((id, _)) => record.to(reference, Some(*id)),
                None => record.put(name, json!(&*end.0)),
            };
        }
        self.add(&ATTRIBUTION, record.newer(NEWER, &tie.foreign));
    }

    fn anchor(&mut self, anchor: &Anchor) -> Id {
        let at = &anchor.position;
        let record = Record::default()
            .text("quote", &anchor.quote)
            .text("prefix", &anchor.prefix)
            .text("suffix", &anchor.suffix)
            .put("first", json!(at.start.0))
            .put("behind", json!(at.end.0));
        self.add(&ANCHOR, record)
    }
}

fn of_claim(record: Record, claim: &Claim) -> Record {
    let verdict = Some(claim.verdict).filter(|verdict| *verdict != Verdict::Unchecked);
    let record = record
        .text("form", claim.form.map_or("", |form| form.word()))
        .text("verdict", verdict.map_or("", |verdict| verdict.word()));
    if claim.said_by == SaidBy::Nobody { record.put("no_source", json!(true)) } else { record }
}
