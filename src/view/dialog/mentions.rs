//! Where a voice is mentioned: each mention with the words around it.

use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::{Anchor, Mark, Source, describe};
use crate::browser;
use crate::session::{Direction, Intent, Session, can_split, mention_in_hand, mentions_of, next_mention};
use crate::view::Ask;
use crate::words;

/// The id of the list's heading, to give it the focus by.
const PLACE: &str = "mentions";

pub(super) fn mentions(session: &Rc<Session>, source: &Source, ask: &Callback<Ask>) -> Html {
    let all: Vec<&Rc<Mark>> = mentions_of(session, &source.id).collect();
    html! {
        <div class="mentions">
            <h3 id={PLACE} tabindex="-1">{ words::mention_count(all.len()) }</h3>
            if all.len() > 1 { { stepper(session, source, all.len(), ask) } }
            <ul>{ for all.iter().map(|mention| row(session, mention, ask)) }</ul>
        </div>
    }
}

/// The mentions one after the other, in hand and in view, while the dialog stays.
fn stepper(session: &Session, source: &Source, all: usize, ask: &Callback<Ask>) -> Html {
    let step = |direction: Direction| {
        let next = next_mention(session, &source.id, direction);
        ask.reform(move |_: MouseEvent| Ask::Do(next.clone().map_or(Intent::LetGo, Intent::Take)))
    };
    let at = mention_in_hand(session, &source.id).map(|at| words::mention_at(at, all));
    html! {
        <div class="stepper">
            <button type="button" class="plain" onclick={step(Direction::Previous)}>{ words::previous_mention() }</button>
            <button type="button" class="plain" onclick={step(Direction::Next)}>{ words::next_mention() }</button>
            <span role="status">{ at.unwrap_or_default() }</span>
        </div>
    }
}

/// A mention leads to its place in the article, and can be split off.
fn row(session: &Session, mention: &Rc<Mark>, ask: &Callback<Ask>) -> Html {
    let quote = mention.quote(&session.article.text);
    let current = session.in_hand.as_ref() == Some(&mention.id);
    let split = {
        let (ask, what) = (ask.clone(), Ask::Do(Intent::SplitMention(mention.id.clone())));
        move |_: MouseEvent| {
            // The row goes, so the focus goes to the head of its list.
            browser::focus_by_id(PLACE);
            ask.emit(what.clone());
        }
    };
    let onclick = {
        let (ask, id) = (ask.clone(), mention.id.clone());
        move |_: MouseEvent| {
            ask.emit(Ask::Do(Intent::Take(id.clone())));
            ask.emit(Ask::Close);
        }
    };
    html! {
        <li key={mention.id.0.to_string()} aria-current={current.then_some("true")}>
            <button type="button" class="mention" {onclick}>{ in_place(session, mention, &quote) }</button>
            if can_split(session, mention) {
                <button type="button" class="plain" aria-label={words::split_off_named(&quote)}
                    onclick={split}>{ words::split_off() }</button>
            }
        </li>
    }
}

/// The words of a mention among those before and after.
fn in_place(session: &Session, mention: &Mark, quote: &str) -> Html {
    let hull = mention.spans().map(|spans| describe(&session.article.text, spans.hull()));
    let (before, after) = hull.as_ref().map(around).unwrap_or_default();
    html! { <>{ before }<b>{ quote }</b>{ after }</> }
}

/// Whole words before and after on the same line, with an ellipsis where they were cut.
fn around(anchor: &Anchor) -> (String, String) {
    let before = anchor.prefix.rsplit('\n').next().unwrap_or_default();
    let after = anchor.suffix.split('\n').next().unwrap_or_default();
    let before = match before.split_once(' ').filter(|_| is_cut(before)) {
        Some((_, whole)) => format!("… {whole}"),
        None => before.to_owned(),
    };
    let after = match after.rsplit_once(' ').filter(|_| is_cut(after)) {
        Some((whole, _)) => format!("{whole} …"),
        None => after.to_owned(),
    };
    (before, after)
}

/// Anchors keep 32 characters on each side, whether or not that is a whole word.
fn is_cut(context: &str) -> bool {
    context.chars().count() >= 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::CodePointOffset;

    #[test]
    fn words_around_are_whole_and_of_the_same_line() {
        fn check(prefix: &str, suffix: &str, before: &str, after: &str) {
            let position = CodePointOffset(0)..CodePointOffset(0);
            let (prefix, suffix) = (prefix.to_owned(), suffix.to_owned());
            let anchor = Anchor { quote: "he".into(), prefix, suffix, position };
            assert_eq!(around(&anchor), (before.to_owned(), after.to_owned()));
        }
        check("", "", "", "");
        check("Yesterday, ", " said.", "Yesterday, ", " said.");
        check("safe.\n“We knew,” ", " said.\nThe next", "“We knew,” ", " said.");
        check("end.\n", "\n", "", "");
        let (before, after) = ("rbour was safe for all, he said, ", " said on Tuesday that all of it ma");
        check(before, after, "… was safe for all, he said, ", " said on Tuesday that all of it …");
        check(&"a".repeat(32), &"b".repeat(32), &"a".repeat(32), &"b".repeat(32));
    }
}
