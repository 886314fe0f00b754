//! What is left out, told once for each kind of it.

use std::collections::BTreeMap;

use super::graph::Node;
use super::schema::Kind;
use crate::annotation::{Answer, decimal};
use crate::format::exchange::build::Told;
use crate::format::native::Remark;

use super::types::short;

/// What was left out, by what it is called: where it stood first, and how many there were.
#[derive(Default)]
pub(super) struct Skipped(BTreeMap<String, (String, usize)>);

impl Skipped {
    /// Leaves out something at a place.
    pub(super) fn one(&mut self, path: &str, name: &str) {
        let known = self.0.get_mut(name);
        match known {
            Some((_, count)) => *count += 1,
            None => {
                self.0.insert(name.to_owned(), (path.to_owned(), 1));
            }
        }
    }

    /// Tells of all of it.
    pub(super) fn tell(self, told: &mut Told) {
        for (name, (path, count)) in self.0 {
            let what = if count == 1 { name } else { format!("{name} × {count}") };
            told.tell(&path, Remark::LeftOut(what));
        }
    }
}

/// Tells of features of a structure of ours that its type has not.
pub(super) fn unknown(node: &Node<'_>, kind: &Kind, skipped: &mut Skipped) {
    for name in answers(node, Some(kind), skipped).into_keys() {
        skipped.one(&node.path, &format!("{}.{name}", short(kind.name)));
    }
}

/// Features that no type of ours has, as answers to fields of their names. References are left out.
pub(super) fn answers(
    node: &Node<'_>,
    kind: Option<&Kind>,
    skipped: &mut Skipped,
) -> BTreeMap<String, Answer> {
    let is_known = |name: &str| kind.is_some_and(|kind| kind.features().any(|feature| feature.name == name));
    let mut answers = BTreeMap::new();
    for name in node.names() {
        let bare = name.trim_start_matches(['@', '#']);
        if name.starts_with('%') || ["begin", "end", "sofa"].contains(&bare) || is_known(bare) {
            continue;
        }
        let Some(raw) = node.raw(name) else { continue };
        let answer = match raw.get() {
            "true" => Some(Answer::YesNo(true)),
            "false" => Some(Answer::YesNo(false)),
            number => decimal(number).map(Answer::Number).or_else(|| node.text(name).map(Answer::Text)),
        };
        match answer {
            Some(answer) if !name.starts_with(['@', '^']) => {
                answers.insert(bare.to_owned(), answer);
            }
            _ => skipped.one(&node.path, &format!("{}.{bare}", short(&node.kind))),
        }
    }
    answers
}
