//! The names of records are forgotten: they are called by their order.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::annotation::{Content, MarkId, SaidBy, SourceId};
use crate::format::native::Document;
use crate::text::Spans;

/// Leaves the article without a name and calls its sources and its marks `s1`, `m1` and so on. Says 1:
/// opened again, it is always another article.
pub(super) fn forget(document: &mut Document) -> usize {
    // Of numbered names, the tenth comes after the ninth.
    document.marks.sort_by_cached_key(|mark| {
        let hull = mark.spans().map(Spans::hull);
        let place = (hull.is_none(), hull.map(|hull| (hull.start(), Reverse(hull.end()))));
        (place, mark.kind(), mark.id.0.len(), mark.id.clone())
    });
    document.id = "".into();
    let mut sources: BTreeMap<SourceId, SourceId> = BTreeMap::new();
    for (at, source) in document.sources.iter_mut().enumerate() {
        let source = Rc::make_mut(source);
        let now = SourceId::from(format!("s{}", at + 1).as_str());
        sources.insert(std::mem::replace(&mut source.id, now.clone()), now);
    }
    let mut marks: BTreeMap<MarkId, MarkId> = BTreeMap::new();
    for (at, mark) in document.marks.iter_mut().enumerate() {
        let mark = Rc::make_mut(mark);
        let now = MarkId::from(format!("m{}", at + 1).as_str());
        marks.insert(std::mem::replace(&mut mark.id, now.clone()), now);
    }
    for mark in &mut document.marks {
        match &mut Rc::make_mut(mark).content {
            Content::Source(source) => rename(source, &sources),
            Content::Claim(claim) => {
                if let SaidBy::Sources(ties) = &mut claim.said_by {
                    for tie in ties {
                        rename(&mut tie.source, &sources);
                        tie.mention.iter_mut().for_each(|mention| rename(mention, &marks));
                        tie.cue.iter_mut().for_each(|cue| rename(cue, &marks));
                    }
                }
            }
            Content::Cue | Content::Note(_) => {}
        }
    }
    1
}

fn rename<Id: Ord + Clone>(id: &mut Id, now: &BTreeMap<Id, Id>) {
    if let Some(now) = now.get(id) {
        *id = now.clone();
    }
}
