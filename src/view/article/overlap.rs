//! The list of the marks at a place where several overlap.

use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::Mark;
use crate::browser::{self, IslandSlot};
use crate::session::{Session, voice_of};
use crate::view::menu::on_key;
use crate::view::{Ask, Overlap, look};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct OverlapListProps {
    pub(super) overlap: Overlap,
    pub(super) session: Rc<Session>,
    pub(super) slot: IslandSlot,
    pub(super) root: NodeRef,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn OverlapList(OverlapListProps { overlap, session, slot, root, ask }: &OverlapListProps) -> Html {
    let list = use_node_ref();
    use_effect_with(overlap.clone(), {
        let (list, slot, root, text) =
            (list.clone(), slot.clone(), root.clone(), session.article.text.clone());
        move |overlap| {
            let Some(list) = list.cast() else { return };
            let rect = slot.get().and_then(|island| browser::caret_rect(&island, text.utf16_at(overlap.at)));
            if let Some((rect, root)) = rect.zip(root.cast()) {
                let sheet = browser::rect_of(&root);
                let left = (rect.left - sheet.left).clamp(0.0, (sheet.width - 300.0).max(0.0));
                browser::place(&list, left, rect.bottom() - sheet.top + 6.0);
            }
            if overlap.focused {
                browser::focus_step(&list, 0);
            }
        }
    });
    let close = ask.reform(|_: bool| Ask::CloseOverlap);
    let marks = overlap.marks.iter().filter_map(|id| session.marks.get(id));
    html! {
        <div ref={list.clone()} class="overlap" role="menu" aria-label={words::marks_here()} onkeydown={on_key(&close, &list)}>
            { for marks.map(|mark| row(session, mark, ask)) }
        </div>
    }
}

fn row(session: &Session, mark: &Mark, ask: &Callback<Ask>) -> Html {
    let id = mark.id.clone();
    let in_hand = session.in_hand.as_ref() == Some(&mark.id);
    html! {
        <button key={mark.id.0.as_ref()} role="menuitemradio" tabindex="-1" aria-checked={in_hand.to_string()}
            onclick={ask.reform(move |_| Ask::Choose(id.clone()))}>
            { for voice_of(session, mark).map(look::dot) }
            <b>{ words::mark_kind(mark.kind()) }</b><span>{ mark.quote(&session.article.text) }</span>
        </button>
    }
}
