//! The line from the claim in hand to the mentions of its sources.

use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::Mark;
use crate::article::Article;
use crate::browser::{self, HtmlElement, Island, IslandSlot, Rect};
use crate::session::{Session, Voice, chain};
use crate::view::look;

#[derive(Properties, PartialEq)]
pub(super) struct ConnectorProps {
    pub(super) session: Rc<Session>,
    pub(super) slot: IslandSlot,
    pub(super) root: NodeRef,
}

/// A path and where it ends, in pixels from the corner of the sheet.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    class: Classes,
    path: String,
    end: (i32, i32),
}

/// A line as it follows from the marks: how it looks, from which claim to which mention.
type Tie = (&'static str, &'static str, Rc<Mark>, Rc<Mark>);

#[component]
pub(super) fn Connector(ConnectorProps { session, slot, root }: &ConnectorProps) -> Html {
    let lines = use_state_eq(Vec::new);
    let draw = {
        let (lines, slot, root, article) =
            (lines.setter(), slot.clone(), root.clone(), session.article.clone());
        move |ties: &[Tie]| {
            let sheet = || root.cast().map(|root| browser::rect_of(&root));
            // Where there is nothing to draw, nothing is measured.
            let places = if ties.is_empty() { None } else { slot.get().zip(sheet()) };
            lines.set(places.map(|(island, sheet)| all(&article, ties, &island, sheet)).unwrap_or_default());
        }
    };
    let watched = root.clone();
    use_effect_with(ties(session), move |ties| {
        let ties = ties.clone();
        let watched = watched.cast::<HtmlElement>().filter(|_| !ties.is_empty());
        if ties.is_empty() {
            draw(&ties);
        }
        // Where something is drawn it is measured once the page is laid out, before it is painted.
        let sizes = browser::on_sizes(watched, move || draw(&ties));
        move || drop(sizes)
    });
    let line = |line: &Line| {
        html! {
            <g class={line.class.clone()}>
                <path d={line.path.clone()} />
                <circle cx={line.end.0.to_string()} cy={line.end.1.to_string()} r="4" />
            </g>
        }
    };
    html! { <svg class="link" aria-hidden="true">{ for lines.iter().map(line) }</svg> }
}

/// The ties of the claim in hand, and of the claims that it is part of, which are drawn thinner.
fn ties(session: &Session) -> Vec<Tie> {
    let Some(claim) = session.claim_in_hand() else { return Vec::new() };
    let outer = chain(session, claim);
    let all = std::iter::once((claim, "")).chain(outer.iter().map(|outer| (outer, "outer")));
    all.flat_map(|(claim, class)| of(session, claim, class)).collect()
}

fn of(session: &Session, claim: &Rc<Mark>, class: &'static str) -> Vec<Tie> {
    let ties = claim.claim().map_or(&[][..], |claim| claim.said_by.attributions());
    let lines = ties.iter().filter_map(|tie| {
        let mention = session.marks.get(tie.mention.as_ref()?)?;
        let kind = session.sources.get(&tie.source)?.kind;
        Some((look::class(Voice::Of(kind)), class, claim.clone(), mention.clone()))
    });
    lines.collect()
}

fn all(article: &Article, ties: &[Tie], island: &Island, sheet: Rect) -> Vec<Line> {
    let line = |(voice, class, claim, mention): &Tie| {
        let (path, end) = between(article, island, sheet, claim, mention)?;
        Some(Line { class: classes!(*voice, *class), path, end })
    };
    ties.iter().filter_map(line).collect()
}

/// Pixels beyond which a line would cross more text than it explains.
const FAR: f64 = 480.0;

/// From under the claim to under the mention, hanging below both; `None` if they are far apart.
fn between(
    article: &Article,
    island: &Island,
    sheet: Rect,
    claim: &Mark,
    mention: &Mark,
) -> Option<(String, (i32, i32))> {
    let rects = |mark: &Mark| {
        let spans = mark.spans()?.iter().map(|span| article.text.utf16(span));
        Some(spans.flat_map(|range| browser::rects(island, range)).collect::<Vec<_>>())
    };
    let (from, to) = (rects(claim)?, rects(mention)?);
    let target = *to.first()?;
    let nearest =
        |rect: &&Rect| ((rect.top - target.top).abs() * 10.0 + (rect.left - target.left).abs()) as i64;
    let start = from.iter().min_by_key(nearest)?;
    let (x1, y1) = (start.left + start.width / 2.0 - sheet.left, start.bottom() - sheet.top + 1.0);
    let (x2, y2) = (target.left + target.width / 2.0 - sheet.left, target.bottom() - sheet.top + 3.0);
    if (y2 - y1).abs() > FAR {
        return None;
    }
    let hang = 26.0_f64.min(12.0 + (x2 - x1).abs() / 8.0);
    let [x1, y1, x2, y2, hang] = [x1, y1, x2, y2, hang].map(|pixels| pixels.round() as i32);
    let path = format!("M{x1},{y1} C{x1},{} {x2},{} {x2},{y2}", y1 + hang, y2 + hang);
    Some((path, (x2, y2)))
}
