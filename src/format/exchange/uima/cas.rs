//! Feature structures as they are written.

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};
use serde_json::{Value, json};

use super::VIEW;
use super::schema::LIST;
use super::system::types;
use crate::article::Foreign;
use crate::format::exchange::json;
use crate::format::wire::Carried;

/// The number of a feature structure.
pub(super) type Id = usize;

/// What a feature structure has.
pub(super) type Field = (&'static str, Value);

/// The structures of a file, each after all that it refers to.
#[derive(Default)]
pub(super) struct Cas {
    structures: Vec<Structure>,
    members: Vec<Id>,
}

struct Structure {
    id: Id,
    kind: &'static str,
    fields: Vec<Field>,
}

impl Serialize for Structure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("%ID", &self.id)?;
        map.serialize_entry("%TYPE", self.kind)?;
        for (name, value) in &self.fields {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "%TYPES")]
    types: Value,
    #[serde(rename = "%FEATURE_STRUCTURES")]
    structures: &'a [Structure],
    #[serde(rename = "%VIEWS")]
    views: Value,
}

impl Cas {
    pub(super) fn add(&mut self, kind: &'static str, fields: Vec<Field>) -> Id {
        let id = self.structures.len() + 1;
        self.structures.push(Structure { id, kind, fields });
        id
    }

    /// Makes a structure one that is found in the view, and not only by what refers to it.
    pub(super) fn member(&mut self, id: Id) {
        self.members.push(id);
    }

    /// A list of structures; none if there is nothing in it.
    pub(super) fn list(&mut self, of: &[Id]) -> Option<Id> {
        (!of.is_empty()).then(|| self.add(LIST, vec![("%ELEMENTS", json!(of))]))
    }

    /// The whole file.
    pub(super) fn file(&self, sofa: Id) -> String {
        let views = json!({VIEW: {"%SOFA": sofa, "%MEMBERS": self.members}});
        json::pretty(&File { types: types(), structures: &self.structures, views })
    }
}

/// What a structure is going to have.
#[derive(Default)]
pub(super) struct Record(pub(super) Vec<Field>);

impl Record {
    pub(super) fn put(mut self, name: &'static str, value: Value) -> Record {
        self.0.push((name, value));
        self
    }

    /// A text; what is empty is left out, which means the same.
    pub(super) fn text(self, name: &'static str, text: &str) -> Record {
        if text.is_empty() { self } else { self.put(name, json!(text)) }
    }

    /// A reference, if it leads somewhere.
    pub(super) fn to(self, name: &'static str, id: Option<Id>) -> Record {
        match id {
            Some(id) => self.put(name, json!(id)),
            None => self,
        }
    }

    /// Fields of newer versions, as JSON in a text.
    pub(super) fn newer(self, name: &'static str, fields: &Foreign) -> Record {
        if fields.is_empty() { self } else { self.text(name, json::raw(&Carried(fields)).get()) }
    }
}
