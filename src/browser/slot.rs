//! Where the article's island is found by whoever needs it.

use std::cell::RefCell;
use std::rc::Rc;

use super::island::Island;

/// A place that holds the island of the article that is drawn, or nothing. Clones are the same place.
#[derive(Debug, Clone, Default)]
pub struct IslandSlot(Rc<RefCell<Option<Island>>>);

impl PartialEq for IslandSlot {
    fn eq(&self, other: &IslandSlot) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for IslandSlot {}

impl IslandSlot {
    /// The island that is there now.
    #[must_use]
    pub fn get(&self) -> Option<Island> {
        self.0.borrow().clone()
    }

    /// Puts an island there, or takes it away.
    pub fn set(&self, island: Option<Island>) {
        *self.0.borrow_mut() = island;
    }
}
