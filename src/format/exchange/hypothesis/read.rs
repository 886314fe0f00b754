//! Annotations become marks on the article that is open.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;

use super::AUTHORITY;
use super::tags::{Kind, Said};
use crate::annotation::{
    Anchor, Attribution, Content, Place, SaidBy, Source, SourceId, SourceKind, Timestamp,
};
use crate::format::exchange::build::{Build, Told};
use crate::format::exchange::json::{self, string};
use crate::format::exchange::{Fault, Given, Misread, Part, Read};
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::native::{Document, Remark, time};
use crate::text::CodePointOffset;

pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let beside = given.beside.ok_or(Misread::whole(Fault::NoText))?;
    let part = [ours(given.parts, beside)?.clone()];
    let raw = json::open(&Given { parts: &part, ..*given })?;
    let mut reader = Reader::forgiving();
    let mut file = Fields::open(raw, &Path::Root, &mut reader)?;
    let list = Path::Root.field("annotations");
    let items = file.list("annotations", &mut reader)?.ok_or_else(|| file.missing("annotations"))?;
    let mut marks = Marks::new(beside);
    for (at, raw) in items.into_iter().enumerate() {
        marks.take(annotation(raw, &list.item(at), &mut reader)?);
    }
    let mut told = Told::default();
    told.article = Some(0);
    let document = marks.finish(&mut told);
    told.heard(reader);
    Ok(told.with(vec![document]))
}

/// The part that speaks of the article that is open: the only one, or the one of its address.
fn ours<'a>(parts: &'a [Part], beside: &Document) -> Result<&'a Part, Misread> {
    if let [part] = parts {
        return Ok(part);
    }
    let url = json::raw(&beside.details.url);
    let named = |part: &&Part| part.bytes.windows(url.get().len()).any(|at| at == url.get().as_bytes());
    let ours = Some(parts).filter(|_| !beside.details.url.is_empty());
    ours.and_then(|parts| parts.iter().find(named)).ok_or(Misread::whole(Fault::OtherText))
}

/// What is taken of an annotation.
struct Annotation {
    path: String,
    id: String,
    anchor: Option<Anchor>,
    said: Said,
    text: String,
    creator: String,
    created: Timestamp,
    modified: Timestamp,
    /// What it is a reply to, the first of a conversation first.
    references: Vec<String>,
}

fn annotation(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Annotation, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let created = time::take(&mut fields, "created", reader)?;
    let modified = time::take(&mut fields, "updated", reader)?;
    let mut anchor = None;
    let targets = path.field("target");
    // The service keeps one target.
    if let Some(raw) = fields.list("target", reader)?.unwrap_or_default().first() {
        anchor = target(raw, &targets.item(0), reader)?;
    }
    Ok(Annotation {
        path: path.to_string(),
        id: fields.text_or_empty("id")?,
        anchor,
        said: Said::of(fields.texts("tags", reader)?),
        text: fields.text_or_empty("text")?,
        creator: creator(&mut fields, path, reader)?,
        created,
        modified,
        references: fields.texts("references", reader)?,
    })
}

/// What a person is called, else the name of the account.
fn creator(fields: &mut Fields<'_, '_>, path: &Path<'_>, reader: &mut Reader) -> Result<String, Flaw> {
    let user = fields.text_or_empty("user")?;
    let info = path.field("user_info");
    let shown = match fields.take("user_info") {
        Some(raw) => Fields::open(raw, &info, reader)?.text_or_empty("display_name")?,
        None => String::new(),
    };
    if !shown.is_empty() {
        return Ok(shown);
    }
    let account = user.strip_prefix("acct:").unwrap_or(&user);
    let (name, authority) = account.rsplit_once('@').unwrap_or((account, ""));
    Ok(if authority == AUTHORITY { String::new() } else { name.to_owned() })
}

/// The place, as far as a text has one. Positions count UTF-16 units here.
fn target(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Option<Anchor>, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let list = path.field("selector");
    let (mut quote, mut position) = (None, None);
    for (at, raw) in fields.list("selector", reader)?.unwrap_or_default().into_iter().enumerate() {
        let path = list.item(at);
        let mut selector = Fields::open(raw, &path, reader)?;
        match selector.take("type").and_then(string).as_deref() {
            Some("TextQuoteSelector") => {
                let mut text = |name| selector.text_or_empty(name);
                quote = Some((text("exact")?, text("prefix")?, text("suffix")?));
            }
            Some("TextPositionSelector") => {
                let mut offset = |name| selector.take(name).and_then(crate::format::read::offset);
                position = offset("start").zip(offset("end"));
            }
            // Where it lies in the page says nothing about the text alone.
            _ => {}
        }
    }
    let known = quote.is_some() || position.is_some();
    let (quote, prefix, suffix) = quote.unwrap_or_default();
    let (start, end) = position.unwrap_or_default();
    Ok(known.then_some(Anchor { quote, prefix, suffix, position: start..end }))
}

struct Marks {
    build: Build,
    taken: Vec<Taken>,
    /// The number of the mark of each annotation, and of each mark of several pieces.
    named: BTreeMap<String, usize>,
    pieces: BTreeMap<usize, usize>,
    replies: Vec<Annotation>,
    /// What voices are called, by their numbers.
    voices: BTreeMap<usize, String>,
}

/// An annotation with the anchors of all its pieces.
struct Taken {
    first: Annotation,
    anchors: Vec<Anchor>,
    /// The tags of replies.
    heard: Vec<String>,
}

