//! Text and annotations become articles.

mod frames;

use std::collections::BTreeMap;

use super::{
    ATTRIBUTION, COMMENT, CONTENT, CREATOR, CUE, FORM, KIND, LABEL, NO_SOURCE, NOBODY, NOTE, REASON, ROLE,
    SOURCE, SOURCE_NOTE, TAG, VERDICT,
};
use crate::annotation::{Anchor, Claim, Content, Form, Mark, SaidBy, Source, SourceKind, Verdict, same_name};
use crate::format::exchange::build::{Build, RECORDS, Told};
use crate::format::exchange::{At, Fault, Given, Misread, Part, Read, forget::is_line_end};
use crate::format::native::{Document, Remark};
use crate::format::word::Word;
use crate::text::CodePointOffset;
use frames::Frames;

/// Reads each file of annotations with the text of the same name, or the only one there is; a file without
/// one is read onto the article that is open. Several annotators of a text make several articles.
pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let is = |part: &&Part, ending: &str| part.ending().eq_ignore_ascii_case(ending);
    let texts: Vec<&Part> = given.parts.iter().filter(|part| is(part, "txt")).collect();
    let mut told = Told::default();
    let mut documents = Vec::new();
    for ann in given.parts.iter().filter(|part| is(part, "ann")) {
        let at = |line, fault| Misread { at: At::PartLine(ann.name.clone(), line), fault };
        let lines = std::str::from_utf8(&ann.bytes).map_err(|_not| at(1, Fault::NotUtf8))?;
        let folder = |part: &Part| part.name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let named = texts.iter().filter(|text| ann.stem().starts_with(text.stem()));
        let named = named.max_by_key(|text| (folder(text) == folder(ann), text.stem().len()));
        let build = match named.or_else(|| texts.first().filter(|_| texts.len() == 1)) {
            Some(text) => {
                let text = std::str::from_utf8(&text.bytes)
                    .map_err(|_not| Misread { at: At::Part(text.name.clone()), fault: Fault::NotUtf8 })?;
                Build::new(text).map_err(|fault| at(1, fault))?
            }
            None => Build::on(given.beside.ok_or_else(|| Misread::whole(Fault::NoText))?),
        };
        told.article = Some(documents.len());
        documents.push(document(build, lines, &mut told).map_err(|(line, fault)| at(line, fault))?);
    }
    Ok(told.with(documents))
}

/// A line, with its number from 1, cut at its tabs.
struct Line<'a> {
    number: usize,
    id: &'a str,
    /// The words of the second column.
    head: Vec<&'a str>,
    text: &'a str,
}

fn document(build: Build, text: &str, told: &mut Told) -> Result<Document, (usize, Fault)> {
    let mut reading = Reading { build, at: BTreeMap::new(), frames: Frames::default() };
    let mut lines = Vec::new();
    for (nth, line) in text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).enumerate() {
        let mut columns = line.splitn(3, '\t');
        let (id, head, text) =
            (columns.next().unwrap_or_default(), columns.next(), columns.next().unwrap_or_default());
        let kind = id.chars().next().unwrap_or_default();
        match head.filter(|_| matches!(kind, 'T' | 'E' | 'R' | 'A' | 'M' | 'N' | '#' | '*')) {
            Some(head) => lines.push(Line { number: nth + 1, id, head: head.split(' ').collect(), text }),
            None if line.trim().is_empty() => {}
            // The rest of a text with a line break in it, as some tools write it.
            None => told.tell(&format!("line {}", nth + 1), Remark::LeftOut(line.to_owned())),
        }
    }
    if lines.len() > RECORDS {
        return Err((RECORDS, Fault::TooMany(RECORDS)));
    }
    let of =
        |letters: &'static str| lines.iter().filter(move |line| line.id.starts_with(|c| letters.contains(c)));
    // What others refer to comes first, wherever it stands.
    of("ER").for_each(|line| reading.frames.add(line, told));
    reading.frames.settle();
    for line in of("T").filter(|line| reading.frames.is_piece(line.id)).collect::<Vec<_>>() {
        let offsets = line.head.get(1..).unwrap_or_default().join(" ");
        reading.frames.hold(line.id, &anchors(&offsets).unwrap_or_default());
    }
    for line in of("T") {
        reading.bound(line, told)?;
    }
    of("N").for_each(|line| reading.reference(line));
    of("AM#").for_each(|line| reading.say(line, told));
    of("*").for_each(|line| told.tell(&format!("line {}", line.number), Remark::LeftOut("Equiv".to_owned())));
    reading.tie();
    Ok(reading.build.finish())
}

