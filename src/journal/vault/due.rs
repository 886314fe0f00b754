//! Which keys a place still has to follow, in the order in which they changed.

use std::collections::VecDeque;

/// When a key changed, counted over all keys from 1; 0 stands for never.
pub(super) type Beat = u64;

/// Keys in the order of their beats. A key that changed again since stands there twice; the item in
/// the image knows which beat counts.
#[derive(Debug, Default)]
pub(super) struct Due(VecDeque<(Beat, String)>);

impl Due {
    pub(super) fn push(&mut self, beat: Beat, key: &str) {
        self.0.push_back((beat, key.to_owned()));
    }

    /// Puts back what could not be done, before all else and in its old order.
    pub(super) fn put_back(&mut self, keys: Vec<(Beat, String)>) {
        for key in keys.into_iter().rev() {
            self.0.push_front(key);
        }
    }

    pub(super) fn pop(&mut self) -> Option<(Beat, String)> {
        self.0.pop_front()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
