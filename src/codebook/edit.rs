//! Changing a codebook.

use super::{Codebook, Fault, FieldDef, Label, Rule};

/// One change of a codebook. A number one past the last adds; nothing in place of something removes
/// it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Call it something else.
    Name(String),
    /// Replace the rule of the same subject, or add it.
    Rule(Rule),
    /// Replace, add or remove a label.
    Label(usize, Option<Label>),
    /// Replace, add or remove an extra field.
    Field(usize, Option<FieldDef>),
}

impl Codebook {
    /// The codebook after a change, in its next version; the same one if nothing changes.
    ///
    /// # Errors
    ///
    /// If it would not keep its limits, or two parts could not be told apart.
    pub fn edit(&self, edit: Edit) -> Result<Codebook, Fault> {
        let mut next = self.clone();
        match edit {
            Edit::Name(name) => name.trim().clone_into(&mut next.name),
            Edit::Rule(rule) => {
                let at = next.rules.iter().position(|other| other.subject == rule.subject);
                put(&mut next.rules, at.unwrap_or(self.rules.len()), Some(rule));
            }
            Edit::Label(at, label) => put(&mut next.labels, at, label.map(tidy_label)),
            Edit::Field(at, field) => put(&mut next.fields, at, field.map(tidy_field)),
        }
        if next != *self {
            next.version = self.version.saturating_add(1);
        }
        next.check().map(|()| next)
    }
}

fn put<T>(list: &mut Vec<T>, at: usize, value: Option<T>) {
    match (list.get_mut(at), value) {
        (Some(slot), Some(value)) => *slot = value,
        (Some(_), None) => drop(list.remove(at)),
        (None, Some(value)) => list.push(value),
        (None, None) => {}
    }
}

fn tidy_label(label: Label) -> Label {
    Label { name: label.name.trim().to_owned(), ..label }
}

fn tidy_field(field: FieldDef) -> FieldDef {
    FieldDef { name: field.name.trim().to_owned(), ..field }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::{Part, Subject, Wrong};

    fn label(name: &str) -> Label {
        Label { name: name.into(), ..Label::default() }
    }

    #[test]
    fn each_change_is_a_version() {
        let one = Codebook::starter();
        let two = one.edit(Edit::Label(4, Some(label(" Odd ")))).unwrap();
        assert_eq!((two.version, two.labels.len(), two.labels[4].name.as_str()), (2, 5, "Odd"));
        let three = two.edit(Edit::Label(0, None)).unwrap();
        assert_eq!((three.version, three.labels[0].name.as_str()), (3, "Opinion"));
        let four = three.edit(Edit::Name("Ours".into())).unwrap();
        assert_eq!(four.stamp(), "Ours, version 4");
        let five = four.edit(Edit::Field(0, None)).unwrap();
        assert_eq!((five.version, five.fields.len()), (5, 1));
        let mut rule = five.rules[1].clone();
        rule.when = "Always.".into();
        let six = five.edit(Edit::Rule(rule)).unwrap();
        assert_eq!((six.version, six.rules.len(), six.rules[1].when.as_str()), (6, 3, "Always."));
        assert_eq!(six.rules[1].subject, Subject::Source);
    }

    #[test]
    fn what_changes_nothing_is_no_version() {
        let one = Codebook::starter();
        assert_eq!(one.edit(Edit::Name(one.name.clone())), Ok(one.clone()));
        assert_eq!(one.edit(Edit::Label(99, None)), Ok(one.clone()));
        let last = Codebook { version: u32::MAX, ..one };
        assert_eq!(last.edit(Edit::Label(0, None)).unwrap().version, u32::MAX);
    }

    #[test]
    fn a_change_that_breaks_the_limits_is_refused() {
        let one = Codebook::starter();
        let fault = one.edit(Edit::Label(4, Some(label("Opinion"))));
        assert_eq!(fault, Err(Fault { part: Part::Label(4, "Opinion".into()), wrong: Wrong::SameName }));
    }
}
