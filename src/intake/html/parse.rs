//! Markup becomes a tree, within limits: where a page makes the reader look too far or too often, it stops.

use std::cell::Cell;

use dom_query::{Document, NodeId, NodeRef};
use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::sink::Counted;
use super::tag::Attributes;
use crate::article::{Refusal, TEXT_LIMIT};
use crate::intake::Unread;
use crate::intake::caps::{
    ALL_ATTRIBUTES, ATTRIBUTES, LETTERS, NAMES, NODES, PAGE_DEPTH, PART, REFERENCE, WORK,
};

/// How much is handed over at once, in bytes. Of what is long, some steps of the reader take long.
const PIECE: usize = 4_096;

/// The tree of a page, or of a piece of one.
///
/// # Errors
///
/// [`Unread`] if the page is larger, wider or deeper than pages are.
pub(super) fn parse(html: &str) -> Result<Document, Unread> {
    if html.len() > PART {
        return Err(Unread::TooLarge { limit: PART });
    }
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let watched = Watched {
        builder: TreeBuilder::new(Counted::new(), options),
        tokens: Cell::new(0),
        letters: Cell::new(0),
        raw: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(watched, TokenizerOpts::default());
    let fed = feed(&tokenizer, html);
    if fed.is_ok() {
        tokenizer.end();
    }
    let document = tokenizer.sink.builder.sink.document;
    // What is too deep also makes too much work; that it is deep says more.
    if is_deep(&document) { Err(Unread::TooDeep { limit: PAGE_DEPTH }) } else { fed.map(|()| document) }
}

/// The builder of the tree, and what is seen of what it is given.
struct Watched {
    builder: TreeBuilder<NodeId, Counted>,
    /// How many tokens came. None comes while a tag is being read.
    tokens: Cell<usize>,
    /// How many letters came, but for those of scripts and styles.
    letters: Cell<usize>,
    /// In a script or a style no tag begins but the one that ends it.
    raw: Cell<bool>,
}

impl TokenSink for Watched {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        if !matches!(token, Token::ParseError(_)) {
            self.tokens.set(self.tokens.get() + 1);
        }
        match &token {
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => self.raw.set(false),
            Token::CharacterTokens(text) if !self.raw.get() => {
                self.letters.set(self.letters.get() + text.chars().count());
            }
            _ => {}
        }
        let result = self.builder.process_token(token, line);
        if matches!(result, TokenSinkResult::RawData(_) | TokenSinkResult::Plaintext) {
            self.raw.set(true);
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Hands a page over piece by piece, each from one `<` to the next, while it keeps within the limits.
fn feed(tokenizer: &Tokenizer<Watched>, html: &str) -> Result<(), Unread> {
    let queue = BufferQueue::default();
    let mut attributes = Attributes::new();
    let mut tokens = None;
    for piece in pieces(html) {
        let watched = &tokenizer.sink;
        let bytes = piece.as_bytes();
        // A tag goes on over many pieces: one may also stand in the value of an attribute.
        if tokens != Some(watched.tokens.get()) {
            let begins = !watched.raw.get() || bytes.starts_with(b"</");
            attributes.begin(if begins { bytes } else { b"" });
            attributes.read(bytes.get(1..).unwrap_or_default());
        } else {
            attributes.read(bytes);
        }
        tokens = Some(watched.tokens.get());
        let tree = &watched.builder.sink;
        let names = bytes.iter().filter(|byte| **byte == b'&').count();
        tree.work.set(tree.work.get() + 1 + if watched.raw.get() { 0 } else { names * REFERENCE });
        check(&attributes, watched)?;
        queue.push_back(StrTendril::from_slice(piece));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    }
    Ok(())
}

/// A page, cut before each `<`, and where there is none for long.
fn pieces(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let near = rest.floor_char_boundary(PIECE);
        let begun = usize::from(rest.starts_with('<'));
        let end = rest.get(begun..near)?.find('<').map_or(near, |at| at + begun);
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

fn check(attributes: &Attributes, watched: &Watched) -> Result<(), Unread> {
    let letters = watched.letters.get();
    if letters > LETTERS {
        return Err(Unread::Text(Refusal::TooLong { length: letters, limit: TEXT_LIMIT }));
    }
    let tree = &watched.builder.sink;
    let counts = [
        (attributes.here, ATTRIBUTES),
        (attributes.all, ALL_ATTRIBUTES),
        (tree.nodes.get(), NODES),
        (tree.names.borrow().len(), NAMES),
        (tree.work.get(), WORK),
    ];
    match counts.into_iter().find(|(count, limit)| count > limit) {
        Some((_, limit)) => Err(Unread::TooManyParts { limit }),
        None => Ok(()),
    }
}

/// Whether elements lie in one another more deeply than they may.
fn is_deep(document: &Document) -> bool {
    let mut steps: Vec<(NodeRef<'_>, usize)> = vec![(document.root(), 0)];
    while let Some((node, depth)) = steps.pop() {
        if depth > PAGE_DEPTH {
            return true;
        }
        steps.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}
