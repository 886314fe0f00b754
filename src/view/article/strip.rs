//! The strip beside the scroll bar: where in the article marks stand, and what of it is seen.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::blocks;
use crate::annotation::{Mark, MarkId, MarkKind};
use crate::article::Article;
use crate::browser::{self, HtmlElement, Island, IslandSlot, Scrolled};
use crate::session::{Intent, Session, Voice, voice_of};
use crate::text::{Span, Utf16Offset};
use crate::view::{Ask, Sieve, look};

/// The width of the strip in pixels, as in the style sheet.
const WIDTH: f64 = 10.0;

/// The least height of a mark in it, in pixels.
const LEAST: i32 = 2;

#[derive(Properties, PartialEq)]
pub(in crate::view) struct StripProps {
    pub(in crate::view) session: Rc<Session>,
    pub(in crate::view) sieve: Sieve,
    pub(in crate::view) slot: IslandSlot,
    pub(in crate::view) ask: Callback<Ask>,
}

/// Marks from which on places are estimated and one tick stands for all marks in its place.
const FULL: usize = 300;

/// Milliseconds after which the strip follows then.
const LATER: u32 = 300;

/// A mark in the strip, in pixels from its top.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tick {
    mark: MarkId,
    voice: &'static str,
    kind: &'static str,
    top: i32,
    height: i32,
}

/// For the pointer only: the list of claims is its accessible twin.
#[component]
pub(in crate::view) fn Strip(StripProps { session, sieve, slot, ask }: &StripProps) -> Html {
    let (strip, seen) = (use_node_ref(), use_node_ref());
    let ticks = use_state_eq(|| Rc::new(Vec::new()));
    let draw = {
        let (ticks, slot, strip, seen) = (ticks.setter(), slot.clone(), strip.clone(), seen.clone());
        move |session: &Session| {
            let drawn = slot.get().zip(now()).map(|(island, now)| all(session, &island, now));
            ticks.set(Rc::new(drawn.unwrap_or_default()));
            show_seen(&strip, &seen);
        }
    };
    let session_is_full = session.marks.iter().len() > FULL;
    use_effect_with((session.marks.clone(), session.sources.clone()), {
        let session = session.clone();
        move |_| {
            let draw = Rc::new(move || draw(&session));
            // Among very many marks one more is not to be seen at once.
            let later = (session_is_full).then(|| {
                browser::after(LATER, {
                    let draw = draw.clone();
                    move || draw()
                })
            });
            if later.is_none() {
                draw();
            }
            let on_resize = browser::on_resize(move || draw());
            move || drop((later, on_resize))
        }
    });
    use_effect_with((), {
        let (strip, seen) = (strip.clone(), seen.clone());
        move |()| {
            let rests = Rc::new(RefCell::new(None));
            let on_scroll = browser::on_scroll(move || {
                if !browser::styles_follow_scrolling() {
                    return show_seen(&strip, &seen);
                }
                // What came near may be higher or less high than it was expected to be.
                let (strip, seen) = (strip.clone(), seen.clone());
                *rests.borrow_mut() = Some(browser::after(LATER, move || show_seen(&strip, &seen)));
            });
            move || drop(on_scroll)
        }
    });
    let shown = shown(&ticks, session, sieve);
    let onclick = on_click(&strip, &shown, ask);
    html! {
        <div class="strip" ref={strip} aria-hidden="true" {onclick}>
            <Ticks {shown} hand={session.in_hand.clone()} />
            <div class="seen" ref={seen}></div>
        </div>
    }
}

/// Those of the marks that are shown: all of them without a filter, and without a look at each.
fn shown(ticks: &Rc<Vec<Tick>>, session: &Session, sieve: &Sieve) -> Rc<Vec<Tick>> {
    if sieve.filter.is_open() {
        return ticks.clone();
    }
    let passes = |tick: &Tick| session.marks.get(&tick.mark).is_some_and(|mark| sieve.passes(session, mark));
    if ticks.iter().all(passes) {
        return ticks.clone();
    }
    Rc::new(ticks.iter().filter(|tick| passes(tick)).cloned().collect())
}

#[derive(Properties, PartialEq)]
struct TicksProps {
    shown: Rc<Vec<Tick>>,
    hand: Option<MarkId>,
}

#[component]
fn Ticks(TicksProps { shown, hand }: &TicksProps) -> Html {
    let tick = |tick: &Tick| {
        let class = classes!(tick.voice, tick.kind, (hand.as_ref() == Some(&tick.mark)).then_some("hand"));
        html! {
            <rect key={tick.mark.0.as_ref()} {class} x="1" width="8" y={tick.top.to_string()} height={tick.height.to_string()} />
        }
    };
    html! { <svg>{ for shown.iter().map(tick) }</svg> }
}

/// How far the article is scrolled now.
fn now() -> Option<Scrolled> {
    browser::scrolled(&browser::by_id("main")?.into())
}

