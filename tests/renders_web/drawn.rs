//! Which components were drawn: Yew tells each drawing with what came of it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;

use tracing_core::field::{Field, Visit};
use tracing_core::span::{Attributes, Id, Record};
use tracing_core::{Dispatch, Event, Metadata, Subscriber, dispatcher};

/// How often each component was drawn.
pub(crate) type Drawn = BTreeMap<String, usize>;

thread_local! {
    static DRAWN: RefCell<Drawn> = RefCell::default();
}

/// Begins to listen, once for all tests.
pub(crate) fn listen() {
    let first = !dispatcher::has_been_set();
    assert!(!first || dispatcher::set_global_default(Dispatch::new(Listener)).is_ok());
}

/// What was drawn since this was asked last.
pub(crate) fn take() -> Drawn {
    DRAWN.with(|drawn| std::mem::take(&mut *drawn.borrow_mut()))
}

/// How many drawings there were in all.
pub(crate) fn count() -> usize {
    DRAWN.with(|drawn| drawn.borrow().values().sum())
}

struct Listener;

impl Subscriber for Listener {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        about.is_event() && about.target().starts_with("yew::html::component")
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Views);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Looks for the field `view`, which is what a component has drawn.
struct Views;

impl Visit for Views {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "view" {
            let name = name(&format!("{value:?}"));
            DRAWN.with(|drawn| *drawn.borrow_mut().entry(name).or_default() += 1);
        }
    }
}

/// The element that a component consists of, with its class: `header.bar`. One that is another component is
/// `component`, one of several parts `parts`, and one that shows nothing now `nothing`.
fn name(view: &str) -> String {
    let view = view.strip_prefix("Ok(").unwrap_or(view).replace("\\\"", "");
    if !view.starts_with("VTag") {
        let some = if literals(&view).next().is_some() { "parts" } else { "nothing" };
        return if view.starts_with("VComp") { "component" } else { some }.into();
    }
    let tag = literals(&view).next().unwrap_or("input");
    // What stands in an element is told before its own attributes, and among these the class last.
    let attributes = view.rsplit_once("attributes: ").map_or("", |(_, rest)| rest);
    let attributes = attributes.rsplit_once(", key: ").map_or(attributes, |(own, _)| own);
    let class = literals(attributes).last().filter(|_| attributes.contains("\"class\""));
    match class.and_then(|class| class.split(' ').next()).filter(|class| *class != "class") {
        Some(class) => format!("{tag}.{class}"),
        None => tag.to_owned(),
    }
}

fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').skip(1).step_by(2)
}
