//! Reads JSON field by field, so that every complaint can name the place and every unknown field
//! can be carried along as it was written.

mod fields;
mod flaw;
mod path;
mod reader;
mod sound;

pub(super) use fields::{Fields, parse};
pub use flaw::Expected;
pub(super) use flaw::Flaw;
pub(super) use path::Path;
pub use reader::ITEM_LIMIT;
pub(super) use reader::Reader;
pub(super) use sound::{Unsound, sound};
