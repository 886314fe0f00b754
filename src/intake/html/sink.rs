//! The tree while it is built, with a count of what is done to it.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use dom_query::{Document, NodeId};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName};

use crate::intake::caps::ATTRIBUTE;

/// A tree that counts each question and each change: how far up an element looks for its place is seen here
/// and nowhere else, and a page can make it look far each time.
pub(super) struct Counted {
    pub(super) document: Document,
    /// How much was asked and done.
    pub(super) work: Cell<usize>,
    /// How many elements, texts and remarks were made.
    pub(super) nodes: Cell<usize>,
    /// The names of elements and attributes.
    pub(super) names: RefCell<BTreeSet<LocalName>>,
    /// How many attributes were put on elements that already were there.
    added: Cell<usize>,
}

impl Counted {
    pub(super) fn new() -> Counted {
        Counted {
            document: Document::default(),
            work: Cell::new(0),
            nodes: Cell::new(0),
            names: RefCell::default(),
            added: Cell::new(0),
        }
    }

    fn did(&self) -> &Document {
        self.work.set(self.work.get() + 1);
        &self.document
    }

    fn made(&self) -> &Document {
        self.nodes.set(self.nodes.get() + 1);
        self.did()
    }
}

impl TreeSink for Counted {
    type Handle = NodeId;
    type Output = Document;
    type ElemName<'a> = <Document as TreeSink>::ElemName<'a>;

    fn finish(self) -> Document {
        self.document
    }

    /// What is wrong in a page is of no interest.
    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        self.document.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Self::ElemName<'a> {
        self.did().elem_name(target)
    }

    fn create_element(&self, name: QualName, mut attrs: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let names = attrs.iter().map(|attribute| attribute.name.local.clone());
        self.names.borrow_mut().extend(names.chain([name.local.clone()]));
        attrs.retain(|attribute| attribute.value.len() <= ATTRIBUTE);
        self.made().create_element(name, attrs, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.made().create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.made().create_pi(target, data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.did().append(parent, child);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, before: &NodeId, child: NodeOrText<NodeId>) {
        self.did().append_based_on_parent_node(element, before, child);
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.document.append_doctype_to_document(name, public, system);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.document.get_template_contents(target)
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        self.did().same_node(one, other)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.document.set_quirks_mode(mode);
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        self.did().append_before_sibling(sibling, child);
    }

    /// Each is compared with those that are there.
    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        self.added.set(self.added.get() + attrs.len());
        self.work.set(self.work.get() + self.added.get());
        self.document.add_attrs_if_missing(target, attrs);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.did().remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, parent: &NodeId) {
        self.did().reparent_children(node, parent);
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &NodeId) -> bool {
        self.document.is_mathml_annotation_xml_integration_point(handle)
    }
}
