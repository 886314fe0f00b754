//! Results become marks.

mod region;

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::{CONTINUES, CUE, SAID_BY};
use crate::annotation::{Answer, Attribution, Content, Mark, MarkKind, SaidBy, Timestamp};
use crate::format::exchange::build::{Build, Told};
use crate::format::exchange::carried;
use crate::format::exchange::labels::number;
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::native::{Document, Remark, distinct};

use region::{Meta, Region, meta};

/// The marks of one article, from the results of one person after the other.
pub(super) struct Marks {
    build: Build,
    by: String,
    created: Timestamp,
    modified: Timestamp,
    /// The regions of this person, in file order, and where each stands among them.
    regions: Vec<Region>,
    named: BTreeMap<String, usize>,
    relations: Vec<Relation>,
    /// Ties by the numbers of their marks, until all marks have names.
    ties: Vec<Tie>,
}

struct Relation {
    path: String,
    from: String,
    to: String,
    label: String,
}

struct Tie {
    claim: usize,
    nth: usize,
    end: usize,
}

impl Marks {
    pub(super) fn new(build: Build) -> Marks {
        Marks {
            build,
            by: String::new(),
            created: Timestamp::default(),
            modified: Timestamp::default(),
            regions: Vec::new(),
            named: BTreeMap::new(),
            relations: Vec::new(),
            ties: Vec::new(),
        }
    }

    /// What follows is of this person, until the end is told.
    pub(super) fn begin(&mut self, by: &str, created: Timestamp, modified: Timestamp) {
        by.clone_into(&mut self.by);
        self.created = created;
        self.modified = modified;
    }

