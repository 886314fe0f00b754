//! One mark beside the text: closed a line or two, open all that is known.

use std::rc::Rc;

use yew::prelude::*;

use super::fields::{self, Card};
use crate::annotation::{Content, Mark, MarkId, SaidBy, Verdict};
use crate::browser;
use crate::codebook::Codebook;
use crate::session::{Intent, Session, Voice, voice_of};
use crate::view::{Ask, Draft, look};
use crate::words;

/// What a closed card shows; equal faces are not drawn again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::view) struct Face {
    id: MarkId,
    quote: String,
    voice: Option<Voice>,
    by: String,
    cue: String,
    verdict: Option<Verdict>,
    note: String,
    orphan: bool,
}

impl Face {
    pub(super) fn of(session: &Session, mark: &Mark) -> Face {
        Face {
            id: mark.id.clone(),
            quote: mark.quote(&session.article.text),
            voice: voice_of(session, mark),
            by: by(session, mark),
            cue: cue(session, mark).unwrap_or_default(),
            verdict: mark.claim().map(|claim| claim.verdict),
            note: mark.note.clone(),
            orphan: mark.spans().is_none(),
        }
    }

    fn class(&self) -> &'static str {
        self.voice.map_or("", look::class)
    }
}

/// Who says it, or what the mark is.
pub(in crate::view) fn by(session: &Session, mark: &Mark) -> String {
    let name = |id| session.sources.get(id).map_or_else(words::unknown_source, |source| source.name.clone());
    match &mark.content {
        Content::Claim(claim) => match &claim.said_by {
            SaidBy::Open => words::no_source_yet(),
            SaidBy::Nobody => words::no_source_given(),
            SaidBy::Sources(all) => words::list(&all.iter().map(|a| name(&a.source)).collect::<Vec<_>>()),
        },
        Content::Source(source) => words::mention_of(&name(source)),
        Content::Cue => words::cue(),
        Content::Note(label) if label.is_empty() => words::note(),
        Content::Note(label) => label.clone(),
    }
}

/// The word that ties the claim to its first source: *said*, *found*.
fn cue(session: &Session, mark: &Mark) -> Option<String> {
    let cue = mark.claim()?.said_by.attributions().first()?.cue.as_ref()?;
    Some(session.marks.get(cue)?.quote(&session.article.text))
}

/// The number of a card and how many there are, where not all cards are there. Another number is no reason
/// to draw a card again: see `use_numbers`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number(pub(super) Option<(usize, usize)>);

impl PartialEq for Number {
    fn eq(&self, _: &Number) -> bool {
        true
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct MarkCardProps {
    pub(super) face: Rc<Face>,
    /// The session while this mark is in hand, else nothing.
    pub(super) session: Option<Rc<Session>>,
    pub(super) codebook: Rc<Codebook>,
    /// Whether an earlier state is shown, which is there to be read.
    pub(super) past: bool,
    pub(super) restored: Rc<Vec<Draft>>,
    pub(super) number: Number,
    /// Told when the focus comes to it.
    pub(super) kept: Callback<MarkId>,
    pub(super) ask: Callback<Ask>,
}

/// `Esc` goes from the card back to the text, and so does `Shift`+`Tab` from its face: the mark stays
/// in hand. In a field `Esc` is first of all the end of typing, which the keymap sees to.
fn back_to_text(face: &NodeRef) -> Callback<KeyboardEvent> {
    let face = face.clone();
    Callback::from(move |event: KeyboardEvent| {
        let back = match event.key().as_str() {
            "Tab" => {
                event.shift_key()
                    && face.cast().is_some_and(|face: browser::HtmlElement| browser::is_focused(&face))
            }
            "Escape" => !browser::is_typed(&event),
            _ => false,
        };
        if back {
            event.prevent_default();
            event.stop_propagation();
            browser::focus_by_id("main");
        }
    })
}

#[component]
pub(super) fn MarkCard(
    MarkCardProps { face, session, codebook, past, restored, number, kept, ask }: &MarkCardProps,
) -> Html {
    let (card, face_ref) = (use_node_ref(), use_node_ref());
    let open = session.is_some();
    // Beside the text the card is where its line is, and the text is brought into view.
    use_effect_with(open, {
        let (card, orphan) = (card.clone(), face.orphan);
        move |open| {
            if *open
                && (orphan || browser::is_narrow())
                && let Some(card) = card.cast()
            {
                browser::scroll_into_view(&card);
            }
        }
    });
    let (at, count) = number.0.unzip();
    let id = face.id.clone();
    let onclick = ask.reform(move |_| Ask::Do(if open { Intent::LetGo } else { Intent::Take(id.clone()) }));
    let onfocusin = {
        let (kept, id) = (kept.clone(), face.id.clone());
        move |_: FocusEvent| kept.emit(id.clone())
    };
    let mark = session.as_ref().and_then(|session| Some((session, session.marks.get(&face.id)?)));
    html! {
        <li ref={card} {onfocusin} aria-posinset={at.map(|at| at.to_string())} aria-setsize={count.map(|count| count.to_string())} onkeydown={back_to_text(&face_ref)} class={classes!("mark-card", face.class(), open.then_some("open"))} aria-current={open.then_some("true")}>
            <button ref={face_ref} class="face" id={format!("card-{}", face.id)} aria-expanded={open.to_string()} {onclick}>
                <q>{ &face.quote }</q>
                <span class="by">
                    { for face.voice.map(look::dot) }<b>{ &face.by }</b>{ " " }<span class="told">{ &face.cue }</span>
                    { for face.verdict.map(|v| html! { <span class={classes!("verdict", look::verdict_class(v))}>{ words::verdict(v) }</span> }) }
                </span>
                if face.orphan { <span class="orphan">{ words::orphan() }</span> }
                if !open && !face.note.is_empty() { <span class="note-line">{ &face.note }</span> }
            </button>
            { for mark.map(|(session, mark)| fields::all(&Card { session, mark, codebook, past: *past, drafts: restored, ask })) }
        </li>
    }
}
