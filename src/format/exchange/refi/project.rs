//! What a project says, whoever wrote it.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::codes::Code;
use crate::annotation::Timestamp;
use crate::format::native::time;

/// What is taken of a project.
#[derive(Default)]
pub(super) struct Project {
    /// The program that wrote it.
    pub(super) origin: String,
    pub(super) users: BTreeMap<String, String>,
    pub(super) codes: BTreeMap<String, Code>,
    /// Variables by their names in the file.
    variables: BTreeMap<String, String>,
    pub(super) cases: Vec<Case>,
    pub(super) texts: Vec<TextSource>,
    pub(super) links: Vec<Link>,
    /// Names of what is no text, and so has no place here.
    pub(super) left_out: Vec<String>,
}

/// A voice, or whatever else a project has cases of.
pub(super) struct Case {
    pub(super) guid: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) values: BTreeMap<String, String>,
    pub(super) sources: Vec<String>,
    pub(super) selections: Vec<String>,
}

/// A text with what was said about it.
pub(super) struct TextSource {
    pub(super) guid: String,
    pub(super) name: String,
    /// The text itself, or the part that holds it.
    pub(super) content: Option<String>,
    pub(super) path: String,
    pub(super) selections: Vec<Selection>,
    pub(super) values: BTreeMap<String, String>,
}

pub(super) struct Selection {
    pub(super) guid: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) description: String,
    pub(super) codes: Vec<String>,
    pub(super) user: String,
    pub(super) created: Timestamp,
    pub(super) modified: Timestamp,
}

pub(super) struct Link {
    pub(super) name: String,
    pub(super) from: String,
    pub(super) to: String,
}

/// The value of an attribute; names of records may stand in braces, which mean nothing.
fn value(node: Node<'_, '_>, name: &str) -> String {
    node.attribute(name).unwrap_or_default().to_owned()
}

fn guid(node: Node<'_, '_>, name: &str) -> String {
    value(node, name).trim_matches(['{', '}']).to_ascii_lowercase()
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn all<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is(*child, name))
}

/// The words in the first element of this name.
fn words(node: Node<'_, '_>, name: &str) -> String {
    all(node, name).next().map(text).unwrap_or_default()
}

fn text(node: Node<'_, '_>) -> String {
    node.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect()
}

impl Project {
    /// Reads a project from its root.
    pub(super) fn of(root: Node<'_, '_>) -> Project {
        let mut project = Project { origin: value(root, "origin"), ..Project::default() };
        for list in root.children().filter(Node::is_element) {
            for node in list.children().filter(Node::is_element) {
                project.take(list.tag_name().name(), node);
            }
        }
        project
    }

    fn take(&mut self, list: &str, node: Node<'_, '_>) {
        match (list, node.tag_name().name()) {
            ("Users", "User") => {
                self.users.insert(guid(node, "guid"), value(node, "name"));
            }
            ("CodeBook", "Codes") => all(node, "Code").for_each(|code| self.code(code, None)),
            ("Variables", "Variable") => {
                self.variables.insert(guid(node, "guid"), value(node, "name"));
            }
            ("Cases", "Case") => {
                let case = self.case(node);
                self.cases.push(case);
            }
            ("Sources", _) => self.source(node),
            ("Links", "Link") => {
                let (from, to) = (guid(node, "originGUID"), guid(node, "targetGUID"));
                self.links.push(Link { name: value(node, "name"), from, to });
            }
            _ => {}
        }
    }

    /// Enters a code and all below it; each is of the group right above.
    fn code(&mut self, node: Node<'_, '_>, group: Option<&str>) {
        let name = value(node, "name");
        self.codes.insert(guid(node, "guid"), Code { group: group.map(str::to_owned), name: name.clone() });
        all(node, "Code").for_each(|below| self.code(below, Some(&name)));
    }

    fn values(&self, node: Node<'_, '_>) -> BTreeMap<String, String> {
        let one = |node: Node<'_, '_>| {
            let name = all(node, "VariableRef").next().map(|one| guid(one, "targetGUID"))?;
            let value = node.children().find(|child| child.is_element() && !is(*child, "VariableRef"))?;
            Some((self.variables.get(&name)?.clone(), text(value)))
        };
        all(node, "VariableValue").filter_map(one).collect()
    }

    fn case(&self, node: Node<'_, '_>) -> Case {
        let refs = |name| all(node, name).map(|one| guid(one, "targetGUID")).collect();
        Case {
            guid: guid(node, "guid"),
            name: value(node, "name"),
            description: words(node, "Description"),
            values: self.values(node),
            sources: refs("SourceRef"),
            selections: refs("SelectionRef"),
        }
    }

    /// Takes a text, or the text of a PDF; of pictures and sounds only the name, to be told.
    fn source(&mut self, node: Node<'_, '_>) {
        let name = value(node, "name");
        let node = match node.tag_name().name() {
            "TextSource" => Some(node),
            "PDFSource" => all(node, "Representation").next(),
            _ => None,
        };
        let Some(node) = node else {
            self.left_out.push(name);
            return;
        };
        let content = all(node, "PlainTextContent").next().map(text);
        let selections = all(node, "PlainTextSelection").filter_map(|one| selection(one)).collect();
        let path = value(node, "plainTextPath");
        let values = self.values(node);
        self.texts.push(TextSource { guid: guid(node, "guid"), name, content, path, selections, values });
    }
}

/// A selection; `None` if its positions are no numbers.
fn selection(node: Node<'_, '_>) -> Option<Selection> {
    let codings = || all(node, "Coding");
    let maker = |node| Some(guid(node, "creatingUser")).filter(|user| !user.is_empty());
    let when = |name| node.attribute(name).and_then(time::read).unwrap_or_default();
    Some(Selection {
        guid: guid(node, "guid"),
        start: value(node, "startPosition").parse().ok()?,
        end: value(node, "endPosition").parse().ok()?,
        description: words(node, "Description"),
        codes: codings()
            .flat_map(|coding| coding.children().filter(|child| is(*child, "CodeRef")))
            .map(|code| guid(code, "targetGUID"))
            .collect(),
        user: maker(node).or_else(|| codings().find_map(maker)).unwrap_or_default(),
        created: when("creationDateTime"),
        modified: when("modifiedDateTime"),
    })
}
