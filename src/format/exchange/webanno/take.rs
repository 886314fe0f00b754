//! Annotations become marks.

mod features;
mod ties;

use std::collections::BTreeMap;

use super::annotations::{Annotation, Annotations};
use super::layers::{LABEL, MARK, NAME, VOICE};
use crate::annotation::{Anchor, Content, MarkId, Place, Source, SourceId, SourceKind, describe};
use crate::format::exchange::build::{Build, Told};
use crate::format::exchange::labels;
use crate::format::native::{Document, Remark};
use crate::text::{CodePointOffset, Spans};

/// An article whose annotations are taken.
pub(super) struct Taking<'a> {
    build: Build,
    from: &'a Annotations,
    /// The number of the mark of each annotation, if it became one.
    marks: BTreeMap<usize, usize>,
    /// Voices by what tells them from others.
    voices: BTreeMap<String, usize>,
}

impl<'a> Taking<'a> {
    pub(super) fn new(build: Build, from: &'a Annotations) -> Taking<'a> {
        Taking { build, from, marks: BTreeMap::new(), voices: BTreeMap::new() }
    }

    pub(super) fn document(mut self, told: &mut Told) -> Document {
        for pieces in pieces(self.from) {
            self.mark(&pieces, told);
        }
        self.tie(told);
        self.build.finish()
    }

    /// Annotations that are pieces of one mark become that mark; the first one says what it is.
    fn mark(&mut self, pieces: &[usize], told: &mut Told) {
        let all: Vec<&Annotation> = pieces.iter().filter_map(|piece| self.from.all.get(*piece)).collect();
        let Some(first) = all.first() else { return };
        let label = self.label(first);
        let path = format!("line {}", first.line);
        let Some(place) = self.place(&all, &path, told) else {
            told.tell(&path, Remark::LeftOut(label.to_owned()));
            return;
        };
        let mut values: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, value) in all.iter().flat_map(|one| &one.values) {
            values.entry(name).or_insert(value);
        }
        if labels::is_kind(label) {
            values.remove(MARK);
        }
        let words = self.build.words(&place);
        let mut content = labels::content(label, || SourceId::from(""));
        match &mut content {
            Content::Source(source) => *source = self.voice(&mut values, &words, &path, told),
            Content::Note(label) if label.is_empty() => {
                values.remove(LABEL).unwrap_or_default().clone_into(label);
            }
            _ => {}
        }
        let number = self.build.marks.len();
        self.marks.extend(pieces.iter().map(|piece| (*piece, number)));
        // Named by numbers of one length, marks on the same words stay in order.
        let mark = self.build.mark(&id(number).0, place, content);
        features::take(mark, values, labels::is_kind(label), &path, told);
    }

    /// The name of the layer of an annotation.
    fn label(&self, annotation: &Annotation) -> &'a str {
        self.from.layers.get(annotation.layer).map_or("", |layer| layer.name.as_str())
    }

    /// Where a mark stands; `None` where nothing is, since an empty mark cannot be.
    fn place(&self, pieces: &[&Annotation], path: &str, told: &mut Told) -> Option<Place> {
        let span = |piece: &&Annotation| self.build.utf16(piece.at.clone()?);
        let spans: Vec<_> = pieces.iter().filter_map(span).collect();
        let lost = pieces.iter().filter(|piece| !piece.lost.is_empty());
        let lost: Vec<Anchor> = lost.map(|piece| quoted(piece.lost.join(" "))).collect();
        if lost.is_empty() {
            return Spans::new(spans).map(Place::Placed);
        }
        let there = spans.into_iter().map(|span| describe(&self.build.text, span));
        Some(self.build.find(there.chain(lost).collect(), path, told))
    }

    /// The voice of a mention: by its id, by its name, or by the words.
    fn voice(
        &mut self,
        values: &mut BTreeMap<&str, &str>,
        words: &str,
        path: &str,
        told: &mut Told,
    ) -> SourceId {
        let (id, name) = (values.remove(VOICE), values.remove(NAME));
        let key = match (id, name) {
            (Some(id), _) => format!("#{id}"),
            (None, name) => format!("={}", name.unwrap_or(words)),
        };
        // A voice that has an id and no name has none.
        let name = name.unwrap_or(if id.is_some() { "" } else { words });
        let id = SourceId::from(key.as_str());
        let at = *self.voices.entry(key).or_insert(self.build.sources.len());
        if at == self.build.sources.len() {
            self.build.sources.push(Source::new(id.clone(), name.to_owned(), SourceKind::Other));
        }
        if let Some(source) = self.build.sources.get_mut(at) {
            features::of_voice(source, values, path, told);
        }
        id
    }
}

/// What a mark is called until it has a name.
fn id(number: usize) -> MarkId {
    MarkId::from(format!("{number:08}").as_str())
}

/// Words that stand nobody knows where.
fn quoted(quote: String) -> Anchor {
    let position = CodePointOffset(0)..CodePointOffset(0);
    Anchor { quote, prefix: String::new(), suffix: String::new(), position }
}

/// The annotations of each mark, in the order of their numbers. Those of one layer of ours that name the same
/// mark are its pieces.
fn pieces(from: &Annotations) -> Vec<Vec<usize>> {
    let mut order: Vec<(usize, &Annotation)> = from.all.iter().enumerate().collect();
    order.sort_by_key(|(_, annotation)| annotation.number.unwrap_or(usize::MAX));
    let mut pieces: Vec<Vec<usize>> = Vec::new();
    let mut named: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for (at, annotation) in order {
        let is_ours = from.layers.get(annotation.layer).is_some_and(|layer| labels::is_kind(&layer.name));
        let name = annotation.values.get(MARK).filter(|_| is_ours);
        let mark = name.map(|name| *named.entry((annotation.layer, name)).or_insert(pieces.len()));
        match mark.and_then(|mark| pieces.get_mut(mark)) {
            Some(others) => others.push(at),
            None => pieces.push(vec![at]),
        }
    }
    pieces
}
