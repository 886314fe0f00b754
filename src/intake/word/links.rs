//! Where the parts of a document and its links lead.

use std::collections::BTreeMap;

use crate::intake::archive::Archive;
use crate::intake::xml::{attribute, is, parse, text};

/// What a part is tied to.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// The last word of the kind of tie, with the part that it leads to.
    parts: BTreeMap<String, String>,
    /// Addresses outside the document, by the name of the tie.
    pages: BTreeMap<String, String>,
}

impl Links {
    /// Reads what a part is tied to; the whole document for an empty name.
    pub(super) fn of(archive: &mut Archive<'_>, part: &str) -> Links {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = format!("{folder}/_rels/{name}.rels");
        let xml = archive.find(list.trim_start_matches('/')).ok().flatten().unwrap_or_default();
        let mut links = Links::default();
        let xml = text(&xml);
        let Ok(list) = parse(&xml, || archive.damaged(&list)) else { return links };
        for tie in list.root_element().children().filter(|node| is(*node, "Relationship")) {
            let value = |name| attribute(tie, name).unwrap_or_default();
            let target = value("Target");
            if value("TargetMode") == "External" {
                links.pages.insert(value("Id").to_owned(), target.to_owned());
                continue;
            }
            let kind = value("Type").rsplit('/').next().unwrap_or_default();
            let from_top = target.strip_prefix('/').map(str::to_owned);
            let beside = || if folder.is_empty() { target.to_owned() } else { format!("{folder}/{target}") };
            links.parts.entry(kind.to_owned()).or_insert_with(|| from_top.unwrap_or_else(beside));
        }
        links
    }

    /// The part of this kind, by its name in the archive.
    pub(super) fn target(&self, kind: &str) -> Option<String> {
        self.parts.get(kind).cloned()
    }

    /// The address of a link.
    pub(super) fn page(&self, id: &str) -> Option<&str> {
        self.pages.get(id).map(String::as_str)
    }
}
