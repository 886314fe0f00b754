//! The feature structures of a file, and where references lead.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;

use super::others::Skipped;
use super::schema::Kind;
use super::types::{Class, Types, short};
use crate::format::exchange::build::Build;
use crate::format::exchange::json::{several, string};
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::native::SIZE_LIMIT;
use crate::format::read::offset;
use crate::text::{ByteOffset, Span};

const STRUCTURES: &str = "%FEATURE_STRUCTURES";

/// A feature structure as the file has it.
pub(super) struct Node<'a> {
    /// Where it stands in the file.
    pub(super) path: String,
    pub(super) id: Option<usize>,
    pub(super) kind: String,
    pub(super) class: Class,
    fields: BTreeMap<String, &'a RawValue>,
}

impl<'a> Node<'a> {
    /// A field as it was written, if there is anything in it.
    pub(super) fn raw(&self, name: &str) -> Option<&'a RawValue> {
        self.fields.get(name).copied().filter(|raw| raw.get() != "null")
    }

    /// A text; `None` if it is none.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.raw(name).and_then(string)
    }

    /// A number that an offset or a reference could be.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.raw(name).and_then(offset).map(|number| number.0)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.keys().map(String::as_str)
    }
}

/// What offsets count.
#[derive(Clone, Copy)]
enum Unit {
    Utf16,
    CodePoints,
    Bytes,
}

/// The feature structures in file order.
pub(super) struct Graph<'a> {
    pub(super) nodes: Vec<Node<'a>>,
    ids: BTreeMap<usize, usize>,
    /// What the view of each text holds.
    views: BTreeMap<usize, BTreeSet<usize>>,
    unit: Unit,
    /// How many more bytes may be read by way of references: a few of them can ask for the same text very often.
    left: usize,
}

impl<'a> Graph<'a> {
    pub(super) fn open(raw: &'a RawValue, reader: &mut Reader) -> Result<Graph<'a>, Flaw> {
        let mut file = Fields::open(raw, &Path::Root, reader)?;
        let mut types = Types::open(&mut file, reader)?;
        let mut graph = Graph {
            nodes: Vec::new(),
            ids: BTreeMap::new(),
            views: BTreeMap::new(),
            unit: unit(&mut file, reader)?,
            left: SIZE_LIMIT,
        };
        let list = Path::Root.field(STRUCTURES);
        match file.take(STRUCTURES) {
            Some(raw) if raw.get().starts_with('{') => {
                let (_, all) = Fields::open(raw, &list, reader)?.into_all();
                reader.count(all.len())?;
                for (key, raw) in all {
                    graph.add(raw, &list.field(&key), key.parse().ok(), &mut types, reader)?;
                }
            }
            Some(raw) => {
                for (at, raw) in several(raw, reader)?.into_iter().enumerate() {
                    graph.add(raw, &list.item(at), None, &mut types, reader)?;
                }
            }
            None => {}
        }
        graph.open_views(&mut file, reader)?;
        Ok(graph)
    }

    fn add(
        &mut self,
        raw: &'a RawValue,
        path: &Path<'_>,
        key: Option<usize>,
        types: &mut Types,
        reader: &mut Reader,
    ) -> Result<(), Flaw> {
        let mut fields = Fields::open(raw, path, reader)?;
        let own = fields.take("%ID").and_then(offset).map(|id| id.0);
        let id = key.or(own);
        let kind = fields.needed_text("%TYPE")?;
        let class = types.class(&kind);
        let (_, fields) = fields.into_all();
        let at = self.nodes.len();
        // Of two of one number the first is meant.
        id.into_iter().for_each(|id| {
            self.ids.entry(id).or_insert(at);
        });
        let fields = fields.into_iter().collect();
        self.nodes.push(Node { path: path.to_string(), id, kind, class, fields });
        Ok(())
    }

    fn open_views(&mut self, file: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<(), Flaw> {
        let Some(raw) = file.take("%VIEWS") else { return Ok(()) };
        let path = Path::Root.field("%VIEWS");
        let (_, all) = Fields::open(raw, &path, reader)?.into_all();
        for (name, raw) in all {
            let at = path.field(&name);
            let mut view = Fields::open(raw, &at, reader)?;
            let sofa = view.take("%SOFA").and_then(offset);
            let members = view.list("%MEMBERS", reader)?;
            if let Some((sofa, members)) = sofa.zip(members) {
                let members = members.into_iter().filter_map(offset).map(|id| id.0).collect();
                self.views.insert(sofa.0, members);
            }
        }
        Ok(())
    }

    pub(super) fn node(&self, at: usize) -> Option<&Node<'a>> {
        self.nodes.get(at)
    }

    /// The structures of one of our types in the view of a text, in file order.
    pub(super) fn of(&self, kind: &Kind, sofa: Option<usize>) -> Vec<usize> {
        let is = |node: &Node<'_>| {
            matches!(node.class, Class::Ours(is) if is.name == kind.name) && self.is_in(node, sofa)
        };
        self.nodes.iter().enumerate().filter(|(_, node)| is(node)).map(|(at, _)| at).collect()
    }

