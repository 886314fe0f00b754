//! What was folded is unpacked where it is needed, and entries are folded where they are many.

use super::desk::Desk;
use crate::browser;
use crate::journal::FoldKey;

/// Unpacks pasts one after the other, and goes on with `then`. What cannot be unpacked stays packed:
/// it is judged as if it were not known.
pub(super) fn unpack(desk: &Desk, mut packed: Vec<(FoldKey, Vec<u8>)>, then: Box<dyn FnOnce(&Desk)>) {
    let Some((key, bytes)) = packed.pop() else { return then(desk) };
    let desk = desk.clone();
    browser::inflate(&bytes, move |text| {
        if let Ok(text) = text {
            desk.quietly(|state| state.outbox.journal().unpack(&key, &text));
        }
        unpack(&desk, packed, then);
    });
}
