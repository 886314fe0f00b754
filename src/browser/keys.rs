//! Keys, and what a keymap must know about where they were pressed.

use gloo::events::EventListenerOptions;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::events::is_typed_into;
use super::globals::document;
use super::listen::Listener;

/// What counts as a control with keys of its own.
const CONTROLS: &str = "button, a[href], summary, input, [role=button], [role=link], [role=tab], [role=menuitem], \
                        [role=menuitemcheckbox], [role=menuitemradio], [role=option]";

/// A key that was pressed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Key {
    /// The character it writes, or its name: `c`, `C`, `/`, `Enter`, `ArrowLeft`.
    pub name: String,
    /// The digit it stands for, also on keyboards where the row of digits writes accented letters.
    pub digit: Option<u8>,
    /// Whether Ctrl or Cmd is held.
    pub command: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Alt or Option is held.
    pub alt: bool,
    /// Whether it was pressed where text is typed or a value chosen.
    pub typing: bool,
    /// Whether it was pressed in a dialog.
    pub in_dialog: bool,
    /// Whether it was pressed on a button, a link, a tab or the like, which Enter and Space press.
    pub on_control: bool,
    /// Whether it is part of composing a character, as in Japanese.
    pub composing: bool,
    /// Whether it repeats because it is held down.
    pub repeat: bool,
}

/// Calls for each key that goes down anywhere in the page. `true` means that it was handled: then the
/// browser does not do what it would have done.
pub fn on_key(f: impl Fn(&Key) -> bool + 'static) -> Listener {
    let can_prevent = EventListenerOptions::enable_prevent_default();
    Listener::on(document().map(Into::into), "keydown", can_prevent, move |event| {
        // Some browsers fill in forms with bare events of this name.
        if let Some(event) = event.dyn_ref::<KeyboardEvent>()
            && f(&Key::from(event))
        {
            event.prevent_default();
        }
    })
}

impl From<&KeyboardEvent> for Key {
    fn from(event: &KeyboardEvent) -> Key {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_in = |selector: &str| {
            target.as_ref().is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
        };
        let typing = target.as_ref().is_some_and(is_typing);
        Key {
            name: event.key(),
            digit: digit(event),
            command: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            alt: event.alt_key(),
            typing,
            in_dialog: is_in("dialog, [role=dialog], [role=alertdialog]"),
            on_control: !typing && is_in(CONTROLS),
            // Safari tells only by the number 229 that a key belongs to a composition.
            composing: event.is_composing() || event.key_code() == 229,
            repeat: event.repeat(),
        }
    }
}

fn is_typing(target: &Element) -> bool {
    let editable = target.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    editable || is_typed_into(target)
}

/// The digit of the key in the row of digits, whatever it writes with or without Shift on this
/// keyboard; else the digit written, as from a keypad.
fn digit(event: &KeyboardEvent) -> Option<u8> {
    let one_digit = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() == 1);
    let by_place = event.code().strip_prefix("Digit").and_then(one_digit);
    by_place.or_else(|| one_digit(&event.key()))
}
