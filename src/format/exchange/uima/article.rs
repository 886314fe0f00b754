//! The text of a CAS, and what it says about it.

use serde_json::value::RawValue;

use super::graph::Graph;
use super::record::Record;
use super::schema::{ARTICLE, BLOCK, INLINE};
use super::types::Class;
use crate::format::exchange::build::Build;
use crate::format::exchange::{At, Fault, Misread, json};
use crate::format::json::{Path, Reader};
use crate::format::native::{Document, article_alone};

/// The view that is read: the first that has a text.
pub(super) struct View {
    /// The number of the text; `None` if it has none, or if there is no text.
    pub(super) sofa: Option<usize>,
    text: Option<usize>,
    /// The other views: where each stands, and what it is called.
    pub(super) others: Vec<(String, String)>,
}

impl View {
    /// Chooses the view; without any text the one that is there is read onto what lies `beside`.
    pub(super) fn of(graph: &Graph<'_>, beside: bool) -> Result<View, Misread> {
        let all = || graph.nodes.iter().enumerate().filter(|(_, node)| matches!(node.class, Class::Sofa));
        let text = all().find(|(_, node)| node.text("sofaString").is_some());
        if text.is_none() && !beside {
            return Err(Misread::whole(Fault::NoText));
        }
        let chosen = text.or_else(|| all().next()).map(|(at, _)| at);
        let other = all().filter(|(at, _)| Some(*at) != chosen);
        Ok(View {
            sofa: chosen.and_then(|at| graph.node(at)).and_then(|node| node.id),
            text: text.map(|(at, _)| at),
            others: other
                .map(|(_, node)| (node.path.clone(), node.text("sofaID").unwrap_or_default()))
                .collect(),
        })
    }
}

/// Begins the article with its text, and with all that is said about it but its marks and its register.
pub(super) fn build(
    graph: &mut Graph<'_>,
    view: &View,
    beside: Option<&Document>,
    reader: &mut Reader,
) -> Result<Build, Misread> {
    let Some(node) = view.text.and_then(|at| graph.node(at)) else {
        return beside.map(Build::on).ok_or(Misread::whole(Fault::NoText));
    };
    let at = node.path.clone();
    let text = node.text("sofaString").unwrap_or_default();
    let mut build =
        Build::new(&text).map_err(|fault| Misread { at: At::Path(format!("{at}.sofaString")), fault })?;
    let about = graph.of(&ARTICLE, view.sofa).into_iter().next();
    let blocks = graph.of(&BLOCK, view.sofa);
    if about.is_none() && blocks.is_empty() {
        of_others(graph, view, &mut build);
        return Ok(build);
    }
    let mut record = match about {
        Some(about) => graph.record(about, &ARTICLE, reader)?,
        None => Record::default(),
    };
    let path = about.and_then(|about| graph.node(about)).map_or(at, |node| node.path.clone());
    record.put("text", json::raw(&text));
    if !blocks.is_empty() {
        record.put("blocks", stretches(graph, &build, &blocks));
    }
    let inlines = graph.of(&INLINE, view.sofa);
    record.put("inlines", stretches(graph, &build, &inlines));
    let path = Path::Field(&Path::Root, &path);
    Ok(Build::of(article_alone(&json::raw(&record), &path, reader, None)?))
}

/// Blocks or inlines as our own file has them; what does not fit the text has no offsets.
fn stretches(graph: &Graph<'_>, build: &Build, all: &[usize]) -> Box<RawValue> {
    let record = |node: &super::graph::Node<'_>| {
        let mut record = Record::default();
        for name in ["kind", "url"] {
            node.text(name).into_iter().for_each(|text| record.put(name, json::raw(&text)));
        }
        if let Some(span) = graph.span(node, build) {
            let at = build.text.code_points(span);
            record.put("start", json::raw(&at.start.0));
            record.put("end", json::raw(&at.end.0));
        }
        record
    };
    json::raw(&all.iter().filter_map(|at| graph.node(*at)).map(record).collect::<Vec<_>>())
}

/// What other programs know about a text.
fn of_others(graph: &Graph<'_>, view: &View, build: &mut Build) {
    let documents = graph.nodes.iter().filter(|node| matches!(node.class, Class::Document));
    for node in documents.filter(|node| graph.is_in(node, view.sofa)) {
        let details = &mut build.details;
        if let Some(language) = node.text("language").filter(|language| language != "x-unspecified") {
            details.language = language;
        }
        if let Some(title) = node.text("documentTitle") {
            details.title = title;
        }
    }
}
