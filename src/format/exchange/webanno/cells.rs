//! What stands in a column at a token.

use super::header::Column;
use super::layers::slot;
use super::write::{Homes, Piece};
use super::{NO_VALUE, NOTHING, escape};

/// What is said there of the pieces over a token; `before` is the column before this one.
pub(super) fn cell(
    column: &Column,
    before: Option<&Column>,
    over: &[&Piece<'_>],
    homes: &Homes<'_>,
) -> String {
    if over.is_empty() {
        return NOTHING.to_owned();
    }
    let one = |piece: &&Piece<'_>| {
        let number = piece.number;
        match (column, before) {
            (Column::Value(name), _) => format!("{}[{number}]", value(piece, name)),
            (Column::Role(name), _) => format!("{}[{number}]", roles(piece, name)),
            (Column::Target(_), Some(Column::Role(name))) => targets(piece, name, homes),
            _ => format!("{NO_VALUE}[{number}]"),
        }
    };
    over.iter().map(one).collect::<Vec<_>>().join("|")
}

fn value(piece: &Piece<'_>, name: &str) -> String {
    piece.said.get(name).map_or_else(|| NO_VALUE.to_owned(), |value| escape::value(value))
}

fn roles(piece: &Piece<'_>, name: &str) -> String {
    let all = slot(piece.mark, name).into_iter().filter(|_| piece.is_first);
    let all: Vec<String> = all.map(|(role, _)| escape::value(&role)).collect();
    if all.is_empty() { NOTHING.to_owned() } else { all.join(";") }
}

fn targets(piece: &Piece<'_>, name: &str, homes: &Homes<'_>) -> String {
    let all = slot(piece.mark, name).into_iter().filter(|_| piece.is_first);
    let home = |id| homes.get(id).map(|(unit, number)| format!("{unit}[{number}]"));
    // What a slot leads to is there: references that lead nowhere were forgotten.
    let all: Vec<String> = all.map(|(_, id)| home(id).unwrap_or_default()).collect();
    if all.is_empty() { NO_VALUE.to_owned() } else { all.join(";") }
}
