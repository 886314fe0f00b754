//! Selections become marks, cases voices, links ties.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::Said;
use super::project::{Case, Link, Project, Selection};
use super::{CONTINUES, CUE, KIND, MENTION, ROLE, SAID_BY, WHY_UNNAMED};
use crate::annotation::{
    Anchor, Attribution, Content, MarkId, MarkKind, SaidBy, Source, SourceId, SourceKind,
};
use crate::format::exchange::build::{Build, Told};
use crate::format::exchange::labels::number;
use crate::format::native::{Document, Remark};
use crate::format::word::Word as _;
use crate::text::CodePointOffset;

pub(super) struct Selections<'a> {
    project: &'a Project,
    articles: Vec<Build>,
    /// The article and the number of the mark of each selection.
    marks: BTreeMap<&'a str, (usize, usize)>,
    /// The voices of each case: for each article in which it is one, its name there.
    voices: BTreeMap<(&'a str, usize), SourceId>,
    /// Which case each selection mentions.
    mentions: BTreeMap<&'a str, &'a Case>,
}

impl<'a> Selections<'a> {
    pub(super) fn new(project: &'a Project, articles: Vec<Build>) -> Selections<'a> {
        let mentions =
            project.cases.iter().flat_map(|case| case.selections.iter().map(move |one| (one.as_str(), case)));
        let mut selections = Selections {
            project,
            articles,
            marks: BTreeMap::new(),
            voices: BTreeMap::new(),
            mentions: mentions.collect(),
        };
        selections.register();
        selections
    }

    /// Enters each case into the register of the articles that it refers to.
    fn register(&mut self) {
        let at: BTreeMap<&str, usize> =
            self.project.texts.iter().enumerate().map(|(at, text)| (text.guid.as_str(), at)).collect();
        for case in &self.project.cases {
            for at in case.sources.iter().filter_map(|guid| at.get(guid.as_str())) {
                self.voice(case, *at);
            }
        }
    }

    /// The voice of a case in an article; it is entered if it is not there yet.
    fn voice(&mut self, case: &'a Case, at: usize) -> Option<SourceId> {
        let key = (case.guid.as_str(), at);
        if let Some(id) = self.voices.get(&key) {
            return Some(id.clone());
        }
        let build = self.articles.get_mut(at)?;
        let id = SourceId::from(format!("s{}", build.sources.len() + 1).as_str());
        let value = |name: &str| case.values.get(name).cloned().unwrap_or_default();
        let kind = SourceKind::of(&value(KIND)).unwrap_or(SourceKind::Other);
        build.sources.push(Source {
            role: value(ROLE),
            why_unnamed: value(WHY_UNNAMED),
            note: case.description.clone(),
            ..Source::new(id.clone(), case.name.clone(), kind)
        });
        self.voices.insert(key, id.clone());
        Some(id)
    }

    /// Makes a mark of each selection that is no piece of another.
    pub(super) fn mark(&mut self, told: &mut Told) {
        let project = self.project;
        let pieces = project.links.iter().filter(|link| link.name == CONTINUES);
        let first: BTreeMap<&str, &str> = pieces.map(|link| (link.from.as_str(), link.to.as_str())).collect();
        for (at, text) in project.texts.iter().enumerate() {
            told.article = Some(at);
            let here: BTreeSet<&str> = text.selections.iter().map(|one| one.guid.as_str()).collect();
            let is_first =
                |guid: &str| !first.get(guid).is_some_and(|to| here.contains(to) && !first.contains_key(to));
            let mut rest: BTreeMap<&str, Vec<&Selection>> = BTreeMap::new();
            for one in text.selections.iter().filter(|one| !is_first(&one.guid)) {
                rest.entry(first.get(one.guid.as_str()).copied().unwrap_or_default()).or_default().push(one);
            }
            for one in text.selections.iter().filter(|one| is_first(&one.guid)) {
                let pieces = rest.remove(one.guid.as_str()).unwrap_or_default();
                self.one(at, one, &pieces, told);
            }
        }
    }

    fn one(&mut self, at: usize, one: &'a Selection, pieces: &[&Selection], told: &mut Told) {
        let project = self.project;
        let mut said = Said::of(one.codes.iter().filter_map(|code| project.codes.get(code)));
        let mut content = said.content();
        let case = self.mentions.get(one.guid.as_str()).copied();
        let voice =
            case.filter(|_| matches!(content, Content::Source(_))).and_then(|case| self.voice(case, at));
        let Some(build) = self.articles.get_mut(at) else { return };
        let anchors = std::iter::once(one).chain(pieces.iter().copied()).map(anchor).collect();
        let place = build.find(anchors, &format!("PlainTextSelection {}", one.guid), told);
        if let Content::Source(source) = &mut content {
            *source = voice.unwrap_or_else(|| {
                let words = build.words(&place);
                build.named_source(&words)
            });
        }
        let number = build.marks.len();
        // So many digits that the order of the names is that of the file.
        let mark = build.mark(&format!("{number:010}"), place, content);
        mark.note.clone_from(&one.description);
        mark.tags = said.tags;
        mark.creator = project.users.get(&one.user).cloned().unwrap_or_default();
        mark.created = one.created;
        mark.modified = one.modified;
        self.marks.entry(&one.guid).or_insert((at, number));
    }

    /// Ties claims to what links lead to.
    pub(super) fn link(&mut self, told: &mut Told) {
        let project = self.project;
        told.article = None;
        // By number, so that a second tie never comes before the first, and its voice before the rest.
        let mut links: Vec<(&Link, usize)> = Vec::new();
        for link in project.links.iter().filter(|link| link.name != CONTINUES) {
            let nth = [SAID_BY, MENTION, CUE].iter().find_map(|name| number(&link.name, name));
            match nth {
                Some(nth) => links.push((link, nth)),
                None => told.tell("Links", Remark::LeftOut(link.name.clone())),
            }
        }
        links.sort_by_key(|(link, nth)| (*nth, !link.name.starts_with(SAID_BY)));
        let cases: BTreeMap<&str, &Case> =
            project.cases.iter().map(|case| (case.guid.as_str(), case)).collect();
        for (link, nth) in links {
            if self.tie(link, nth, &cases).is_none() {
                told.tell("Links", Remark::LeftOut(link.name.clone()));
            }
        }
    }

    fn tie(&mut self, link: &Link, nth: usize, cases: &BTreeMap<&str, &'a Case>) -> Option<()> {
        let (at, claim) = *self.marks.get(link.from.as_str())?;
        let end = match cases.get(link.to.as_str()) {
            Some(case) => End::Voice(self.voice(case, at)?),
            None => self.end(link, at)?,
        };
        let build = self.articles.get_mut(at)?;
        let Content::Claim(claim) = &mut build.marks.get_mut(claim)?.content else { return None };
        let mut ties = claim.said_by.take();
        let done = match (end, ties.get_mut(nth)) {
            (End::Voice(source), _) => {
                ties.push(Attribution::to(source));
                true
            }
            (End::Mention(_, id), Some(tie)) if tie.mention.is_none() => {
                tie.mention = Some(id);
                true
            }
            (End::Mention(source, id), _) => {
                ties.push(Attribution { mention: Some(id), ..Attribution::to(source) });
                true
            }
            (End::Cue(id), Some(tie)) => {
                tie.cue = Some(id);
                true
            }
            (End::Cue(_), None) => false,
        };
        // Where nothing came of it, it stays what it was: that there is no source is a finding.
        if done || !ties.is_empty() {
            claim.said_by = SaidBy::or_open(ties);
        }
        done.then_some(())
    }

    /// The mention or the cue at the end of a link, in the same article.
    fn end(&self, link: &Link, at: usize) -> Option<End> {
        let (there, number) = *self.marks.get(link.to.as_str())?;
        let mark = self.articles.get(there).filter(|_| there == at)?.marks.get(number)?;
        match mark.kind() {
            MarkKind::Source => Some(End::Mention(mark.mentions()?.clone(), mark.id.clone())),
            MarkKind::Cue => Some(End::Cue(mark.id.clone())),
            MarkKind::Claim | MarkKind::Note => None,
        }
    }

    pub(super) fn finish(self) -> Vec<Document> {
        self.articles.into_iter().map(Build::finish).collect()
    }
}

/// What a claim is linked to.
enum End {
    Voice(SourceId),
    Mention(SourceId, MarkId),
    Cue(MarkId),
}

fn anchor(one: &Selection) -> Anchor {
    let position = CodePointOffset(one.start)..CodePointOffset(one.end);
    Anchor { quote: String::new(), prefix: String::new(), suffix: String::new(), position }
}
