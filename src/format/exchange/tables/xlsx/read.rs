//! A workbook becomes tables.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::{Cell, RELATIONS, Table};
use crate::format::exchange::build::RECORDS;
use crate::format::exchange::{At, Fault, Given, Misread, Part};
use crate::intake::{Unread, xml};

/// Reads all sheets, each with the names of its columns in its first row.
pub(in crate::format::exchange::tables) fn tables(given: &Given<'_>) -> Result<Vec<Table>, Misread> {
    let book = Workbook { parts: given.parts.iter().map(|part| (part.name.as_str(), part)).collect() };
    let shared = book.shared()?;
    let targets = book.targets()?;
    let sheets = book.with("xl/workbook.xml", |root| {
        let sheets = root.descendants().filter(|node| node.has_tag_name((super::MAIN, "sheet")));
        let name = |sheet: Node<'_, '_>| {
            let target = targets.get(sheet.attribute((RELATIONS, "id"))?)?;
            Some((sheet.attribute("name").unwrap_or_default().to_owned(), target.clone()))
        };
        Ok(sheets.filter_map(name).collect::<Vec<_>>())
    })?;
    sheets.into_iter().map(|(name, target)| book.sheet(name, &target, &shared)).collect()
}

struct Workbook<'a> {
    parts: BTreeMap<&'a str, &'a Part>,
}

impl Workbook<'_> {
    /// Reads a part that has to be there.
    fn with<T>(
        &self,
        name: &str,
        read: impl FnOnce(Node<'_, '_>) -> Result<T, Misread>,
    ) -> Result<T, Misread> {
        let at = |fault| Misread { at: At::Part(name.to_owned()), fault };
        let part = self.parts.get(name).ok_or_else(|| at(Fault::Missing(name.to_owned())))?;
        let text = xml::text(&part.bytes);
        let broken = || Unread::Entities;
        let tree = xml::parse(&text, broken).map_err(|why| match why {
            Unread::TooManyParts { limit } => at(Fault::TooMany(limit)),
            _ => at(Fault::NotXml),
        })?;
        read(tree.root_element())
    }

    /// The texts that cells share.
    fn shared(&self) -> Result<Vec<String>, Misread> {
        let name = "xl/sharedStrings.xml";
        if !self.parts.contains_key(name) {
            return Ok(Vec::new());
        }
        self.with(name, |root| Ok(root.children().filter(Node::is_element).map(words).collect()))
    }

    /// The parts that the workbook names.
    fn targets(&self) -> Result<BTreeMap<String, String>, Misread> {
        self.with("xl/_rels/workbook.xml.rels", |root| {
            let target = |node: Node<'_, '_>| {
                let target = node.attribute("Target")?;
                let whole = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                Some((node.attribute("Id")?.to_owned(), whole))
            };
            Ok(root.children().filter_map(target).collect())
        })
    }

    fn sheet(&self, name: String, target: &str, shared: &[String]) -> Result<Table, Misread> {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut cells = 0;
        self.with(target, |root| {
            for row in root.descendants().filter(|node| node.has_tag_name((super::MAIN, "row"))) {
                let mut line: Vec<Cell> = Vec::new();
                for cell in row.children().filter(|node| node.has_tag_name((super::MAIN, "c"))) {
                    let at = cell.attribute("r").and_then(column).unwrap_or(line.len());
                    cells += at.saturating_sub(line.len()) + 1;
                    if cells > RECORDS {
                        return Err(Misread {
                            at: At::Part(target.to_owned()),
                            fault: Fault::TooMany(RECORDS),
                        });
                    }
                    // Empty cells are left out of the file.
                    line.resize(line.len().max(at), Cell::Empty);
                    line.push(value(cell, shared));
                }
                rows.push(line);
            }
            Ok(())
        })?;
        let mut rows = rows.into_iter();
        let columns = rows.next().unwrap_or_default().into_iter().map(|name| match name {
            Cell::Text(name) => name.trim().to_owned(),
            Cell::Number(number) => number.to_string(),
            Cell::Empty => String::new(),
        });
        Ok(Table { name, columns: columns.collect(), rows: rows.collect() })
    }
}

/// The number of the column in a place such as `AB12`, from 0; none that no spreadsheet has.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number =
        letters.fold(0, |sum: usize, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1).filter(|number| *number < 16_384)
}

fn value(cell: Node<'_, '_>, shared: &[String]) -> Cell {
    let child = |name: &str| cell.children().find(|node| node.has_tag_name((super::MAIN, name)));
    let plain = || child("v").map(|value| xml_text(value)).unwrap_or_default();
    let text = match cell.attribute("t") {
        Some("s") => plain().parse().ok().and_then(|at: usize| shared.get(at)).cloned().unwrap_or_default(),
        Some("inlineStr") => child("is").map(words).unwrap_or_default(),
        Some("b") => if plain() == "1" { "true" } else { "false" }.to_owned(),
        Some("str") => unescaped(&plain()),
        _ => plain(),
    };
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// The words of a text in one or several looks; how they sound is none of them.
fn words(node: Node<'_, '_>) -> String {
    let is_word = |node: &Node<'_, '_>| {
        node.has_tag_name((super::MAIN, "t"))
            && !node.ancestors().any(|above| above.has_tag_name((super::MAIN, "rPh")))
    };
    unescaped(&node.descendants().filter(is_word).map(xml_text).collect::<String>())
}

fn xml_text(node: Node<'_, '_>) -> String {
    node.children().filter_map(|child| child.text()).collect()
}

/// The character that an escape at the beginning of a text stands for.
pub(super) fn escape(text: &str) -> Option<char> {
    let (digits, _) = text.strip_prefix("_x")?.split_once('_')?;
    let is_hex = digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    char::from_u32(number)
}

/// A text as it was before it was made XML.
pub(super) fn unescaped(text: &str) -> String {
    const LENGTH: usize = "_x0000_".len();
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (c, length) = escape(rest).map_or((c, c.len_utf8()), |c| (c, LENGTH));
        plain.push(c);
        rest = rest.get(length..).unwrap_or_default();
    }
    plain
}
