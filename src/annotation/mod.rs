//! Promise: what is said about an article is held as records that cannot contradict its text.

mod anchor;
mod anchoring;
mod answer;
mod drift;
mod form;
mod guess;
mod mark;
mod occurrences;
mod said;
mod set;
mod source;
mod stamp;
mod wording;

pub use anchor::{Anchor, Place, describe, resolve};
pub use anchoring::{Anchoring, Finder, Found, Outcome, anchors};
pub use answer::{Answer, decimal};
pub use drift::{Drift, Places};
pub use form::guess_form;
pub use guess::guess_kind;
pub use mark::{Content, Mark, MarkId, MarkKind};
pub use said::{Attribution, Claim, Evidence, Form, SaidBy, Verdict};
pub use set::{MarkSet, Register};
pub use source::{Source, SourceId, SourceKind, same_name};
pub use stamp::Timestamp;
pub use wording::{Difference, differences};
