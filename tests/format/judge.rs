//! The published schemas, judged by somebody else's validator.

use jsonschema::Validator;
use serde_json::Value;

/// The validator of a published schema.
pub(crate) fn validator(schema: &str) -> Validator {
    let schema = value(schema);
    jsonschema::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::validator_for(&schema).expect("the schema can be used")
}

/// What the schema has against a file.
pub(crate) fn faults(validator: &Validator, file: &Value) -> Vec<String> {
    validator.iter_errors(file).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

pub(crate) fn value(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}