struct Reading<'a> {
    build: Build,
    /// The number of the mark of each text-bound annotation.
    at: BTreeMap<&'a str, usize>,
    frames: Frames<'a>,
}

impl<'a> Reading<'a> {
    /// A text-bound annotation. Triggers are no marks; the further pieces of a content belong to its first.
    fn bound(&mut self, line: &Line<'a>, told: &mut Told) -> Result<(), (usize, Fault)> {
        let odd =
            |found: &str| (line.number, Fault::Odd { found: found.to_owned(), wanted: "a type and offsets" });
        let (kind, offsets) = line.head.split_first().ok_or_else(|| odd(""))?;
        if self.frames.is_trigger(line.id) && matches!(*kind, ATTRIBUTION | NO_SOURCE)
            || self.frames.is_piece(line.id)
        {
            return Ok(());
        }
        let mut anchors = anchors(&offsets.join(" ")).ok_or_else(|| odd(&offsets.join(" ")))?;
        for piece in self.frames.pieces(line.id) {
            anchors.extend(piece.iter().cloned());
        }
        if let [only] = &mut *anchors {
            let there = self.build.code_points(only.position.start.0..only.position.end.0);
            let there = there.map(|span| self.build.text.slice(span)).unwrap_or_default();
            // The line end of the file may have taken one of the text with it.
            let is_it = there.trim_end_matches('\r') == line.text.trim_end_matches('\r');
            if is_it { there } else { line.text }.clone_into(&mut only.quote);
        }
        let place = self.build.find(joined(anchors, &self.build), &format!("line {}", line.number), told);
        let content = match *kind {
            CONTENT => Content::Claim(Claim::default()),
            CUE => Content::Cue,
            SOURCE => Content::Source(line.id.into()),
            NOTE => Content::Note(String::new()),
            label => Content::Note(label.to_owned()),
        };
        self.at.insert(line.id, self.build.marks.len());
        self.build.mark("", place, content);
        if *kind == SOURCE {
            self.name(line.id);
        }
        Ok(())
    }

    /// A mention is of the voice whose name it is, until a normalisation says more.
    fn name(&mut self, id: &str) {
        let Some(mark) = self.build.marks.last_mut() else { return };
        let words = mark.quote(&self.build.text);
        match self.build.sources.iter().find(|source| same_name(&source.name, &words)) {
            Some(there) => mark.content = Content::Source(there.id.clone()),
            None => {
                let source = self.build.source(id, &words);
                if let Some(mark) = self.build.marks.last_mut() {
                    mark.content = Content::Source(source);
                }
            }
        }
    }

    /// The voice of a mention, as the register has it.
    fn reference(&mut self, line: &Line<'a>) {
        let [_, bound, place] = &*line.head else { return };
        let Some(mark) = self.at.get(bound).and_then(|at| self.build.marks.get_mut(*at)) else { return };
        if let Content::Source(source) = &mut mark.content {
            *source = (*place).into();
            if !self.build.sources.iter().any(|there| there.id.0.as_ref() == *place) {
                self.build.sources.push(Source::new(
                    (*place).into(),
                    line.text.to_owned(),
                    SourceKind::Other,
                ));
            }
        }
    }

    /// An attribute or a note.
    fn say(&mut self, line: &Line<'a>, told: &mut Told) {
        let taken = match &*line.head {
            [kind, bound, rest @ ..] => {
                self.take(kind, bound, rest.first().copied().unwrap_or(line.text), line.text)
            }
            _ => false,
        };
        if !taken {
            let what = line.head.first().copied().unwrap_or_default();
            told.tell(&format!("line {}", line.number), Remark::LeftOut(what.to_owned()));
        }
    }

    /// Whether what is said of an annotation has a place here.
    fn take(&mut self, kind: &str, bound: &str, value: &str, text: &str) -> bool {
        let Some(mark) = self.at.get(bound).and_then(|at| self.build.marks.get_mut(*at)) else {
            return false;
        };
        match kind {
            COMMENT if mark.note.is_empty() => text.clone_into(&mut mark.note),
            COMMENT => mark.note = format!("{}\n{text}", mark.note),
            TAG => mark.tags.push(text.to_owned()),
            CREATOR => text.clone_into(&mut mark.creator),
            _ => return of_content(kind, mark, value, text) || self.of_source(kind, bound, value, text),
        }
        true
    }

