//! Runs of the article: elements with a `data-run`, numbered in reading order, that are told of as they
//! come near what is seen.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

use super::error::OrLog as _;
use super::geometry::{Rect, rect_of, set_property};
use super::scroll::frame;

/// Watches for as long as it lives.
#[derive(Debug)]
#[must_use = "nothing is watched once this is dropped"]
pub struct Runs {
    observer: Option<IntersectionObserver>,
    _call: Closure<dyn FnMut(Vec<IntersectionObserverEntry>)>,
}

/// Calls with the first and the last run that come within so many heights of what is seen, each time these
/// become others; 0 is what is seen itself. At a time when there is none, nothing is told.
pub fn on_runs(root: &Element, heights: u32, mut f: impl FnMut(RangeInclusive<usize>) + 'static) -> Runs {
    let (mut near, mut told) = (BTreeSet::new(), None);
    let call = Closure::<dyn FnMut(Vec<IntersectionObserverEntry>)>::new(
        move |entries: Vec<IntersectionObserverEntry>| {
            for entry in entries {
                let Some(run) = number(&entry.target()) else { continue };
                if entry.is_intersecting() {
                    near.insert(run)
                } else {
                    near.remove(&run)
                };
            }
            let now = near.first().copied().zip(near.last().copied());
            if let Some((first, last)) = now.filter(|_| now != told) {
                told = now;
                f(first..=last);
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_root_margin(&format!("{}% 0px", heights * 100));
    options.set_root(frame(root).as_ref());
    let observer = IntersectionObserver::new_with_options(call.as_ref().unchecked_ref(), &options);
    let observer = observer.or_log("watching what is seen");
    if let Some(observer) = &observer {
        all(root).iter().for_each(|run| observer.observe(run));
    }
    Runs { observer, _call: call }
}

impl Drop for Runs {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Tells the browser how high each run will be, in CSS pixels, as long as it was not laid out.
pub fn expect_heights(root: &Element, heights: impl Iterator<Item = u32>) {
    for (run, height) in all(root).iter().zip(heights) {
        if let Some(run) = run.dyn_ref::<HtmlElement>() {
            set_property(run, "contain-intrinsic-size", &format!("auto {height}px"));
        }
    }
}

/// Where the runs are; those that were never laid out, where they are expected.
#[must_use]
pub fn run_rects(root: &Element) -> Vec<Rect> {
    all(root).iter().map(rect_of).collect()
}

fn all(root: &Element) -> Vec<Element> {
    let Some(found) = root.query_selector_all("[data-run]").or_log("looking for the article's runs") else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn number(run: &Element) -> Option<usize> {
    run.get_attribute("data-run")?.parse().ok()
}

/// Calls before the page is printed with `true`, and afterwards with `false`.
pub fn on_print(f: impl Fn(bool) + Clone + 'static) -> super::listen::Listener {
    let (before, after) = (f.clone(), f);
    let listener = super::listen::Listener::on_window("beforeprint", move |_| before(true));
    listener.and(super::listen::Listener::on_window("afterprint", move |_| after(false)))
}
