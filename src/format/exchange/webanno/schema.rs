//! The layers as a type system of UIMA, from which a project takes them over.

use super::layers::{
    ANSWERS, CODEBOOK, COMMENT, CREATED, CREATOR, CUES, EVIDENCE, FORM, KIND, LABEL, Layer, MARK, MODIFIED,
    NAME, NOBODY, REASON, ROLE, SOURCE_NOTE, SOURCES, TAGS, VERDICT, VOICE,
};
use crate::annotation::MarkKind;
use crate::format::exchange::labels;

/// The layers of marks, in the order of their columns.
pub(super) const LAYERS: [Layer; 4] = [
    Layer {
        name: labels::CLAIM,
        kind: MarkKind::Claim,
        features: &[FORM, VERDICT, NOBODY, EVIDENCE],
        slots: &[(SOURCES, labels::SOURCE), (CUES, labels::CUE)],
    },
    Layer {
        name: labels::SOURCE,
        kind: MarkKind::Source,
        features: &[VOICE, NAME, KIND, ROLE, REASON, SOURCE_NOTE],
        slots: &[],
    },
    Layer { name: labels::CUE, kind: MarkKind::Cue, features: &[], slots: &[] },
    Layer { name: labels::NOTE, kind: MarkKind::Note, features: &[LABEL], slots: &[] },
];

/// The features that every layer has.
const COMMON: [&str; 8] = [COMMENT, TAGS, ANSWERS, CREATOR, CODEBOOK, CREATED, MODIFIED, MARK];

impl Layer {
    /// All features but slots.
    pub(super) fn features(&self) -> impl Iterator<Item = &'static str> {
        self.features.iter().copied().chain(COMMON)
    }

    /// The name of its type.
    pub(super) fn type_name(&self) -> String {
        type_name(self.name)
    }
}

/// The name of the type of a layer.
pub(super) fn type_name(layer: &str) -> String {
    format!("webanno.custom.{layer}")
}

/// The type of what is in a slot: a role and whose it is. No `_` may be in it.
pub(super) fn link_type(layer: &str, slot: &str) -> String {
    let mut letters = slot.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    format!("{}{}{}Link", type_name(layer), first.unwrap_or_default(), letters.as_str())
}

/// The description of all layers.
pub(super) fn schema() -> String {
    let types: String = LAYERS.iter().map(of_layer).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n  <types>\n{types}  </types>\n</typeSystemDescription>\n"
    )
}

fn of_layer(layer: &Layer) -> String {
    let features = layer.features().map(|name| feature(name, "uima.cas.String", None));
    let slots = layer.slots.iter();
    let slots = slots.map(|(slot, _)| feature(slot, "uima.cas.FSArray", Some(link_type(layer.name, slot))));
    let own =
        describe(&layer.type_name(), "uima.tcas.Annotation", &features.chain(slots).collect::<String>());
    let links = layer.slots.iter().map(|(slot, target)| {
        let features =
            feature("role", "uima.cas.String", None) + &feature("target", &type_name(target), None);
        describe(&link_type(layer.name, slot), "uima.cas.TOP", &features)
    });
    std::iter::once(own).chain(links).collect()
}

fn describe(name: &str, of: &str, features: &str) -> String {
    format!(
        "    <typeDescription>\n      <name>{name}</name>\n      <description/>\n      <supertypeName>{of}</supertypeName>\n      <features>\n{features}      </features>\n    </typeDescription>\n"
    )
}

fn feature(name: &str, range: &str, element: Option<String>) -> String {
    let element = element.map(|element| format!("<elementType>{element}</elementType>")).unwrap_or_default();
    format!(
        "        <featureDescription><name>{name}</name><description/><rangeTypeName>{range}</rangeTypeName>{element}</featureDescription>\n"
    )
}