/// The ticks of all marks.
fn all(session: &Session, island: &Island, now: Scrolled) -> Vec<Tick> {
    let article = &session.article;
    let estimated = session.marks.iter().len() > FULL || blocks::expected_heights(article).is_some();
    let scale = now.seen.height / now.content.max(1.0);
    let place: Box<dyn Fn(Span) -> Option<(f64, f64)>> = if estimated {
        Box::new(estimate(article))
    } else {
        Box::new(|hull| measured(article, island, hull))
    };
    let mut taken = (None, i32::MIN);
    let tick = |mark: &Rc<Mark>| {
        let (top, bottom) = place(mark.spans()?.hull())?;
        let place = |y: f64| ((y - now.seen.top + now.above) * scale) as i32;
        let (top, height) = (place(top), (place(bottom) - place(top)).max(LEAST));
        // Of those that would lie on each other, the first stands for all.
        if estimated && taken == (Some(mark.kind()), top / LEAST) {
            return None;
        }
        taken = (Some(mark.kind()), top / LEAST);
        let voice = look::class(voice_of(session, mark).unwrap_or(Voice::Open));
        Some(Tick { mark: mark.id.clone(), voice, kind: kind(mark.kind()), top, height })
    };
    let all: Vec<Tick> = session.marks.iter().filter_map(tick).collect();
    if estimated { thinned(all) } else { all }
}

/// One tick for each place.
fn thinned(all: Vec<Tick>) -> Vec<Tick> {
    let mut places = std::collections::BTreeSet::new();
    all.into_iter().filter(|tick| places.insert(tick.top / LEAST)).collect()
}

/// Where a mark begins and ends on the screen, to the pixel.
fn measured(article: &Article, island: &Island, hull: Span) -> Option<(f64, f64)> {
    let units = article.text.utf16(hull);
    let line = |at: Utf16Offset| browser::rects(island, at..Utf16Offset(at.0 + 1)).into_iter().next();
    let first = line(units.start)?;
    let last = line(Utf16Offset(units.end.0.saturating_sub(1))).unwrap_or(first);
    Some((first.top, last.bottom()))
}

/// The same by the share of its run that stands before it: nothing has to be laid out for it.
fn estimate(article: &Article) -> impl Fn(Span) -> Option<(f64, f64)> + use<> {
    let root = browser::by_id("article");
    let rects = root.map(|root| browser::run_rects(&root)).unwrap_or_default();
    let bytes = |run: std::ops::Range<usize>| {
        let blocks = article.blocks.get(run).unwrap_or_default();
        Some((blocks.first()?.span.start().0, blocks.last()?.span.end().0))
    };
    let runs: Vec<(usize, usize)> = blocks::runs(article).into_iter().filter_map(bytes).collect();
    let line = move |at: usize| {
        let run = runs.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        let ((start, end), rect) = runs.get(run).zip(rects.get(run))?;
        let share = at.saturating_sub(*start) as f64 / (end.saturating_sub(*start)).max(1) as f64;
        Some(rect.top + rect.height * share.min(1.0))
    };
    move |hull| Some((line(hull.start().0)?, line(hull.end().0)?))
}

fn kind(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Claim => "claim",
        MarkKind::Source => "mention",
        MarkKind::Cue => "cue",
        MarkKind::Note => "note",
    }
}

/// Puts the strip beside the scroll bar, and shows in it what of the article is seen.
fn show_seen(strip: &NodeRef, seen: &NodeRef) {
    let (Some(strip), Some(seen), Some(now)) = (strip.cast::<HtmlElement>(), seen.cast(), now()) else {
        return;
    };
    let Some(around) = browser::parent(&strip).map(|desk| browser::rect_of(&desk)) else { return };
    browser::place(&strip, now.seen.right() - around.left - WIDTH, now.seen.top - around.top);
    let scale = now.seen.height / now.content.max(1.0);
    browser::show_share(&seen, now.above * scale, now.seen.height * scale, now.seen.height);
}

/// A click goes to that place of the article, and takes in hand the nearest mark that is seen there.
fn on_click(strip: &NodeRef, ticks: &Rc<Vec<Tick>>, ask: &Callback<Ask>) -> Callback<MouseEvent> {
    let (strip, ticks, ask) = (strip.clone(), ticks.clone(), ask.clone());
    Callback::from(move |event: MouseEvent| {
        let (Some(strip), Some(main), Some(now)) =
            (strip.cast::<HtmlElement>(), browser::by_id("main"), now())
        else {
            return;
        };
        let at = f64::from(event.client_y()) - browser::rect_of(&strip).top;
        browser::scroll_to_share(&main, at / now.seen.height.max(1.0));
        let near = now.seen.height * now.seen.height / now.content.max(1.0) / 2.0;
        let distance = |tick: &&Tick| (i64::from(tick.top) - at as i64).abs();
        let nearest = ticks.iter().min_by_key(distance).filter(|tick| distance(tick) <= near as i64);
        if let Some(tick) = nearest {
            ask.emit(Ask::Do(Intent::Take(tick.mark.clone())));
        }
    })
}
