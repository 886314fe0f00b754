//! What comes from other pages and programs: a page that hands itself over, what is shared, and the bookmark
//! that begins it.

use std::cell::RefCell;

use gloo::events::EventListenerOptions;
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, EventTarget, MessageEvent, UrlSearchParams, Window};

use super::error::OrLog as _;
use super::globals::window;
use super::listen::Listener;
use super::route::hash;

/// The program of the bookmark, in which names in capitals stand for the address of this page and for what
/// the program says.
const BOOKMARKLET: &str = include_str!("bookmarklet.js");

/// What this page says to the one that opened it, once it listens.
const READY: &str = "sayso: ready";

/// Milliseconds that a page has to hand itself over.
const PATIENCE: u32 = 10_000;

/// A page that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Its address.
    pub address: String,
    /// All of it.
    pub markup: String,
}

/// What another program shared. Any of it may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// What it is called.
    pub title: String,
    /// The text.
    pub text: String,
    /// Where it stands on the web.
    pub address: String,
}

thread_local! {
    /// While a page is waited for.
    static WAITING: RefCell<Option<(Listener, Timeout)>> = const { RefCell::new(None) };
}

/// Whether the address of this page says more than what is to be shown.
#[must_use]
pub fn brought_something() -> bool {
    hash() == "/receive" || hash().starts_with(MARKED) || !query().is_empty()
}

/// The route under which a link brings articles with their marks.
pub const MARKED: &str = "/marked/";

/// What stands in the address behind `?`.
fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The address of the bookmark: a link that runs on the page of an article and brings it here. `said` are its
/// sentences, each with the name that stands for it in the program.
#[must_use]
pub fn bookmarklet(said: &[(&str, String)]) -> String {
    let program = BOOKMARKLET.lines().filter(|line| !line.trim_start().starts_with("//"));
    let program: String = program.map(str::trim).collect::<Vec<_>>().join(" ");
    let program = said.iter().fold(program.replace("SAYSO", &here()), |program, (name, sentence)| {
        program.replace(name, &format!("{sentence:?}"))
    });
    format!("javascript:{}", js_sys::encode_uri_component(&program))
}

/// The address of this page alone.
fn here() -> String {
    let location = window().map(|window| window.location());
    let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
    let origin = part(location.as_ref().map(web_sys::Location::origin));
    origin + &part(location.as_ref().map(web_sys::Location::pathname))
}

/// Takes the page that the opener of this one hands over, of at most `limit` bytes, and calls with it; with
/// none if nobody does.
pub fn receive(limit: u64, then: impl Fn(Option<Handed>) + Clone + 'static) {
    let opener = window().and_then(|window| window.opener().ok()).filter(JsValue::is_truthy);
    let Some(from) = opener else { return then(None) };
    // A window of another origin says of itself that it is none.
    let opener: Window = from.clone().unchecked_into();
    let heard = then.clone();
    let target = window().map(EventTarget::from);
    let listener = Listener::on(target, "message", EventListenerOptions::default(), move |event| {
        if let Some(handed) = handed(event, &from, limit) {
            stop_waiting();
            heard(Some(handed));
        }
    });
    let given_up = Timeout::new(PATIENCE, move || {
        stop_waiting();
        then(None);
    });
    WAITING.set(Some((listener, given_up)));
    // Whoever opened this page may know that it listens; nothing else is in it.
    opener.post_message(&JsValue::from_str(READY), "*").or_log("asking for the page");
}

/// Lets go of what waits, after the event that is being handled, and of the page that opened this one.
fn stop_waiting() {
    let waiting = WAITING.take();
    spawn_local(async move { drop(waiting) });
    if let Some(window) = window() {
        window.set_opener(&JsValue::NULL).or_log("letting go of the page that opened this one");
    }
}

/// What a message hands over, if it is from the page that opened this one and is what is expected.
fn handed(event: &Event, from: &JsValue, limit: u64) -> Option<Handed> {
    let message = event.dyn_ref::<MessageEvent>()?;
    if message.source().as_ref().map(JsValue::from).as_ref() != Some(from) {
        return None;
    }
    let part = |name: &str| Reflect::get(&message.data(), &JsValue::from_str(name)).ok()?.as_string();
    let (address, markup) = (part("address")?, part("markup")?);
    let is_page = address.starts_with("https://") || address.starts_with("http://");
    (is_page && (markup.len() as u64) <= limit).then_some(Handed { address, markup })
}

/// What was shared with this page, once: then its address says nothing of it any more.
#[must_use]
pub fn take_shared() -> Option<Shared> {
    let told = UrlSearchParams::new_with_str(&query()).ok()?;
    let part = |name: &str| told.get(name).unwrap_or_default();
    let shared = Shared { title: part("title"), text: part("text"), address: part("url") };
    let hash = window()?.location().hash().unwrap_or_default();
    replace(&format!("{}{hash}", here()));
    let is_any = [&shared.title, &shared.text, &shared.address].iter().any(|part| !part.is_empty());
    is_any.then_some(shared)
}

/// Puts another route in the place of this one. The back button does not return to it.
pub fn replace_route(route: &str) {
    replace(&format!("{}#{route}", here()));
}

fn replace(address: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address)).or_log("naming the page");
    }
}

/// Copies a text, and calls with whether the browser did. It does in answer to a click or a key.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let Some(window) = window() else { return then(false) };
    let writing = window.navigator().clipboard().write_text(text);
    spawn_local(async move { then(JsFuture::from(writing).await.or_log("copying").is_some()) });
}
