//! What was folded is unpacked where it is needed.

use super::desk::Desk;
use crate::browser;
use crate::journal::FoldKey;

/// Unpacks the pasts that no snapshot stands for, and shows what was in them.
pub(super) fn unpack_wanted(desk: &Desk) {
    let packed = desk.quietly(|state| {
        let wanting = std::mem::take(&mut state.outbox.mirroring.wanting);
        let mut packed: Vec<(FoldKey, Vec<u8>)> = Vec::new();
        for id in wanting.iter().map(|key| &key.article) {
            let more = state.outbox.journal().packed(id);
            packed.extend(more.into_iter().filter(|(key, _)| wanting.contains(key)));
        }
        packed
    });
    if !packed.is_empty() {
        unpack(desk, packed, Box::new(|desk| desk.with(super::desk::State::load_again)));
    }
}

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
