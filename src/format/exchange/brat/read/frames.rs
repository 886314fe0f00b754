//! Events and relations: who is tied to what.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{ATTRIBUTION, CONTENT, CUE, NO_SOURCE, SAID_BY, SOURCE};
use super::{Line, Told};
use crate::annotation::{Anchor, Attribution, Content};
use crate::format::exchange::build::Build;
use crate::format::native::Remark;

/// What events and relations say.
#[derive(Default)]
pub(super) struct Frames<'a> {
    triggers: BTreeSet<&'a str>,
    ties: Vec<(&'a str, Tie<'a>)>,
    /// Further contents of an event, by the first one; their offsets once they are known.
    further: BTreeMap<&'a str, Vec<&'a str>>,
    pieces: BTreeSet<&'a str>,
    offsets: BTreeMap<&'a str, Vec<Vec<Anchor>>>,
}

/// One tie of a content.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tie<'a> {
    pub(super) source: Option<&'a str>,
    pub(super) cue: Option<&'a str>,
    /// Whether the article gives no source.
    pub(super) nobody: bool,
}

impl<'a> Frames<'a> {
    pub(super) fn add(&mut self, line: &Line<'a>, told: &mut Told) {
        let mut args = line.head.iter().filter_map(|arg| arg.split_once(':'));
        let taken = match line.head.first() {
            Some(&SAID_BY) => {
                let (content, source) = (args.next(), args.next());
                content.zip(source).map(|((_, content), (_, source))| {
                    self.ties.push((content, Tie { source: Some(source), cue: None, nobody: false }));
                })
            }
            Some(head) => match head.split_once(':') {
                Some((kind @ (ATTRIBUTION | NO_SOURCE), trigger)) => {
                    self.event(kind, trigger, &args.skip(1).collect::<Vec<_>>());
                    Some(())
                }
                _ => None,
            },
            None => None,
        };
        if taken.is_none() {
            let what = line.head.first().copied().unwrap_or_default();
            told.tell(&format!("line {}", line.number), Remark::LeftOut(what.to_owned()));
        }
    }

    fn event(&mut self, kind: &str, trigger: &'a str, roles: &[(&'a str, &'a str)]) {
        self.triggers.insert(trigger);
        // Roles that come more than once have a number behind them.
        let of = |role: &str| {
            let is = |name: &str| name.trim_end_matches(|c: char| c.is_ascii_digit()) == role;
            roles.iter().filter(|(name, _)| is(name)).map(|(_, bound)| *bound).collect::<Vec<_>>()
        };
        let (contents, sources, cue) = (of(CONTENT), of(SOURCE), of(CUE).first().copied());
        let Some((content, further)) = contents.split_first() else { return };
        self.further.entry(content).or_default().extend(further);
        if sources.is_empty() {
            self.ties.push((content, Tie { source: None, cue, nobody: kind == NO_SOURCE }));
        }
        self.ties.extend(
            sources.iter().map(|source| (*content, Tie { source: Some(source), cue, nobody: false })),
        );
    }

    /// Once all events are known: what is a piece of another content.
    pub(super) fn settle(&mut self) {
        self.pieces = self.further.values().flatten().copied().collect();
        // What is itself the first of an event stays one.
        for first in self.ties.iter().map(|(content, _)| content) {
            self.pieces.remove(first);
        }
    }

    /// Takes the offsets of what is a piece of another content.
    pub(super) fn hold(&mut self, bound: &'a str, anchors: &[Anchor]) {
        let heads =
            self.further.iter().filter(|(_, further)| further.contains(&bound)).map(|(head, _)| *head);
        for head in heads.collect::<Vec<_>>() {
            self.offsets.entry(head).or_default().push(anchors.to_vec());
        }
    }

    pub(super) fn is_trigger(&self, bound: &str) -> bool {
        self.triggers.contains(bound)
    }

    pub(super) fn is_piece(&self, bound: &str) -> bool {
        self.pieces.contains(bound)
    }

    /// The offsets of the further pieces of a content.
    pub(super) fn pieces(&self, bound: &str) -> &[Vec<Anchor>] {
        self.offsets.get(bound).map(Vec::as_slice).unwrap_or_default()
    }

    /// The ties of each content, in the order of the file.
    pub(super) fn ties(&self) -> BTreeMap<&'a str, Vec<Tie<'a>>> {
        let mut all: BTreeMap<&str, Vec<Tie<'a>>> = BTreeMap::new();
        for (content, tie) in &self.ties {
            all.entry(content).or_default().push(*tie);
        }
        all
    }
}

/// The tie to the voice that a mention mentions. Marks have no names yet: they are called by their number.
pub(super) fn attribution(build: &Build, mention: &usize, cue: Option<&usize>) -> Option<Attribution> {
    let source = build.marks.get(*mention)?.mentions()?.clone();
    let name = |at: &usize| format!("m{}", at + 1).as_str().into();
    let cue = cue.filter(|at| build.marks.get(**at).is_some_and(|mark| mark.content == Content::Cue));
    Some(Attribution { mention: Some(name(mention)), cue: cue.map(name), ..Attribution::to(source) })
}
