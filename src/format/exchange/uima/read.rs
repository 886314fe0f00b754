//! A CAS becomes an article.

use super::article::{self, View};
use super::graph::Graph;
use super::marks::Marks;
use super::others::Skipped;
use super::types::Class;
use crate::format::exchange::build::Told;
use crate::format::exchange::json::open;
use crate::format::exchange::{At, Given, Misread, Read};
use crate::format::json::Reader;
use crate::format::native::{Document, Remark};

pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let mut told = Told::default();
    let mut documents = Vec::with_capacity(given.parts.len());
    for (nth, part) in given.parts.iter().enumerate() {
        told.article = Some(nth);
        let in_part = |misread: Misread| match given.parts.len() {
            1 => misread,
            _ => Misread { at: At::Part(part.name.clone()), ..misread },
        };
        let given = Given { parts: std::slice::from_ref(part), ..*given };
        documents.push(one(&given, &mut told).map_err(in_part)?);
    }
    Ok(told.with(documents))
}

/// Reads one article.
fn one(given: &Given<'_>, told: &mut Told) -> Result<Document, Misread> {
    let raw = open(given)?;
    let mut reader = Reader::forgiving();
    let mut graph = Graph::open(raw, &mut reader)?;
    let view = View::of(&graph, given.beside.is_some())?;
    for (path, name) in &view.others {
        told.tell(path, Remark::LeftOut(name.clone()));
    }
    let build = article::build(&mut graph, &view, given.beside, &mut reader)?;
    let mut skipped = Skipped::default();
    let nodes = 0..graph.nodes.len();
    let mut marks = Marks::new(graph, build, view.sofa);
    marks.voices(&mut reader)?;
    marks.belongings(&mut reader, &mut skipped)?;
    for at in nodes {
        match marks.class(at, &mut skipped) {
            Some(Class::Ours(kind)) if kind.is_mark() => {
                marks.ours(at, kind, &mut reader, told, &mut skipped)?;
            }
            Some(Class::Ours(kind)) => marks.unknown(at, kind, &mut skipped),
            Some(Class::Annotation) => marks.other(at, told, &mut skipped),
            _ => {}
        }
    }
    let document = marks.finish(&mut reader, told, &mut skipped)?;
    skipped.tell(told);
    told.heard(reader);
    Ok(document)
}
