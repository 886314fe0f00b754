//! The lines that say what the columns are: a layer a line, a column a feature.

use super::layers::{Layer, slot};
use super::schema::{LAYERS, link_type, type_name};
use super::write::Piece;

/// What a layer is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Span,
    Relation,
    Chain,
}

/// What a column says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// That there is something: its layer has no features.
    Bare,
    /// A feature of this name.
    Value(String),
    /// The roles in a slot of this name.
    Role(String),
    /// Who has these roles, of the layer of this name.
    Target(String),
    /// Where a relation comes from, of the layer of this name.
    From(String),
}

/// A layer with its columns.
#[derive(Debug)]
pub(super) struct Declared {
    pub(super) kind: Kind,
    /// The end of the name of its type.
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
}

impl Declared {
    /// What a line declares; `None` if it declares no layer.
    pub(super) fn of(line: &str) -> Option<Declared> {
        let kinds = [("#T_SP=", Kind::Span), ("#T_CH=", Kind::Chain), ("#T_RL=", Kind::Relation)];
        let (rest, kind) =
            kinds.into_iter().find_map(|(sign, kind)| Some((line.strip_prefix(sign)?, kind)))?;
        let mut fields = rest.split('|').filter(|field| !field.is_empty());
        let name = short(fields.next().unwrap_or_default());
        let mut columns: Vec<Column> = Vec::new();
        for field in fields {
            let role = field.strip_prefix("ROLE_").filter(|_| kind == Kind::Span);
            columns.push(match (role, columns.last()) {
                (Some(role), _) => Column::Role(slot_name(role)),
                (None, Some(Column::Role(_))) => Column::Target(short(field)),
                _ if kind == Kind::Relation && field.starts_with("BT_") => Column::From(short(field)),
                _ => Column::Value(field.to_owned()),
            });
        }
        if columns.is_empty() {
            columns.push(Column::Bare);
        }
        Some(Declared { kind, name, columns })
    }
}

/// The end of the name of a type.
fn short(name: &str) -> String {
    name.rsplit('.').next().unwrap_or_default().to_owned()
}

/// The name of a slot: `sources` of `webanno.custom.Claim:sources_webanno.custom.ClaimSourcesLink`.
fn slot_name(role: &str) -> String {
    let name = role.split_once(':').map_or(role, |(_, name)| name);
    // The type behind it has full stops, the name has none.
    let typed = name.find('.').and_then(|stop| name.get(..stop)).unwrap_or(name);
    typed.rsplit_once('_').map_or(typed, |(name, _)| name).to_owned()
}

/// The columns that marks of a layer of ours need.
pub(super) struct Needed {
    /// Its place in [`LAYERS`].
    pub(super) layer: usize,
    pub(super) columns: Vec<Column>,
}

/// The columns of those layers and features that are used.
pub(super) fn needed(pieces: &[Piece<'_>]) -> Vec<Needed> {
    let one = |(layer, ours): (usize, &Layer)| {
        let pieces: Vec<_> = pieces.iter().filter(|piece| piece.layer == layer).collect();
        let is_said = |name: &&str| pieces.iter().any(|piece| piece.said.contains_key(name));
        let mut columns: Vec<Column> =
            ours.features().filter(is_said).map(|name| Column::Value(name.to_owned())).collect();
        for (name, target) in ours.slots {
            if pieces.iter().any(|piece| !slot(piece.mark, name).is_empty()) {
                columns.extend([Column::Role((*name).to_owned()), Column::Target((*target).to_owned())]);
            }
        }
        if columns.is_empty() {
            columns.push(Column::Bare);
        }
        (!pieces.is_empty()).then_some(Needed { layer, columns })
    };
    LAYERS.iter().enumerate().filter_map(one).collect()
}

impl Needed {
    /// The line that declares them. A layer without features ends with the sign that would stand before them.
    pub(super) fn line(&self) -> String {
        let Some(layer) = LAYERS.get(self.layer) else { return String::new() };
        let of = layer.type_name();
        let field = |column: &Column| match column {
            Column::Bare => String::new(),
            Column::Value(name) => name.clone(),
            Column::Role(name) => format!("ROLE_{of}:{name}_{}", link_type(layer.name, name)),
            Column::Target(name) | Column::From(name) => type_name(name),
        };
        let fields: Vec<String> = self.columns.iter().map(field).collect();
        format!("#T_SP={of}|{}", fields.join("|"))
    }
}
