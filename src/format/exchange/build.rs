//! Records become an article, whatever format they came in.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use super::{Fault, Loss, Read};
use crate::annotation::{
    Anchor, Content, Mark, MarkId, MarkSet, Place, Source, SourceId, SourceKind, Timestamp,
};
use crate::article::{Article, ArticleId, Block, Details, Foreign, Inline, Refusal, check_length};
use crate::format::native::search::{Found, Search};
use crate::format::native::{Document, ImportNotice, Remark, by_lines};
use crate::text::{CodePointOffset, Span, Spans, Text, Utf16Offset};

/// The most records that are taken from one file.
pub(super) const RECORDS: usize = 1_000_000;

/// The most notices that are listed.
const LISTED: usize = 1_000;

/// An article that is being read.
pub(super) struct Build {
    /// Its name; empty where the format has none.
    pub(super) id: String,
    pub(super) text: Text,
    pub(super) details: Details,
    /// The blocks, if the file has any; else every line becomes a paragraph.
    pub(super) blocks: Option<Vec<Block>>,
    pub(super) inlines: Vec<Inline>,
    pub(super) sources: Vec<Source>,
    pub(super) marks: Vec<Mark>,
    /// The sources by name, once they were asked for.
    voices: Option<Voices>,
}

/// What sources are called.
struct Voices {
    names: BTreeMap<String, SourceId>,
    ids: BTreeSet<SourceId>,
}

impl Voices {
    fn of(sources: &[Source]) -> Voices {
        let mut voices = Voices { names: BTreeMap::new(), ids: BTreeSet::new() };
        for source in sources {
            voices.ids.insert(source.id.clone());
            voices.names.entry(source.name.clone()).or_insert_with(|| source.id.clone());
        }
        voices
    }
}

impl Build {
    /// Begins with a text, to the letter.
    pub(super) fn new(text: &str) -> Result<Build, Fault> {
        check_length(text.as_bytes()).map_err(too_long)?;
        Ok(Build {
            id: String::new(),
            text: Text::new(text),
            details: Details::default(),
            blocks: None,
            inlines: Vec::new(),
            sources: Vec::new(),
            marks: Vec::new(),
            voices: None,
        })
    }

    /// Begins with the article that is open, without what was said about it.
    pub(super) fn on(beside: &Document) -> Build {
        Build {
            id: beside.id.0.to_string(),
            text: beside.article.text.clone(),
            details: beside.details.clone(),
            blocks: Some(beside.article.blocks.clone()),
            inlines: beside.article.inlines.clone(),
            sources: Vec::new(),
            marks: Vec::new(),
            voices: None,
        }
    }

    /// Goes on with an article that was read without its marks.
    pub(super) fn of(document: Document) -> Build {
        let Document { id, article, details, sources, .. } = document;
        Build {
            id: id.0.to_string(),
            text: article.text,
            details,
            blocks: Some(article.blocks),
            inlines: article.inlines,
            sources: sources.into_iter().map(Rc::unwrap_or_clone).collect(),
            marks: Vec::new(),
            voices: None,
        }
    }

    /// A span from code points; `None` if it is empty or outside of the text.
    pub(super) fn code_points(&self, range: Range<usize>) -> Option<Span> {
        self.text.span_code_points(CodePointOffset(range.start)..CodePointOffset(range.end))
    }

    /// A span from UTF-16 units; `None` if it is empty, outside of the text or cuts a character.
    pub(super) fn utf16(&self, range: Range<usize>) -> Option<Span> {
        self.text.span_utf16(Utf16Offset(range.start)..Utf16Offset(range.end))
    }

