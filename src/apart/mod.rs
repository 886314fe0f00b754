//! Promise: what is seldom done is kept out of what is often done.

/// Does it in a function of its own, however few call it. The page's program comes in two halves, by
/// functions: inlined, what is seldom done would come with what is needed at once.
#[inline(never)]
pub fn apart<Made>(work: impl FnOnce() -> Made) -> Made {
    work()
}
