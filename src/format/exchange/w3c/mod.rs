//! W3C Web Annotation (Recommendation of 2017): a collection with one page of annotations. Offsets count
//! code points, as the standard demands.
//!
//! Words, place, comments, tags, author and times stand where the standard has them, so that other programs
//! see them; kinds, forms and verdicts are bodies that classify; ties are annotations that link. What the
//! standard has no place for (the text itself, the register, evidence, answers) is carried as JSON literals
//! under a name of our own, which others may ignore and which makes the file complete here.

mod read;
mod write;

use super::Codec;

pub(super) const CODEC: Codec = Codec {
    media: "application/ld+json",
    single: true,
    loses: &[],
    write: write::write,
    read: Some(read::read),
};

/// The context of the standard.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// What the names of our own begin with, and the properties under them.
const NAMESPACE: &str = "urn:sayso:";
const ARTICLE: &str = "sayso:article";
const MARK: &str = "sayso:mark";

/// Fields of a mark that stand in places of the standard.
const STANDARD: [&str; 6] = ["spans", "note", "tags", "creator", "created", "modified"];

/// A name of our own as an IRI.
fn iri(kind: &str, name: &str) -> String {
    let mut iri = format!("{NAMESPACE}{kind}:");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            iri.push(char::from(byte));
        } else {
            iri.push_str(&format!("%{byte:02X}"));
        }
    }
    iri
}