    /// Adds a mark and nothing more than where it stands, to be filled in; its id may be empty.
    pub(super) fn mark(&mut self, id: &str, place: Place, content: Content) -> &mut Mark {
        self.marks.push(blank(id, place, content));
        let last = self.marks.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "it was pushed a line above")]
        &mut self.marks[last]
    }

    /// The source of this name in the register, or a new one.
    pub(super) fn source(&mut self, id: &str, name: &str) -> SourceId {
        let there = self.sources.iter().find(|source| &*source.id.0 == id);
        if there.is_none() {
            self.sources.push(Source::new(id.into(), name.to_owned(), SourceKind::Other));
        }
        id.into()
    }

    /// The source that is called so in the register, or a new one.
    pub(super) fn named_source(&mut self, name: &str) -> SourceId {
        let Voices { names, ids } = self.voices.get_or_insert_with(|| Voices::of(&self.sources));
        if let Some(id) = names.get(name) {
            return id.clone();
        }
        let number = |number: usize| SourceId::from(format!("s{number}").as_str());
        let free = (self.sources.len() + 1..).map(number).find(|id| !ids.contains(id));
        let id = free.unwrap_or_else(|| number(0));
        ids.insert(id.clone());
        names.insert(name.to_owned(), id.clone());
        self.sources.push(Source::new(id.clone(), name.to_owned(), SourceKind::Other));
        id
    }

    /// The words at a place: those of the text, or those of the anchors where it was not found.
    pub(super) fn words(&self, place: &Place) -> String {
        match place {
            Place::Placed(spans) => spans.quote(&self.text),
            Place::Orphan(anchors) => {
                anchors.iter().map(|anchor| anchor.quote.as_str()).collect::<Vec<_>>().join(" … ")
            }
        }
    }

    /// Finds the places of quotes: where the offsets say, if the words stand there or none are given, else
    /// where the words do; an orphan if one of them is nowhere. What was not simply where the file says is
    /// told under `path`.
    pub(super) fn find(&self, anchors: Vec<Anchor>, path: &str, told: &mut Told) -> Place {
        let mut spans = Vec::with_capacity(anchors.len());
        for anchor in &anchors {
            let there = self.text.span_code_points(anchor.position.clone());
            let fits = |span: &Span| anchor.quote.is_empty() || self.text.slice(*span) == anchor.quote;
            if let Some(there) = there.filter(fits) {
                spans.push(there);
                continue;
            }
            let quote = anchor.quote.clone();
            // Where the file says no place, the words are all there is, and finding them is no news.
            let placed = anchor.position.start < anchor.position.end;
            match told.search.exact(&self.text, anchor) {
                Found::Here(span) => {
                    spans.push(span);
                    if placed {
                        told.tell(path, Remark::FoundByWords { quote });
                    }
                }
                Found::TooDear => told.tell(path, Remark::NotSearched { quote }),
                Found::Changed(_) | Found::Nowhere => told.tell(path, Remark::NotFound { quote }),
            }
        }
        if spans.len() < anchors.len() {
            return Place::Orphan(anchors);
        }
        Spans::new(spans).map_or_else(|| Place::Orphan(anchors), Place::Placed)
    }

    /// The article, its marks in reading order. Marks without an id are called by their number; where the
    /// format has no name for the article, none of its records has.
    pub(super) fn finish(self) -> Document {
        let Build { id, text, details, blocks, inlines, sources, mut marks, .. } = self;
        for (at, mark) in marks.iter_mut().enumerate() {
            if mark.id.0.is_empty() {
                mark.id = format!("m{}", at + 1).as_str().into();
            }
        }
        let set: MarkSet = marks.into_iter().map(Rc::new).collect();
        let blocks = blocks.unwrap_or_else(|| by_lines(&text));
        let nameless = id.is_empty();
        let mut document = Document {
            id: ArticleId::from(id.as_str()),
            article: Article { text, blocks, inlines },
            details,
            sources: sources.into_iter().map(Rc::new).collect(),
            marks: set.iter().cloned().collect(),
        };
        if nameless {
            Loss::Names.forget(&mut document);
        }
        document
    }
}

/// A mark of which nothing is known but where it stands and what it is.
fn blank(id: &str, place: Place, content: Content) -> Mark {
    Mark {
        id: MarkId::from(id),
        place,
        content,
        note: String::new(),
        tags: Vec::new(),
        fields: Vec::new(),
        creator: String::new(),
        codebook: String::new(),
        created: Timestamp::default(),
        modified: Timestamp::default(),
        drift: None,
        foreign: Foreign::default(),
    }
}

fn too_long(refusal: Refusal) -> Fault {
    match refusal {
        Refusal::TooLong { length, .. } => Fault::TooLong(length),
        _ => Fault::NotThis,
    }
}

/// What is told of how a file was read.
#[derive(Default)]
pub(super) struct Told {
    /// The article that is being read, from 0.
    pub(super) article: Option<usize>,
    notices: Vec<ImportNotice>,
    unlisted: usize,
    /// What all marks share that are not where the file says.
    search: Search,
}

impl Told {
    /// Tells something about a place in the file.
    pub(super) fn tell(&mut self, path: &str, what: Remark) {
        if self.notices.len() < LISTED {
            self.notices.push(ImportNotice { article: self.article, path: path.to_owned(), what });
        } else {
            self.unlisted += 1;
        }
    }

    /// There was more to tell than is listed.
    pub(super) fn add_unlisted(&mut self, count: usize) {
        self.unlisted += count;
    }

    /// What was read, with all that was told. Of articles of one name only the first keeps it.
    pub(super) fn with(self, mut documents: Vec<Document>) -> Read {
        let mut taken = BTreeSet::new();
        for document in &mut documents {
            if !taken.insert(document.id.clone()) {
                document.id = "".into();
            }
        }
        Read { documents, notices: self.notices, unlisted: self.unlisted }
    }
}
