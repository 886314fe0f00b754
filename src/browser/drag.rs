//! Things of the page itself that are dragged onto each other.

use web_sys::DragEvent;

use super::error::OrLog as _;

/// Begins to drag something: a value of a kind, written like a media type.
pub fn lift(event: &DragEvent, kind: &str, value: &str) {
    if let Some(data) = event.data_transfer() {
        data.set_effect_allowed("move");
        data.set_data(kind, value).or_log("dragging");
    }
}

/// Lets something of this kind be dropped where it is now; whether something of it is being dragged.
/// Browsers do not tell what it is before it is dropped.
pub fn welcome(event: &DragEvent, kind: &str) -> bool {
    let data = event.data_transfer().filter(|data| data.types().iter().any(|other| other == kind));
    if let Some(data) = &data {
        data.set_drop_effect("move");
        event.prevent_default();
    }
    data.is_some()
}

/// What was dropped, if it is of this kind.
#[must_use]
pub fn let_down(event: &DragEvent, kind: &str) -> Option<String> {
    let value = event.data_transfer()?.get_data(kind).or_log("dropping")?;
    (!value.is_empty()).then_some(value)
}
