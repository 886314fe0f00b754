//! The time.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::error::OrLog as _;

// Bound by hand: the function of `js-sys` wants a language, and we want the reader's.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Date)]
    type LocalDate;
    #[wasm_bindgen(method, catch, js_name = toLocaleDateString)]
    fn in_language(this: &LocalDate, language: &JsValue, options: &JsValue) -> Result<String, JsValue>;
}

/// The time now, in milliseconds since the beginning of 1970, UTC.
#[must_use]
pub fn now() -> i64 {
    // Whole numbers, exact in a `f64` for the next hundreds of thousands of years.
    Date::now() as i64
}

/// The present moment, to the millisecond (RFC 3339).
#[must_use]
pub fn instant() -> String {
    String::from(Date::new_0().to_iso_string())
}

/// The day of a time in milliseconds since 1970, in the reader's time zone and language: `4 Mar 2026`.
/// Empty if no calendar goes that far.
#[must_use]
pub fn day(ms: i64) -> String {
    let date = Date::new(&JsValue::from_f64(ms as f64));
    if date.get_time().is_nan() {
        return String::new();
    }
    let date: LocalDate = date.unchecked_into();
    date.in_language(&JsValue::UNDEFINED, &style()).or_log("writing a day").unwrap_or_default()
}

thread_local! {
    /// Making one costs far more than using it, and a history asks for hundreds of times.
    static CLOCK: Function = Intl::DateTimeFormat::new(&Array::new(), &hours()).format();
}

/// The time of day of a time in milliseconds since 1970, in the reader's time zone and language: `10:04`.
/// Empty if no calendar goes that far.
#[must_use]
pub fn clock(ms: i64) -> String {
    let date = Date::new(&JsValue::from_f64(ms as f64));
    if date.get_time().is_nan() {
        return String::new();
    }
    let written = CLOCK.with(|clock| clock.call1(&JsValue::UNDEFINED, &date));
    written.or_log("writing a time").and_then(|time| time.as_string()).unwrap_or_default()
}

/// Today in the reader's time zone: `2026-03-04`.
#[must_use]
pub fn today() -> String {
    let date = Date::new_0();
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

fn style() -> Object {
    written_with(&[("day", "numeric"), ("month", "short"), ("year", "numeric")])
}

fn hours() -> Object {
    written_with(&[("hour", "numeric"), ("minute", "2-digit")])
}

fn written_with(parts: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (part, how) in parts {
        Reflect::set(&options, &JsValue::from_str(part), &JsValue::from_str(how)).or_log("writing a day");
    }
    options
}
