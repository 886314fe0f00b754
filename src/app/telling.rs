//! One gesture for who says what: a claim just marked comes with a proposal.

use super::desk::State;
use crate::annotation::{MarkId, MarkKind};
use crate::session::{Intent, Origin, Plan, RecordId, Session, Told, Verb};
use crate::suggest::{Telling, told_by};
use crate::text::Spans;
use crate::view::Preview;
use crate::words;

impl State {
    /// Proposes who says the claim that a plan has made; whether there is something to propose.
    pub(super) fn propose(&mut self, done: &Plan) -> bool {
        let Some((session, claim)) = self.open().cloned().zip(made_claim(done)) else { return false };
        let spans = session.marks.get(&claim).and_then(|mark| mark.spans());
        let Some((spans, telling)) = spans.and_then(|spans| Some((spans, told_by(&session.article, spans)?)))
        else {
            return false;
        };
        let Telling { source, cue } = telling;
        let told = Told { source, cue };
        if all_marked(&session, &told) {
            return false;
        }
        let text = &session.article.text;
        let slice = |span| text.slice(span);
        let sources = session.sources.iter().len();
        let sentence = words::told_aloud(&spans.quote(text), cue.map(slice), source.map(slice), sources);
        self.pencil_mut().telling = Some(Preview { claim, told });
        self.say(sentence);
        true
    }

    /// Takes what is proposed, or leaves the claim alone.
    pub(super) fn answer(&mut self, yes: bool) {
        let Some(Preview { claim, told }) = self.pencil.telling.clone() else { return };
        if yes {
            return self.work(&Intent::TakeTelling(claim, told));
        }
        self.pencil_mut().telling = None;
        self.say(words::declined());
    }
}

/// The claim that a person has just marked.
fn made_claim(done: &Plan) -> Option<MarkId> {
    let made = done.transaction.as_ref()?;
    let marked = made.origin == Origin::Local && made.step.verb == Verb::MarkClaim;
    let mut ids = made.change.edits().map(|(id, _)| id).filter(|_| marked);
    ids.find_map(|id| if let RecordId::Mark(id) = id { Some(id.clone()) } else { None })
}

/// What is marked already is tied without a question.
fn all_marked(session: &Session, told: &Told) -> bool {
    let is = |span: crate::text::Span, kind: MarkKind| {
        let spans = Spans::from(span);
        session
            .marks
            .within(span.start()..span.end())
            .any(|mark| mark.kind() == kind && mark.spans() == Some(&spans))
    };
    told.source.is_none_or(|span| is(span, MarkKind::Source))
        && told.cue.is_none_or(|span| is(span, MarkKind::Cue))
}
