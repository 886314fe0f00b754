//! XML parts: read into a tree that is small, shallow and without entities of its own.

use std::borrow::Cow;

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::Unread;
use super::caps::{ATTRIBUTES, DEPTH, NAMESPACES, TAGS};

/// The text of an XML part: UTF-8, or UTF-16 with its mark. Bytes that are no text become U+FFFD.
#[must_use]
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    let units = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.as_chunks::<2>().0.iter().copied().map(unit).collect();
        Cow::Owned(String::from_utf16_lossy(&units))
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        _ => String::from_utf8_lossy(bytes),
    }
}

/// Reads a part into a tree in which no path is longer than 256 elements, so that it can be walked by functions
/// that call themselves.
///
/// # Errors
///
/// [`Unread`] if it is more than may be; `broken` if it is no XML.
pub fn parse<'a>(text: &'a str, broken: impl Fn() -> Unread) -> Result<Document<'a>, Unread> {
    weigh(text)?;
    let limit = u32::try_from(3 * TAGS).unwrap_or(u32::MAX);
    let options = ParsingOptions { allow_dtd: true, nodes_limit: limit, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        Error::NodesLimitReached => Unread::TooManyParts { limit: TAGS },
        Error::EntityReferenceLoop(_) => Unread::Entities,
        _ => broken(),
    })
}

/// What has been seen of a part before it is read.
#[derive(Default)]
struct Weight {
    tags: usize,
    depth: usize,
    namespaces: usize,
}

/// Refuses what would take too long, or too much memory, to read. One pass over the bytes.
fn weigh(text: &str) -> Result<(), Unread> {
    let mut weight = Weight::default();
    let mut rest = text;
    while let Some((_, tag)) = rest.split_once('<') {
        rest = if let Some(comment) = tag.strip_prefix("!--") {
            after(comment, "-->")
        } else if let Some(data) = tag.strip_prefix("![CDATA[") {
            after(data, "]]>")
        } else if tag.starts_with('?') {
            after(tag, "?>")
        } else if let Some(declared) = tag.strip_prefix('!') {
            declaration(declared)?
        } else {
            weight.tag(tag)?
        };
    }
    Ok(())
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

/// A document type may be named, and nothing may be defined in it.
fn declaration(text: &str) -> Result<&str, Unread> {
    let (declared, rest) = text.split_once('>').unwrap_or((text, ""));
    if declared.contains('[') || declared.starts_with("ENTITY") { Err(Unread::Entities) } else { Ok(rest) }
}

impl Weight {
    /// Weighs a tag, and gives what follows it.
    fn tag<'a>(&mut self, text: &'a str) -> Result<&'a str, Unread> {
        let (mut attributes, mut quote) = (0, None);
        let mut end = text.len();
        for (at, byte) in text.bytes().enumerate() {
            match (quote, byte) {
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'=') => attributes += 1,
                (None, b'>') => {
                    end = at;
                    break;
                }
                (Some(open), _) if open == byte => quote = None,
                _ => {}
            }
        }
        let tag = text.get(..end).unwrap_or_default();
        self.namespaces += if attributes > 0 { tag.matches("xmlns").count() } else { 0 };
        self.nest(tag);
        if self.depth > DEPTH {
            return Err(Unread::TooDeep { limit: DEPTH });
        }
        if attributes > ATTRIBUTES || self.namespaces > NAMESPACES {
            return Err(Unread::TooManyParts { limit: ATTRIBUTES });
        }
        if self.tags > TAGS {
            return Err(Unread::TooManyParts { limit: TAGS });
        }
        Ok(text.get(end + 1..).unwrap_or_default())
    }

    fn nest(&mut self, tag: &str) {
        self.tags += 1;
        if tag.starts_with('/') {
            self.depth = self.depth.saturating_sub(1);
        } else if !tag.ends_with('/') {
            self.depth += 1;
        }
    }
}

/// The value of an attribute by its name without what stands before the colon.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|each| each.name() == name).map(|each| each.value())
}

/// The first element of this name among the children.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|each| is(*each, name))
}

/// Whether it is an element of this name.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// All words in an element, white space around them left out.
pub(super) fn words(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|each| each.text());
    texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the first element of this name anywhere in a tree; empty if there is none.
pub(super) fn first(document: &Document<'_>, name: &str) -> String {
    document.descendants().find(|each| is(*each, name)).map(words).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{parse, text, words};
    use crate::intake::{FileKind, Unread};

    fn read(xml: &str) -> Result<String, Unread> {
        let broken = || Unread::Nothing(FileKind::Word);
        parse(xml, broken).map(|document| words(document.root_element()))
    }

    #[test]
    fn what_is_xml_is_read() {
        assert_eq!(
            read("<a>one <b x='>'/> &amp; <![CDATA[<two>]]><!-- <c> --></a>"),
            Ok("one & <two>".into())
        );
        assert_eq!(read("<?xml version='1.0'?><!DOCTYPE a PUBLIC 'b' 'c'><a>said</a>"), Ok("said".into()));
        assert_eq!(read("<a>cut"), Err(Unread::Nothing(FileKind::Word)));
        assert_eq!(text(b"\xFF\xFE<\0a\0/\0>\0"), "<a/>");
    }

    #[test]
    fn what_is_made_to_do_harm_is_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>";
        assert_eq!(read(bomb), Err(Unread::Entities));
        let deep = format!("{}{}", "<a>".repeat(1_000_000), "</a>".repeat(1_000_000));
        assert_eq!(read(&deep), Err(Unread::TooDeep { limit: 256 }));
        let wide = format!("<a>{}</a>", "<b/>".repeat(2_000_001));
        assert_eq!(read(&wide), Err(Unread::TooManyParts { limit: 2_000_000 }));
        let many: String = (0..100_000).map(|n| format!(" a{n}=''")).collect();
        assert_eq!(read(&format!("<a{many}/>")), Err(Unread::TooManyParts { limit: 256 }));
        let spaces: String = (0..10_000).map(|n| format!("<b xmlns:n{n}='{n}'/>")).collect();
        assert_eq!(read(&format!("<a>{spaces}</a>")), Err(Unread::TooManyParts { limit: 256 }));
    }
}
