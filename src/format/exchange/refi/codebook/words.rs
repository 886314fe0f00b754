//! What a rule or a label says, as one description.

use crate::codebook::{Codebook, FieldKind};
use crate::format::exchange::forget::is_xml;

/// What stands before the parts behind the definition.
const WHEN: &str = "When: ";
const WHEN_NOT: &str = "Not when: ";
const EXAMPLE: &str = "Example: ";

/// The parts of a description.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) definition: String,
    pub(super) when: String,
    pub(super) when_not: String,
    pub(super) examples: Vec<String>,
}

/// The parts as one text, each on lines of its own.
pub(super) fn join(definition: &str, when: &str, when_not: &str, examples: &[String]) -> String {
    let named = [(WHEN, when), (WHEN_NOT, when_not)].into_iter().filter(|(_, text)| !text.is_empty());
    let named = named.chain(examples.iter().map(|example| (EXAMPLE, example.as_str())));
    let named = named.map(|(name, text)| format!("{name}{}", escaped(text)));
    let parts: Vec<String> = std::iter::once(escaped(definition)).chain(named).collect();
    // Nothing stands before the first of them.
    let first = usize::from(definition.is_empty());
    parts.get(first..).unwrap_or_default().join("\n")
}

/// The parts of a text.
pub(super) fn part(text: &str) -> Said {
    let mut said = Said::default();
    // The lines of the definition, unless the text begins with another part.
    let mut lines: Vec<&str> = Vec::new();
    let mut name = "";
    for line in text.split('\n') {
        let begun = [WHEN, WHEN_NOT, EXAMPLE].into_iter().find(|name| line.starts_with(name));
        if let Some(begun) = begun {
            said.take(name, &lines);
            name = begun;
            lines = vec![line.strip_prefix(begun).unwrap_or(line)];
        } else {
            lines.push(line);
        }
    }
    said.take(name, &lines);
    said
}

impl Said {
    fn take(&mut self, name: &str, lines: &[&str]) {
        let text = lines.iter().map(|line| plain(line)).collect::<Vec<_>>().join("\n");
        match name {
            WHEN => self.when = text,
            WHEN_NOT => self.when_not = text,
            EXAMPLE => self.examples.push(text),
            _ => self.definition = text,
        }
    }
}

/// A line that could be taken for the beginning of a part has a backslash before it, and so has one that begins
/// with a backslash before such.
fn escaped(text: &str) -> String {
    let line = |line: &str| {
        if is_heading(line.trim_start_matches('\\')) { format!("\\{line}") } else { line.to_owned() }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn plain(line: &str) -> &str {
    match line.strip_prefix('\\') {
        Some(rest) if is_heading(line.trim_start_matches('\\')) => rest,
        _ => line,
    }
}

fn is_heading(line: &str) -> bool {
    [WHEN, WHEN_NOT, EXAMPLE].iter().any(|name| line.starts_with(name))
}

/// Puts U+FFFD in the place of what no XML can hold, and says how many such characters there were.
pub(super) fn replace_control_characters(codebook: &mut Codebook) -> usize {
    let mut count = 0;
    let mut mend = |text: &mut String| {
        let odd = text.chars().filter(|c| !is_xml(*c)).count();
        if odd > 0 {
            count += odd;
            *text = text.chars().map(|c| if is_xml(c) { c } else { char::REPLACEMENT_CHARACTER }).collect();
        }
    };
    mend(&mut codebook.name);
    for rule in &mut codebook.rules {
        [&mut rule.definition, &mut rule.when, &mut rule.when_not].into_iter().for_each(&mut mend);
        rule.examples.iter_mut().for_each(&mut mend);
    }
    for label in &mut codebook.labels {
        [&mut label.name, &mut label.definition].into_iter().for_each(&mut mend);
        label.examples.iter_mut().for_each(&mut mend);
    }
    for field in &mut codebook.fields {
        [&mut field.name, &mut field.definition].into_iter().for_each(&mut mend);
        if let FieldKind::Choice(choices) = &mut field.kind {
            choices.iter_mut().for_each(&mut mend);
        }
    }
    count
}