    /// Takes one result: what a control says of a region, or a relation.
    pub(super) fn take(&mut self, raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<(), Flaw> {
        let mut fields = Fields::open(raw, path, reader)?;
        let kind = fields.text_or_empty("type")?;
        if kind == "relation" {
            return self.relation(fields, reader);
        }
        let id = fields.text_or_empty("id")?;
        let from = fields.text_or_empty("from_name")?;
        let own = match fields.take("meta") {
            Some(raw) => meta(raw, &path.field("meta"), reader)?,
            None => Meta::default(),
        };
        let at = path.field("value");
        let raw = fields.take("value").ok_or_else(|| fields.missing("value"))?;
        let value = Fields::open(raw, &at, reader)?;
        let number = *self.named.entry(id).or_insert(self.regions.len());
        if number == self.regions.len() {
            self.regions.push(Region { path: path.to_string(), ..Region::default() });
        }
        let Some(region) = self.regions.get_mut(number) else { return Ok(()) };
        region.own = region.own.take().or(own.mark);
        region.note.extend(own.note);
        region.take(value, &kind, &from, reader)
    }

    fn relation(&mut self, mut fields: Fields<'_, '_>, reader: &mut Reader) -> Result<(), Flaw> {
        let label = fields.texts("labels", reader)?.into_iter().next().unwrap_or_default();
        let (mut from, mut to) = (fields.text_or_empty("from_id")?, fields.text_or_empty("to_id")?);
        if fields.text_or_empty("direction")? == "left" {
            std::mem::swap(&mut from, &mut to);
        }
        self.relations.push(Relation { path: fields.path.to_string(), from, to, label });
        Ok(())
    }

    /// All of this person was told: regions become marks.
    pub(super) fn end(&mut self, told: &mut Told) {
        let relations = std::mem::take(&mut self.relations);
        let named = std::mem::take(&mut self.named);
        let ends = |one: &Relation| named.get(&one.from).copied().zip(named.get(&one.to).copied());
        let (pieces, relations): (Vec<_>, Vec<_>) =
            relations.into_iter().partition(|one| one.label == CONTINUES && ends(one).is_some());
        for (piece, first) in pieces.iter().filter_map(ends) {
            self.join(piece, first);
        }
        let mut marks: BTreeMap<usize, usize> = BTreeMap::new();
        for (number, region) in std::mem::take(&mut self.regions).into_iter().enumerate() {
            if region.of.is_none() {
                marks.insert(number, self.build.marks.len());
                self.mark(region, told);
            }
        }
        for one in relations {
            let ends = ends(&one).and_then(|(from, to)| Some((*marks.get(&from)?, *marks.get(&to)?)));
            let nth = number(&one.label, SAID_BY).or_else(|| number(&one.label, CUE));
            match (ends, nth) {
                (Some((claim, end)), Some(nth)) => self.ties.push(Tie { claim, nth, end }),
                _ => told.tell(&one.path, Remark::LeftOut(one.label)),
            }
        }
    }

    /// Makes a region a piece of one that stands before it and is no piece itself.
    fn join(&mut self, piece: usize, first: usize) {
        let is_first = first < piece && self.regions.get(first).is_some_and(|first| first.of.is_none());
        let Some(region) = self.regions.get_mut(piece).filter(|region| is_first && region.of.is_none())
        else {
            return;
        };
        region.of = Some(first);
        let anchors = std::mem::take(&mut region.anchors);
        if let Some(first) = self.regions.get_mut(first) {
            first.anchors.extend(anchors);
        }
    }

    fn mark(&mut self, region: Region, told: &mut Told) {
        let Region { path, anchors, label, own, form, verdict, note, tags, fields, .. } = region;
        if anchors.is_empty() {
            told.tell(&path, Remark::NotFound { quote: String::new() });
        }
        let place = self.build.find(anchors, &path, told);
        let build = &mut self.build;
        let mut content = carried::content(label.as_deref(), own.as_ref().map(|own| &own.content), || {
            let words = build.words(&place);
            build.named_source(&words)
        });
        if let Content::Claim(claim) = &mut content {
            claim.form = form;
            claim.verdict = verdict;
        }
        let (by, created, modified) = (self.by.clone(), self.created, self.modified);
        let mark = self.build.mark("", place, content);
        match own {
            Some(own) => {
                let foreign = carried::foreign(own.foreign.clone(), &mark.content);
                *mark = Mark { place: mark.place.clone(), content: mark.content.clone(), foreign, ..own };
            }
            None => {
                mark.creator = by;
                mark.created = created;
                mark.modified = modified;
            }
        }
        mark.note = note.join("\n\n");
        mark.tags = tags;
        let mut all: BTreeMap<String, Answer> = std::mem::take(&mut mark.fields).into_iter().collect();
        all.extend(fields);
        mark.fields = all.into_iter().collect();
    }

    /// The article with its marks, each with a name of its own, and with its ties.
    pub(super) fn finish(mut self, orphans: Vec<Mark>, told: &mut Told) -> Document {
        self.build.marks.extend(orphans);
        distinct(&mut self.build.sources, &mut self.build.marks);
        // By claim and number, so that a second tie never comes before the first.
        self.ties.sort_by_key(|tie| (tie.claim, tie.nth));
        for tie in std::mem::take(&mut self.ties) {
            if self.tie(&tie).is_none() {
                told.tell("", Remark::LeftOut(SAID_BY.to_owned()));
            }
        }
        self.build.finish()
    }

    /// Ties a claim to a mention or to a cue; `None` if they are none.
    fn tie(&mut self, Tie { claim, nth, end }: &Tie) -> Option<()> {
        let other = self.build.marks.get(*end)?;
        let (id, kind, source) = (other.id.clone(), other.kind(), other.mentions().cloned());
        let Content::Claim(claim) = &mut self.build.marks.get_mut(*claim)?.content else { return None };
        let mut ties = claim.said_by.take();
        let done = match (kind, ties.get_mut(*nth)) {
            (MarkKind::Source, Some(tie)) if tie.mention.is_none() => {
                tie.mention = Some(id);
                true
            }
            (MarkKind::Source, _) => source.is_some_and(|source| {
                ties.push(Attribution { mention: Some(id), ..Attribution::to(source) });
                true
            }),
            (MarkKind::Cue, Some(tie)) => {
                tie.cue = Some(id);
                true
            }
            (MarkKind::Cue, None) => ties.last_mut().is_some_and(|tie| {
                tie.cue = Some(id);
                true
            }),
            _ => false,
        };
        // Where nothing came of it, it stays what it was: that there is no source is a finding.
        if done || !ties.is_empty() {
            claim.said_by = SaidBy::or_open(ties);
        }
        done.then_some(())
    }
}