    fn of_source(&mut self, kind: &str, bound: &str, value: &str, text: &str) -> bool {
        let mark = self.at.get(bound).and_then(|at| self.build.marks.get(*at));
        let Some(Content::Source(id)) = mark.map(|mark| &mark.content) else { return false };
        let Some(source) = self.build.sources.iter_mut().find(|source| source.id == *id) else {
            return false;
        };
        match kind {
            KIND => match SourceKind::of(&value.replace('_', " ")) {
                Some(kind) => source.kind = kind,
                None => return false,
            },
            ROLE => text.clone_into(&mut source.role),
            REASON => text.clone_into(&mut source.why_unnamed),
            SOURCE_NOTE => text.clone_into(&mut source.note),
            _ => return false,
        }
        true
    }

    /// Ties claims to the voices of their mentions.
    fn tie(&mut self) {
        // A name that no mention has any more was one of a mention that a normalisation named.
        let mentioned: Vec<_> = self.build.marks.iter().filter_map(Mark::mentions).cloned().collect();
        self.build.sources.retain(|source| mentioned.contains(&source.id));
        let order = |source: &Source| mentioned.iter().position(|id| *id == source.id);
        self.build.sources.sort_by_key(order);
        for (content, ties) in self.frames.ties() {
            let Some(claim) = self.at.get(content).copied() else { continue };
            let said: Vec<_> = ties
                .iter()
                .filter_map(|tie| {
                    frames::attribution(
                        &self.build,
                        self.at.get(tie.source?)?,
                        tie.cue.and_then(|cue| self.at.get(cue)),
                    )
                })
                .collect();
            let nobody = ties.iter().any(|tie| tie.nobody);
            if let Some(Content::Claim(claim)) = self.build.marks.get_mut(claim).map(|mark| &mut mark.content)
            {
                match (said.is_empty(), nobody) {
                    (true, true) => claim.said_by = SaidBy::Nobody,
                    (true, false) => {}
                    (false, _) => claim.said_by = SaidBy::Sources(said),
                }
            }
        }
    }
}

fn of_content(kind: &str, mark: &mut Mark, value: &str, text: &str) -> bool {
    let word = value.replace('_', " ");
    match (kind, &mut mark.content) {
        (LABEL, Content::Note(label)) => text.clone_into(label),
        (NOBODY, Content::Claim(claim)) => claim.said_by = SaidBy::Nobody,
        (FORM, Content::Claim(claim)) => match Form::of(&word) {
            Some(form) => claim.form = Some(form),
            None => return false,
        },
        (VERDICT, Content::Claim(claim)) => match Verdict::of(&word) {
            Some(verdict) => claim.verdict = verdict,
            None => return false,
        },
        _ => return false,
    }
    true
}

/// The offsets of an annotation: `0 5;8 12`.
fn anchors(offsets: &str) -> Option<Vec<Anchor>> {
    let one = |fragment: &str| {
        let (start, end) = fragment.trim().split_once(' ')?;
        let (start, end): (usize, usize) = (start.parse().ok()?, end.trim().parse().ok()?);
        let position = CodePointOffset(start)..CodePointOffset(end);
        (start < end).then(|| Anchor {
            quote: String::new(),
            prefix: String::new(),
            suffix: String::new(),
            position,
        })
    };
    offsets.split(';').map(one).collect()
}

/// Fragments between which nothing but line ends stands are one: brat takes no line end inside of one.
fn joined(mut anchors: Vec<Anchor>, build: &Build) -> Vec<Anchor> {
    anchors.sort_by_key(|anchor| anchor.position.start);
    let mut all: Vec<Anchor> = Vec::new();
    for anchor in anchors {
        let gap = all.last().map(|last| last.position.end.0..anchor.position.start.0);
        let is_line_end = gap
            .and_then(|gap| build.code_points(gap))
            .is_some_and(|gap| build.text.slice(gap).chars().all(is_line_end));
        match all.last_mut() {
            Some(last) if is_line_end => {
                last.position.end = anchor.position.end;
                last.quote.clear();
            }
            _ => all.push(anchor),
        }
    }
    all
}
