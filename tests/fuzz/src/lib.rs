//! What the fuzz targets share: changing JSON as JSON, and sealing it so that it gets past the checksum.

mod mutate;
mod seal;

pub use mutate::mutate_json;
pub use seal::seal;

/// A sentence has to be one that a person can read: words, and nothing of what went wrong inside.
///
/// # Panics
///
/// If it is none, which is what the engine looks for.
pub fn expect_sentence(sentence: &str) {
    assert!(sentence.chars().any(char::is_alphabetic), "no sentence: {sentence:?}");
    for inside in ["Some(", "None", "Err(", "Error {", "Unsound"] {
        assert!(!sentence.contains(inside), "names what nobody knows: {sentence:?}");
    }
}
