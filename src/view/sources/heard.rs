//! How often voices are heard: a running count.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::annotation::{Content, Mark, MarkSet, SaidBy, SourceId};

/// How often a voice speaks and is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Heard {
    pub(super) claims: usize,
    pub(super) mentions: usize,
}

/// All voices. After a step only the marks that it touched are counted again.
#[derive(Debug, Default)]
pub(super) struct Hearing {
    counted: Rc<MarkSet>,
    voices: BTreeMap<SourceId, Heard>,
    /// Claims for which the article names nobody.
    pub(super) nobody: usize,
}

impl Hearing {
    pub(super) fn follow(&mut self, marks: &Rc<MarkSet>) {
        let old = std::mem::replace(&mut self.counted, marks.clone());
        if Rc::ptr_eq(&old, marks) {
            return;
        }
        let (gone, came) = marks.since(&old);
        gone.iter().for_each(|mark| self.count(mark, |n| *n = n.saturating_sub(1)));
        came.iter().for_each(|mark| self.count(mark, |n| *n += 1));
    }

    pub(super) fn of(&self, source: &SourceId) -> Heard {
        self.voices.get(source).copied().unwrap_or_default()
    }

    fn count(&mut self, mark: &Mark, add: impl Fn(&mut usize)) {
        match &mark.content {
            Content::Claim(claim) => {
                if claim.said_by == SaidBy::Nobody {
                    add(&mut self.nobody);
                }
                for tie in claim.said_by.attributions() {
                    add(&mut self.voice(&tie.source).claims);
                }
            }
            Content::Source(source) => add(&mut self.voice(source).mentions),
            Content::Cue | Content::Note(_) => {}
        }
    }

    fn voice(&mut self, source: &SourceId) -> &mut Heard {
        self.voices.entry(source.clone()).or_default()
    }
}
