//! Annotations become the marks of one article, and links its ties.

use std::collections::BTreeMap;
use std::mem::take;

use super::annotation::{Annotation, Body};
use crate::annotation::{Anchor, Attribution, Content, Mark, MarkKind, Place, SaidBy, Verdict};
use crate::format::exchange::build::{Build, Told};
use crate::format::exchange::{carried, labels};
use crate::format::json::{Flaw, Path, Reader};
use crate::format::native::{Document, Remark, distinct};
use crate::format::read;
use crate::format::word::Word as _;

pub(super) struct Marks {
    build: Build,
    /// The number of the mark of each annotation.
    named: BTreeMap<String, usize>,
    links: Vec<(String, Link)>,
}

/// A link that waits until all marks are there.
struct Link {
    /// The annotations at its ends.
    from: Vec<String>,
    to: Vec<String>,
    /// Our own tie, if it came along.
    tie: Option<Attribution>,
}

impl Marks {
    pub(super) fn new(build: Build) -> Marks {
        Marks { build, named: BTreeMap::new(), links: Vec::new() }
    }

    /// Takes an annotation.
    pub(super) fn take(
        &mut self,
        one: Annotation<'_>,
        path: &Path<'_>,
        reader: &mut Reader,
        told: &mut Told,
    ) -> Result<(), Flaw> {
        if one.tie.is_some() || (one.links && one.targets.iter().all(|target| target.anchor.is_none())) {
            return self.link(&one, path, reader);
        }
        let own =
            one.mark.map(|raw| carried::read_mark(raw, &path.field("sayso:mark"), reader)).transpose()?;
        let anchors: Vec<Anchor> = one.targets.iter().filter_map(|target| target.anchor.clone()).collect();
        let (own, orphan) = own.map_or((None, false), |(mark, orphan)| (Some(mark), orphan));
        let place = match &own {
            Some(mark) if orphan => mark.place.clone(),
            _ if anchors.is_empty() => {
                told.tell(&path.to_string(), Remark::NotFound { quote: String::new() });
                Place::Orphan(anchors)
            }
            _ => self.build.find(anchors, &path.to_string(), told),
        };
        let said = Said::of(one.bodies, own.as_ref());
        let content = self.content(&said, &place, own.as_ref());
        let at = self.build.marks.len();
        let mark = self.build.mark("", place, content);
        if let Some(own) = own {
            let Mark { id, fields, codebook, drift, foreign, .. } = own;
            let foreign = carried::foreign(foreign, &mark.content);
            *mark = Mark { id, fields, codebook, drift, foreign, ..mark.clone() };
        }
        mark.note = said.note;
        mark.tags = said.tags;
        mark.creator = one.creator;
        mark.created = one.created;
        mark.modified = one.modified;
        if !one.id.is_empty() {
            self.named.entry(one.id).or_insert(at);
        }
        Ok(())
    }

    /// The kind is what the classifying body says; what only that kind has is what went along.
    fn content(&mut self, said: &Said, place: &Place, own: Option<&Mark>) -> Content {
        let label = said.label.as_deref();
        let build = &mut self.build;
        let mut content = carried::content(label, own.map(|own| &own.content), || {
            let name = said.name.clone().unwrap_or_else(|| build.words(place));
            build.named_source(&name)
        });
        if let (Content::Claim(claim), Some(verdict)) = (&mut content, said.verdict) {
            claim.verdict = verdict;
        }
        content
    }

    fn link(&mut self, one: &Annotation<'_>, path: &Path<'_>, reader: &mut Reader) -> Result<(), Flaw> {
        let at = path.field("sayso:tie");
        let tie = one.tie.map(|raw| read::attribution(raw, &at, reader)).transpose()?;
        let from = one.targets.iter().map(|target| target.source.clone()).collect();
        let to = one.bodies.iter().map(|body| body.iri.clone()).filter(|iri| !iri.is_empty()).collect();
        self.links.push((path.to_string(), Link { from, to, tie }));
        Ok(())
    }

    /// The article with its marks, each with a name of its own, and with its ties.
    pub(super) fn finish(mut self, _: &mut Reader, told: &mut Told) -> Result<Document, Flaw> {
        distinct(&mut self.build.sources, &mut self.build.marks);
        for (path, link) in take(&mut self.links) {
            if self.tie(&link).is_none() {
                told.tell(&path, Remark::LeftOut("linking".to_owned()));
            }
        }
        Ok(self.build.finish())
    }

    /// Ties a claim to a mention or a cue, whichever way round they are linked; `None` if they are none.
    fn tie(&mut self, link: &Link) -> Option<()> {
        let ends: Vec<usize> =
            link.from.iter().chain(&link.to).filter_map(|iri| self.named.get(iri)).copied().collect();
        let of = |kind: MarkKind| {
            let is = |at: &&usize| self.build.marks.get(**at).is_some_and(|mark| mark.kind() == kind);
            ends.iter().find(is).copied()
        };
        let (claim, mention, cue) = (of(MarkKind::Claim)?, of(MarkKind::Source), of(MarkKind::Cue));
        let id = |at: usize| self.build.marks.get(at).map(|mark| mark.id.clone());
        let cue = cue.and_then(id);
        let tie = link.tie.clone().or_else(|| {
            let mention = self.build.marks.get(mention?)?;
            let source = mention.mentions()?.clone();
            Some(Attribution {
                mention: Some(mention.id.clone()),
                cue: cue.clone(),
                ..Attribution::to(source)
            })
        });
        let Content::Claim(claim) = &mut self.build.marks.get_mut(claim)?.content else { return None };
        let mut ties = claim.said_by.take();
        let done = match tie {
            Some(tie) => {
                ties.push(tie);
                true
            }
            // A link to a cue alone goes with the last tie.
            None => cue.zip(ties.last_mut()).is_some_and(|(cue, tie)| {
                tie.cue = Some(cue);
                true
            }),
        };
        // Where nothing came of it, it stays what it was: that there is no source is a finding.
        if done || !ties.is_empty() {
            claim.said_by = SaidBy::or_open(ties);
        }
        done.then_some(())
    }
}

/// What bodies say.
#[derive(Default)]
struct Said {
    label: Option<String>,
    name: Option<String>,
    verdict: Option<Verdict>,
    note: String,
    tags: Vec<String>,
}

impl Said {
    fn of(bodies: Vec<Body>, own: Option<&Mark>) -> Said {
        let mut said = Said::default();
        let mut notes = Vec::new();
        for Body { purpose, value, iri } in bodies {
            let value = value.unwrap_or(iri);
            match purpose.as_str() {
                "classifying" if said.label.is_none() => said.label = Some(value),
                "identifying" if said.name.is_none() => said.name = Some(value),
                "assessing" if said.verdict.is_none() && Verdict::of(&value).is_some() => {
                    said.verdict = Verdict::of(&value);
                }
                "tagging" | "classifying" | "identifying" => said.tags.push(value),
                _ if value.is_empty() => {}
                _ => notes.push(value),
            }
        }
        said.note = notes.join("\n\n");
        if said.label.is_none() && own.is_none() {
            // Programs that know nothing but tags say the kind with one.
            let kind = said.tags.iter().position(|tag| labels::is_kind(tag));
            said.label = kind.map(|at| said.tags.remove(at));
        }
        said
    }
}