impl Taken {
    fn of(first: Annotation) -> Taken {
        Taken { anchors: first.anchor.iter().cloned().collect(), first, heard: Vec::new() }
    }

    /// Its own tags, and those of replies that are not among them.
    fn tags(&self) -> Vec<String> {
        let mut tags = self.first.said.own.clone();
        let mut seen: BTreeSet<&String> = tags.iter().collect();
        let new: Vec<String> = self.heard.iter().filter(|tag| seen.insert(tag)).cloned().collect();
        tags.extend(new);
        tags
    }
}

impl Marks {
    fn new(beside: &Document) -> Marks {
        let mut build = Build::on(beside);
        // It is another article: the file does not say which it was.
        build.id = String::new();
        build.details.foreign = Default::default();
        Marks {
            build,
            taken: Vec::new(),
            named: BTreeMap::new(),
            pieces: BTreeMap::new(),
            replies: Vec::new(),
            voices: BTreeMap::new(),
        }
    }

    fn take(&mut self, one: Annotation) {
        for (number, name) in &one.said.voices {
            self.voices.entry(*number).or_insert_with(|| name.clone());
        }
        if !one.references.is_empty() {
            self.replies.push(one);
            return;
        }
        let at = self.taken.len();
        let piece = one.said.piece;
        if let Some((_, mark)) = piece.filter(|(piece, _)| *piece > 1)
            && let Some(first) = self.pieces.get(&mark).and_then(|at| self.taken.get_mut(*at))
            && first.first.said.kind == one.said.kind
        {
            first.anchors.extend(one.anchor);
            return;
        }
        if let Some((_, mark)) = piece {
            self.pieces.entry(mark).or_insert(at);
        }
        self.named.entry(one.id.clone()).or_insert(at);
        self.taken.push(Taken::of(one));
    }

    fn finish(mut self, told: &mut Told) -> Document {
        self.answer(told);
        let ids = self.register();
        for (number, taken) in std::mem::take(&mut self.taken).into_iter().enumerate() {
            let tags = taken.tags();
            let Taken { first, anchors, .. } = taken;
            let place = self.place(anchors, &first.path, told);
            let content = self.content(&first, &place, &ids);
            // So many digits that the order of the names is that of the file.
            let mark = self.build.mark(&format!("{number:010}"), place, content);
            mark.note = first.text;
            mark.tags = tags;
            mark.creator = first.creator;
            mark.created = first.created;
            mark.modified = first.modified;
        }
        self.build.finish()
    }

    /// What was replied stands below what it replies to; without that it is a note of its own.
    fn answer(&mut self, told: &mut Told) {
        for reply in std::mem::take(&mut self.replies) {
            let root = reply.references.iter().find_map(|id| self.named.get(id)).copied();
            let Some(taken) = root.and_then(|at| self.taken.get_mut(at)) else {
                told.tell(&reply.path, Remark::LeftOut("references".to_owned()));
                self.taken.push(Taken::of(reply));
                continue;
            };
            let note = &mut taken.first.text;
            if !note.is_empty() {
                note.push_str("\n\n");
            }
            if !reply.creator.is_empty() {
                note.push_str(&reply.creator);
                note.push_str(": ");
            }
            note.push_str(&reply.text);
            taken.heard.extend(reply.said.own);
        }
    }

    /// Enters the voices in the order of their numbers, and says what each is called by.
    fn register(&mut self) -> BTreeMap<usize, SourceId> {
        let mut ids = BTreeMap::new();
        for (number, name) in std::mem::take(&mut self.voices) {
            let id = SourceId::from(format!("s{number}").as_str());
            self.build.sources.push(Source::new(id.clone(), name, SourceKind::Other));
            ids.insert(number, id);
        }
        ids
    }

    /// Offsets count where the words stand at them, as those of a page are not those of the text alone.
    fn place(&self, anchors: Vec<Anchor>, path: &str, told: &mut Told) -> Place {
        if anchors.is_empty() {
            told.tell(path, Remark::NotFound { quote: String::new() });
        }
        let here = |anchor: Anchor| {
            let at = anchor.position.start.0..anchor.position.end.0;
            let span = self.build.utf16(at);
            let fits = |text: &str| anchor.quote.is_empty() || text == anchor.quote;
            let span = span.filter(|span| fits(self.build.text.slice(*span)));
            let position = match span {
                Some(span) => self.build.text.code_points(span),
                None if anchor.quote.is_empty() => CodePointOffset(0)..CodePointOffset(0),
                None => anchor.position.start..anchor.position.start,
            };
            Anchor { position, ..anchor }
        };
        self.build.find(anchors.into_iter().map(here).collect(), path, told)
    }

    fn content(&mut self, one: &Annotation, place: &Place, ids: &BTreeMap<usize, SourceId>) -> Content {
        let voices = || one.said.voices.iter().filter_map(|(number, _)| ids.get(number)).cloned();
        match &one.said.kind {
            Kind::Claim if one.said.nobody => Content::Claim(one.said.claim(SaidBy::Nobody)),
            Kind::Claim => {
                Content::Claim(one.said.claim(SaidBy::or_open(voices().map(Attribution::to).collect())))
            }
            Kind::Source => Content::Source(voices().next().unwrap_or_else(|| {
                let words = match place {
                    Place::Placed(spans) => spans.quote(&self.build.text),
                    Place::Orphan(anchors) => anchors.iter().map(|anchor| anchor.quote.as_str()).collect(),
                };
                self.build.named_source(&words)
            })),
            Kind::Cue => Content::Cue,
            Kind::Note(label) => Content::Note(label.clone()),
        }
    }
}
