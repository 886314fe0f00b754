//! The time.

use js_sys::{Date, Object, Reflect};
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

/// Today in the reader's time zone: `2026-03-04`.
#[must_use]
pub fn today() -> String {
    let date = Date::new_0();
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

fn style() -> Object {
    let options = Object::new();
    for (part, how) in [("day", "numeric"), ("month", "short"), ("year", "numeric")] {
        Reflect::set(&options, &part.into(), &how.into()).or_log("writing a day");
    }
    options
}
