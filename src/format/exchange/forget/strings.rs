//! Every string that a person or a page wrote, wherever it stands.

use std::rc::Rc;

use crate::annotation::{Answer, Claim, Content, Drift, Mark, Place};
use crate::format::native::Document;

/// Calls for every string but the text, names of records, and what newer versions wrote.
pub(super) fn strings(document: &mut Document, change: &mut dyn FnMut(&mut String)) {
    let details = &mut document.details;
    let known = [
        &mut details.title,
        &mut details.byline,
        &mut details.publisher,
        &mut details.url,
        &mut details.published,
        &mut details.retrieved,
        &mut details.language,
    ];
    known.into_iter().for_each(&mut *change);
    for source in &mut document.sources {
        let source = Rc::make_mut(source);
        [&mut source.name, &mut source.role, &mut source.why_unnamed, &mut source.note]
            .into_iter()
            .for_each(&mut *change);
    }
    for mark in &mut document.marks {
        of_mark(Rc::make_mut(mark), change);
    }
}

fn of_mark(mark: &mut Mark, change: &mut dyn FnMut(&mut String)) {
    [&mut mark.note, &mut mark.creator, &mut mark.codebook].into_iter().for_each(&mut *change);
    mark.tags.iter_mut().for_each(&mut *change);
    for (name, answer) in &mut mark.fields {
        change(name);
        if let Answer::Text(text) = answer {
            change(text);
        }
    }
    if let Some(Drift::Changed(former)) = &mut mark.drift {
        change(former);
    }
    if let Place::Orphan(anchors) = &mut mark.place {
        for anchor in anchors {
            [&mut anchor.quote, &mut anchor.prefix, &mut anchor.suffix].into_iter().for_each(&mut *change);
        }
    }
    match &mut mark.content {
        Content::Note(label) => change(label),
        Content::Claim(claim) => of_claim(claim, change),
        Content::Source(_) | Content::Cue => {}
    }
}

fn of_claim(claim: &mut Claim, change: &mut dyn FnMut(&mut String)) {
    for evidence in &mut claim.evidence {
        [&mut evidence.url, &mut evidence.quote, &mut evidence.note, &mut evidence.accessed]
            .into_iter()
            .for_each(&mut *change);
    }
}
