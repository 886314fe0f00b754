//! Our own file, of `docs/format.md`. It is read by [`native`].

use super::{Codec, Part};
use crate::format::native;

pub(super) const WHOLE: Codec = Codec {
    media: "application/json",
    single: false,
    loses: &[],
    write: |documents, on| part(native::export(documents, on.exported, on.generator)),
    read: None,
};

/// The texts are left out on purpose, which is no loss to be told of.
pub(super) const WITHOUT_TEXT: Codec = Codec {
    write: |documents, on| part(native::export_without_text(documents, on.exported, on.generator)),
    ..WHOLE
};

fn part(json: String) -> Vec<Part> {
    vec![Part::text("sayso.json", json)]
}
