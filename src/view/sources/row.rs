//! One voice of the register.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::menu::RowMenu;
use crate::annotation::{Content, Mark, MarkId, Source, SourceId};
use crate::browser;
use crate::session::{Direction, Filter, Intent, Session, Voice, mention_in_hand, next_mention};
use crate::view::{Ask, Dialog, look};
use crate::words;

/// What a dragged voice is called among dragged things.
const LIFTED: &str = "application/x-sayso-source";

/// As many voices as there are digits.
const DIGITS: usize = 9;

/// What all rows are drawn from.
pub(super) struct Row<'a> {
    pub(super) session: &'a Rc<Session>,
    pub(super) filter: &'a Rc<Filter>,
    pub(super) ask: &'a Callback<Ask>,
    pub(super) target: &'a UseStateHandle<Option<SourceId>>,
    /// How often each voice speaks and is mentioned.
    pub(super) heard: &'a BTreeMap<SourceId, Heard>,
    /// The voices that the digits stand for.
    pub(super) choices: &'a [SourceId],
}

/// How often a voice speaks and is mentioned, and where first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Heard {
    claims: usize,
    mentions: usize,
    first: Option<MarkId>,
}

/// All voices in one look at the marks.
pub(super) fn heard(session: &Session) -> BTreeMap<SourceId, Heard> {
    let mut heard: BTreeMap<SourceId, Heard> = BTreeMap::new();
    for mark in session.marks.iter() {
        match &mark.content {
            Content::Claim(claim) => {
                for tie in claim.said_by.attributions() {
                    heard.entry(tie.source.clone()).or_default().claims += 1;
                }
            }
            Content::Source(source) => {
                let voice = heard.entry(source.clone()).or_default();
                voice.mentions += 1;
                voice.first.get_or_insert_with(|| mark.id.clone());
            }
            Content::Cue | Content::Note(_) => {}
        }
    }
    heard
}

impl Row<'_> {
    pub(super) fn of(&self, source: &Rc<Source>) -> Html {
        let id = &source.id;
        let only = self.filter.source.as_ref() == Some(id);
        let with = self.filter.with_voice(id);
        let over = self.target.as_ref() == Some(id);
        let ondragstart = {
            let id = id.clone();
            move |event: DragEvent| browser::lift(&event, LIFTED, &id.0)
        };
        html! {
            <li key={id.0.as_ref()} class={classes!("source-row", over.then_some("target"))} draggable="true"
                {ondragstart} ondragenter={self.on_drag(id)} ondragover={self.on_drag(id)} ondrop={self.on_drop(id)}>
                { self.main(source) }
                <button class="only" aria-pressed={only.to_string()} aria-label={words::only_named(&source.name)}
                    title={words::only_named(&source.name)} onclick={self.ask.reform(move |_| Ask::Filter(with.clone()))}>
                    { look::sieve() }
                </button>
                <RowMenu source={source.clone()} filter={self.filter.clone()} ask={self.ask.clone()}
                    merges={self.session.sources.iter().len() > 1} />
                { self.stepper(source) }
            </li>
        }
    }

    /// With a claim in hand a voice ties it; a mention just made can be referred to it; else it
    /// leads to its first mention.
    fn main(&self, source: &Rc<Source>) -> Html {
        let (session, id) = (self.session, source.id.clone());
        let claim = session.claim_in_hand().cloned();
        let fresh = session.fresh.clone().filter(|_| claim.is_none());
        let heard = self.heard.get(&source.id).cloned().unwrap_or_default();
        let mention = heard.first.clone();
        let current = says(claim.as_deref(), source)
            || session.hand().is_some_and(|mark| mark.mentions() == Some(&source.id));
        let onclick = self.ask.reform(move |event: MouseEvent| match (&claim, &fresh, &mention) {
            (Some(claim), ..) if event.shift_key() => Ask::Do(Intent::Join(claim.id.clone(), id.clone())),
            (Some(claim), ..) => Ask::Do(Intent::Tie(claim.id.clone(), id.clone())),
            (None, Some(fresh), _) => Ask::Do(Intent::Refer(fresh.clone(), id.clone())),
            (None, None, Some(mention)) => Ask::Do(Intent::Take(mention.clone())),
            (None, None, None) => Ask::Show(Dialog::Source(id.clone())),
        });
        let count = heard.claims;
        html! {
            <button class="source" id={look::voice_id(&source.id)} aria-current={current.then_some("true")}
                title={words::drag_hint()} {onclick}>
                { look::dot(Voice::Of(source.kind)) }
                <span>{ &source.name }<small>{ under(&heard, source) }</small></span>
                <span class="n">{ for self.digit(source).map(|digit| look::key(digit.to_string())) }
                    <span aria-label={words::claim_count(count)}>{ count }</span>
                </span>
            </button>
        }
    }

    /// The digit that stands for a voice now, 1 to 9.
    fn digit(&self, source: &Source) -> Option<usize> {
        let at = self.choices.iter().position(|other| *other == source.id)?;
        (at < DIGITS).then_some(at + 1)
    }

    /// While one of several mentions is in hand, the way to the others.
    fn stepper(&self, source: &Source) -> Html {
        let in_hand = self.session.hand().is_some_and(|mark| mark.mentions() == Some(&source.id));
        let all = self.heard.get(&source.id).filter(|_| in_hand).map_or(0, |heard| heard.mentions);
        if all <= 1 {
            return html! {};
        }
        let Some(at) = mention_in_hand(self.session, &source.id) else { return html! {} };
        let step = |direction: Direction| {
            let next = next_mention(self.session, &source.id, direction);
            self.ask.reform(move |_: MouseEvent| Ask::Do(next.clone().map_or(Intent::LetGo, Intent::Take)))
        };
        html! {
            <div class="stepper">
                <button aria-label={words::previous_mention_of(&source.name)} title={words::previous_mention()}
                    onclick={step(Direction::Previous)}>{ "‹" }</button>
                <span>{ words::mention_at(at, all) }</span>
                <button aria-label={words::next_mention_of(&source.name)} title={words::next_mention()}
                    onclick={step(Direction::Next)}>{ "›" }</button>
            </div>
        }
    }

    /// A voice may be dropped here; that it is the same one is only known then.
    fn on_drag(&self, id: &SourceId) -> impl Fn(DragEvent) + 'static {
        let (target, id) = (self.target.setter(), id.clone());
        move |event: DragEvent| {
            if browser::welcome(&event, LIFTED) {
                target.set(Some(id.clone()));
            }
        }
    }

    fn on_drop(&self, into: &SourceId) -> impl Fn(DragEvent) + 'static {
        let (target, ask, into) = (self.target.setter(), self.ask.clone(), into.clone());
        move |event: DragEvent| {
            target.set(None);
            if let Some(from) = browser::let_down(&event, LIFTED) {
                event.prevent_default();
                let from = SourceId::from(from.as_str());
                ask.emit(Ask::Do(Intent::MergeSources { from, into: into.clone() }));
            }
        }
    }
}

fn says(claim: Option<&Mark>, source: &Source) -> bool {
    claim.and_then(Mark::claim).is_some_and(|claim| claim.said_by.has(&source.id))
}

/// The small line: the role if it is known, else how often the voice is mentioned.
fn under(heard: &Heard, source: &Source) -> String {
    if source.role.is_empty() { words::mention_count(heard.mentions) } else { source.role.clone() }
}
