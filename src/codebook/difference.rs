//! What sets two codebooks apart.

use super::{Codebook, Subject};

/// Something that is not the same in two codebooks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The second has this label, the first has not.
    LabelAdded(String),
    /// The first has this label, the second has not.
    LabelGone(String),
    /// Both have this label, but it looks, works or means something else.
    LabelChanged(String),
    /// The second asks this of claims, the first does not.
    FieldAdded(String),
    /// The first asks this of claims, the second does not.
    FieldGone(String),
    /// Both ask this, but it means something else or is answered otherwise.
    FieldChanged(String),
    /// The rule about this is another one, or in one of the two only.
    Rule(Subject),
}

/// What changes when the first codebook gives way to the second, in the order a person would look:
/// rules, labels, fields. Order within the lists does not matter.
#[must_use]
pub fn differences(from: &Codebook, to: &Codebook) -> Vec<Difference> {
    let rule =
        |codebook: &Codebook, subject| codebook.rules.iter().find(|rule| rule.subject == subject).cloned();
    let rules = Subject::ALL.into_iter().filter(|subject| rule(from, *subject) != rule(to, *subject));
    let mut all: Vec<Difference> = rules.map(Difference::Rule).collect();
    let labels = [Difference::LabelAdded, Difference::LabelGone, Difference::LabelChanged];
    all.extend(lists(&from.labels, &to.labels, |label| &label.name, labels));
    let fields = [Difference::FieldAdded, Difference::FieldGone, Difference::FieldChanged];
    all.extend(lists(&from.fields, &to.fields, |field| &field.name, fields));
    all
}

fn lists<T: PartialEq>(
    from: &[T],
    to: &[T],
    name: fn(&T) -> &String,
    [added, gone, changed]: [fn(String) -> Difference; 3],
) -> Vec<Difference> {
    let named = |list: &[T], wanted: &T| list.iter().position(|other| name(other) == name(wanted));
    let mut all = Vec::new();
    for new in to {
        match named(from, new).and_then(|at| from.get(at)) {
            None => all.push(added(name(new).clone())),
            Some(old) if old != new => all.push(changed(name(new).clone())),
            Some(_) => {}
        }
    }
    all.extend(from.iter().filter(|old| named(to, old).is_none()).map(|old| gone(name(old).clone())));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::{Edit, Label};

    #[test]
    fn nothing_differs_from_itself() {
        assert_eq!(differences(&Codebook::starter(), &Codebook::starter()), []);
    }

    #[test]
    fn each_difference_is_named_once() {
        let from = Codebook::starter();
        let new = Label { name: "New".into(), ..Label::default() };
        let mut to = from.edit(Edit::Label(1, Some(new))).unwrap();
        to.labels[0].definition.push('!');
        to.labels.swap(2, 3);
        to.fields.remove(0);
        to.rules.remove(2);
        let expected = [
            Difference::Rule(Subject::Cue),
            Difference::LabelChanged("Background".into()),
            Difference::LabelAdded("New".into()),
            Difference::LabelGone("Opinion".into()),
            Difference::FieldGone("On the record".into()),
        ];
        assert_eq!(differences(&from, &to), expected);
    }
}
