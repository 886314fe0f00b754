//! What types are, by the type system of a file.

use std::collections::BTreeMap;

use super::schema::{ANNOTATION, DOCUMENT, Kind, OURS, SOFA, kind};
use crate::format::json::{Fields, Flaw, Path, Reader};

/// How far a type may be from the one that all come from; a circle is never left otherwise.
const GENERATIONS: usize = 100;

/// Types that programs cut any text into, and no person's marks.
const FURNITURE: [&str; 7] =
    ["Token", "Sentence", "Lemma", "Stem", "POS", "MorphologicalFeatures", "TagsetDescription"];

/// What a structure is, by its type.
#[derive(Clone, Copy)]
pub(super) enum Class {
    /// A text.
    Sofa,
    /// One of ours.
    Ours(&'static Kind),
    /// What is known about the text.
    Document,
    /// What any text is cut into.
    Furniture,
    /// What lies over a stretch of the text.
    Annotation,
    /// A list or an array, which means something only where it is referred to.
    List,
    /// Of a type that says nothing: what has a beginning and an end is an annotation.
    Unknown,
    /// Anything else.
    Other,
}

/// The types of a file, and where each comes from.
#[derive(Default)]
pub(super) struct Types {
    parents: BTreeMap<String, String>,
    known: BTreeMap<String, Class>,
}

impl Types {
    /// Takes the type system; a file may leave it out.
    pub(super) fn open(file: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Types, Flaw> {
        let mut types = Types::default();
        let Some(raw) = file.take("%TYPES") else { return Ok(types) };
        let path = Path::Root.field("%TYPES");
        let (_, all) = Fields::open(raw, &path, reader)?.into_all();
        reader.count(all.len())?;
        for (name, raw) in all {
            let at = path.field(&name);
            let parent = Fields::open(raw, &at, reader)?.text_or_empty("%SUPER_TYPE")?;
            types.parents.insert(name, parent);
        }
        Ok(types)
    }

    /// What a structure of this type is.
    pub(super) fn class(&mut self, name: &str) -> Class {
        if let Some(class) = self.known.get(name) {
            return *class;
        }
        let class = self.look(name);
        self.known.insert(name.to_owned(), class);
        class
    }

    fn look(&self, name: &str) -> Class {
        if let Some(kind) = kind(name).filter(|_| name.starts_with(OURS)) {
            return Class::Ours(kind);
        }
        if name == SOFA {
            return Class::Sofa;
        }
        let is_list = ["Array", "List"].iter().any(|end| name.ends_with(end));
        if name.ends_with("[]") || (name.starts_with("uima.cas.") && is_list) {
            return Class::List;
        }
        let mut at = name;
        let mut furniture = false;
        for _ in 0..GENERATIONS {
            furniture |= FURNITURE.contains(&short(at)) || short(at).starts_with("POS_");
            match at {
                _ if furniture => return Class::Furniture,
                DOCUMENT => return Class::Document,
                ANNOTATION => return Class::Annotation,
                _ => {}
            }
            match self.parents.get(at) {
                Some(parent) => at = parent,
                None if at.starts_with("uima.cas.") => return Class::Other,
                None => return Class::Unknown,
            }
        }
        Class::Other
    }
}

/// The name of a type without where it belongs.
pub(super) fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
