//! Names that nothing else has.

use std::cell::OnceCell;

use uuid::{NoContext, Timestamp, Uuid};

use super::clock::now;

/// A new id, unlike any other anywhere: a UUID of version 7, so that ids made later sort later.
#[must_use]
pub fn new_id() -> String {
    uuid().hyphenated().to_string()
}

fn uuid() -> Uuid {
    let ms = now().unsigned_abs();
    let nanos = u32::try_from(ms % 1000).unwrap_or_default() * 1_000_000;
    Uuid::new_v7(Timestamp::from_unix(NoContext, ms / 1000, nanos))
}

thread_local! {
    static TAB: OnceCell<String> = const { OnceCell::new() };
}

/// The name of this tab: eight characters of `0-9a-z`, the same until the page is loaded again.
#[must_use]
pub fn tab_id() -> String {
    // The low half of the id is chance.
    TAB.with(|tab| tab.get_or_init(|| base_36(uuid().as_u128())).clone())
}

/// The last eight digits of a number written to the base 36.
fn base_36(mut number: u128) -> String {
    let mut digits = String::new();
    for _ in 0..8 {
        let digit = u32::try_from(number % 36).unwrap_or_default();
        digits.extend(char::from_digit(digit, 36));
        number /= 36;
    }
    digits
}
