//! A project becomes articles.

use std::collections::BTreeMap;

use super::project::{Project, TextSource};
use super::selections::Selections;
use super::{ADDRESS, BYLINE, LANGUAGE, PROJECT, PUBLISHED, PUBLISHER, RETRIEVED, project};
use crate::article::Details;
use crate::format::exchange::build::{Build, Told};
use crate::format::exchange::{At, Fault, Given, Misread, Part, Read};
use crate::format::native::Remark;
use crate::intake::{Unread, xml};

pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let part = project(given.parts).ok_or(Misread::whole(Fault::Missing(PROJECT.to_owned())))?;
    let at = |fault| Misread { at: At::Part(part.name.clone()), fault };
    let text = xml::text(&part.bytes);
    let tree = xml::parse(&text, || Unread::Entities).map_err(|why| match why {
        Unread::TooManyParts { limit } => at(Fault::TooMany(limit)),
        _ => at(Fault::NotXml),
    })?;
    let root = tree.root_element();
    if root.tag_name().name() != "Project" {
        let found = root.tag_name().name().to_owned();
        return Err(at(Fault::Odd { found, wanted: "Project" }));
    }
    let project = Project::of(root);
    let mut told = Told::default();
    for name in &project.left_out {
        told.tell("Sources", Remark::LeftOut(name.clone()));
    }
    articles(&project, given.parts, told)
}

fn articles(project: &Project, parts: &[Part], mut told: Told) -> Result<Read, Misread> {
    let parts: BTreeMap<String, &Part> = parts.iter().map(|part| (part.name.to_lowercase(), part)).collect();
    let mut articles = Vec::with_capacity(project.texts.len());
    for source in &project.texts {
        let mut text = text(source, &parts)?;
        if project.origin.contains("ATLAS") {
            // To that program a line end of two characters is one.
            text = text.replace("\r\n", "\n");
        }
        let mut build = Build::new(text.as_ref()).map_err(|fault| Misread { at: place(source), fault })?;
        build.details = details(source);
        articles.push(build);
    }
    let mut selections = Selections::new(project, articles);
    selections.mark(&mut told);
    selections.link(&mut told);
    Ok(told.with(selections.finish()))
}

fn place(source: &TextSource) -> At {
    At::Part(if source.path.is_empty() { source.name.clone() } else { source.path.clone() })
}

/// The text of a source: in the project itself, or in a part of its own.
fn text(source: &TextSource, parts: &BTreeMap<String, &Part>) -> Result<String, Misread> {
    if let Some(content) = &source.content {
        return Ok(content.clone());
    }
    let name = source.path.strip_prefix("internal://").unwrap_or(&source.path).to_lowercase();
    let part = parts.get(&format!("sources/{name}")).or_else(|| parts.get(&name));
    let wrong = |fault| Misread { at: place(source), fault };
    let part = part.ok_or_else(|| wrong(Fault::Missing(source.path.clone())))?;
    // The mark that some programs put before a text is none of its characters; ours is always the text alone.
    std::str::from_utf8(&part.bytes).map(str::to_owned).map_err(|_not| wrong(Fault::NotUtf8))
}

fn details(source: &TextSource) -> Details {
    let value = |name: &str| source.values.get(name).cloned().unwrap_or_default();
    Details {
        title: source.name.clone(),
        byline: value(BYLINE),
        publisher: value(PUBLISHER),
        url: value(ADDRESS),
        published: value(PUBLISHED),
        retrieved: value(RETRIEVED),
        language: value(LANGUAGE),
        ..Details::default()
    }
}
