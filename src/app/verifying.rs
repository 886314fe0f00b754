//! Reading the mirror through while nobody waits: damage there is healed before it matters.

use super::desk::{Desk, State};
use crate::browser;
use crate::journal::KeyValue as _;
use crate::view::Tone;
use crate::words;

/// Milliseconds after which the page has come to rest, and the mirror is compared.
const REST: u32 = 15_000;

/// Keys that are compared at once.
const AT_ONCE: usize = 200;

/// Once the page rests, everything in the mirror is read and compared: damage there is seen while
/// local storage is still whole. Once for each page.
pub(super) fn verify_soon(desk: &Desk) {
    let later = desk.clone();
    let verify = move || {
        let keys = later.quietly(|state| state.outbox.vault.keys().unwrap_or_default());
        verify(&later, keys);
    };
    desk.quietly(|state| {
        let mirroring = &mut state.outbox.mirroring;
        if !std::mem::replace(&mut mirroring.verified, true) {
            mirroring.later = Some(browser::after(REST, verify));
        }
    });
}

/// Compares some of the keys, then the rest.
fn verify(desk: &Desk, mut keys: Vec<String>) {
    let some = keys.split_off(keys.len().saturating_sub(AT_ONCE));
    let Some(mirror) = desk.quietly(|state| state.outbox.mirroring.mirror.clone()) else { return };
    if some.is_empty() {
        return;
    }
    let then = desk.clone();
    mirror.get(some, move |values| {
        if let Ok(values) = values {
            let differing = then.quietly(|state| state.outbox.vault.differing(values));
            if !differing.is_empty() {
                then.with(|state| state.heal(differing));
            }
            verify(&then, keys);
        }
    });
}

impl State {
    /// Values of the mirror that differ from what is known: one of the two is damaged.
    fn heal(&mut self, values: Vec<(String, String)>) {
        let count = values.len();
        let united = self.take_from_mirror(values);
        self.tell_united(0, united.healed.len());
        if united.healed.len() < count {
            self.load_again();
            self.tell(Tone::Calm, words::second_copy_healed(count - united.healed.len()), None);
        }
    }
}
