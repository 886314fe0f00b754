//! Promise: whatever leaves or enters as a file is read and written without a silent loss.

pub mod backup;
pub mod codebook;
pub mod entry;
pub mod exchange;
pub mod native;
pub mod parcel;
pub mod settings;

mod hash;
mod json;
mod notice;
mod read;
mod wire;
mod word;

pub use hash::sha256_hex;