    /// Whether a structure belongs to the view of a text: it says so, and the view, if there is one, has it.
    pub(super) fn is_in(&self, node: &Node<'_>, sofa: Option<usize>) -> bool {
        let members = sofa.and_then(|sofa| self.views.get(&sofa));
        let is_member = match (members, node.id) {
            (Some(members), Some(id)) => members.contains(&id),
            _ => true,
        };
        is_member && !self.is_elsewhere(node, sofa)
    }

    /// Whether a structure is of another text.
    pub(super) fn is_elsewhere(&self, node: &Node<'_>, sofa: Option<usize>) -> bool {
        node.number("@sofa").is_some_and(|other| Some(other) != sofa)
    }

    /// The structures of one of our types, by what each belongs to. Those that belong to nothing are told.
    pub(super) fn owned(
        &self,
        kind: &Kind,
        (feature, sofa): (&str, Option<usize>),
        skipped: &mut Skipped,
    ) -> BTreeMap<usize, Vec<usize>> {
        let mut owned: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in self.of(kind, sofa) {
            let Some(node) = self.node(at) else { continue };
            match node.number(feature).and_then(|id| self.target(id)) {
                Some(owner) => owned.entry(owner).or_default().push(at),
                None => skipped.one(&node.path, short(kind.name)),
            }
        }
        owned
    }

    /// The structure to which a reference leads.
    pub(super) fn target(&self, id: usize) -> Option<usize> {
        self.ids.get(&id).copied()
    }

    /// What stands in the list to which a feature refers.
    pub(super) fn elements(
        &mut self,
        at: usize,
        feature: &str,
        reader: &mut Reader,
    ) -> Result<Vec<&'a RawValue>, Flaw> {
        let list = self.node(at).and_then(|node| node.number(&format!("@{feature}")));
        let list = list.and_then(|id| self.target(id)).and_then(|list| self.node(list));
        let Some(raw) = list.and_then(|list| list.raw("%ELEMENTS")) else { return Ok(Vec::new()) };
        self.spend(raw.get().len())?;
        let mut elements = several(raw, reader)?;
        elements.retain(|raw| raw.get() != "null");
        Ok(elements)
    }

    /// The structures in the list to which a feature refers.
    pub(super) fn list(&mut self, at: usize, feature: &str, reader: &mut Reader) -> Result<Vec<usize>, Flaw> {
        let elements = self.elements(at, feature, reader)?;
        let targets = elements.into_iter().filter_map(offset).filter_map(|id| self.target(id.0));
        Ok(targets.collect())
    }

    /// Where in the text an annotation stands; `None` if that is nowhere.
    pub(super) fn span(&self, node: &Node<'_>, build: &Build) -> Option<Span> {
        let at = node.number("begin")?..node.number("end")?;
        match self.unit {
            Unit::Utf16 => build.utf16(at),
            Unit::CodePoints => build.code_points(at),
            Unit::Bytes => build.text.span(ByteOffset(at.start)..ByteOffset(at.end)),
        }
    }

    pub(super) fn spend(&mut self, bytes: usize) -> Result<(), Flaw> {
        self.left = self.left.checked_sub(bytes).ok_or(Flaw::TooMany)?;
        Ok(())
    }
}

/// What offsets count: UTF-16 units, if a file does not say otherwise.
fn unit(file: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Unit, Flaw> {
    let path = Path::Root.field("%HEADER");
    let Some(raw) = file.take("%HEADER") else { return Ok(Unit::Utf16) };
    let said = Fields::open(raw, &path, reader)?.text_or_empty("offset-encoding")?;
    Ok(match said.as_str() {
        "UTF-8" => Unit::Bytes,
        "UTF-32" => Unit::CodePoints,
        _ => Unit::Utf16,
    })
}
