//! How long something takes, whatever else the machine does meanwhile.

use std::fs;
use std::time::{Duration, Instant};

/// Does it, and says how long its thread was at work. Where the system does not tell that, time passes as on
/// the wall.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    #[expect(clippy::disallowed_methods, reason = "a test on a machine with a clock")]
    let begun = Instant::now();
    let before = at_work();
    let made = work();
    let took = before.zip(at_work()).map(|(before, after)| after.saturating_sub(before));
    (took.unwrap_or_else(|| begun.elapsed()), made)
}

/// How long this thread was at work since it began: what Linux writes first into this file, in nanoseconds.
fn at_work() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
