//! The type system that goes along in every file.

use serde_json::{Map, Value, json};

use super::schema::{KINDS, Kind, Range};

/// The type system, as a file has it.
pub(super) fn types() -> Value {
    let each = |kind: &Kind| {
        let head = [("%NAME", kind.name), ("%SUPER_TYPE", kind.parent), ("%DESCRIPTION", kind.about)];
        let head = head.into_iter().map(|(name, value)| (name.to_owned(), json!(value)));
        let features = kind.features().map(|feature| {
            let range = match feature.range {
                Range::Text => "uima.cas.String".to_owned(),
                Range::Flag => "uima.cas.Boolean".to_owned(),
                Range::Whole => "uima.cas.Long".to_owned(),
                Range::Texts => "uima.cas.String[]".to_owned(),
                Range::List(of) => format!("{}[]", of.name),
                Range::One(of) => of.to_owned(),
            };
            (feature.name.to_owned(), json!({"%NAME": feature.name, "%RANGE": range}))
        });
        (kind.name.to_owned(), Value::Object(head.chain(features).collect()))
    };
    Value::Object(KINDS.into_iter().map(each).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::super::schema::{ANNOTATION, Feature, KINDS, LINK, Range};

    #[test]
    fn annotations_can_be_layers_of_inception() {
        for kind in KINDS.into_iter().filter(|kind| kind.parent == ANNOTATION) {
            let fits = |feature: &Feature| match feature.range {
                Range::Text | Range::Flag | Range::Texts => true,
                Range::List(of) => of.name == LINK.name,
                Range::Whole | Range::One(_) => false,
            };
            assert!(kind.features().all(fits), "{}", kind.name);
        }
    }
}
