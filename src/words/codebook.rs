//! What is said of codebooks.

use super::terms::count;
use super::{import_error, import_notice, list, quoted};
use crate::annotation::Answer;
use crate::codebook::{Colour, Difference, Fault, FieldKind, Part, Subject, Wrong};
use crate::format::codebook::{CodebookError, Imported};
use crate::format::exchange::CodesLoss;

pub fn codebook_fault(fault: &Fault) -> String {
    let place = part(&fault.part);
    match &fault.wrong {
        Wrong::NoName => format!("{place}: a name or a choice is empty."),
        Wrong::TooLong { length, limit } => {
            format!("{place}: {length} characters are too many; up to {limit} can be kept.")
        }
        Wrong::TooMany { count, limit } => {
            format!("{place}: {count} are too many; up to {limit} can be kept.")
        }
        Wrong::SameName => format!("{place}: there is another one of this name."),
        Wrong::SameKey { key, other } => {
            format!("{place}: its key {} is the key of {} already.", quoted(&key.to_string()), quoted(other))
        }
        Wrong::OddKey(key) => {
            format!("{place}: {} cannot be a key. Use a small letter or a sign.", quoted(&key.to_string()))
        }
        Wrong::NoChoices => format!("{place}: it has no choices. Write one on each line."),
    }
}

fn part(part: &Part) -> String {
    match part {
        Part::Codebook => "The codebook".into(),
        Part::Rule(at) => format!("Rule {}", at + 1),
        Part::Label(at, name) => named("Label", *at, name),
        Part::Field(at, name) => named("Field", *at, name),
    }
}

fn named(what: &str, at: usize, name: &str) -> String {
    if name.trim().is_empty() { format!("{what} {}", at + 1) } else { format!("{what} {}", quoted(name)) }
}

pub fn codebook_error(error: &CodebookError) -> String {
    match error {
        CodebookError::File(error) => import_error(error),
        CodebookError::NotACodebook => {
            "It is JSON, but not a codebook: it does not say \"format\": \"sayso codebook\".".into()
        }
        CodebookError::NotCodes => "It cannot be read as a codebook of REFI-QDA (.qdc).".into(),
        CodebookError::UnknownWord { path, word, known } => {
            let known: Vec<String> = known.iter().map(|word| quoted(word)).collect();
            format!("The field {path} says {}; it can be {}.", quoted(word), known.join(", "))
        }
        CodebookError::OddKey { path, key } => {
            format!("The field {path} should be one character, not {}.", quoted(key))
        }
        CodebookError::Fault(fault) => codebook_fault(fault),
    }
}

/// A refused codebook file: what is wrong, and that nothing was lost.
pub fn refused_codebook(file: &str, error: &CodebookError) -> String {
    format!("{} was not taken. {} Your codebook is as it was.", quoted(file), codebook_error(error))
}

pub fn same_codebook(file: &str) -> String {
    format!("{} is the codebook you have already.", quoted(file))
}

pub fn new_codebook_question(now: &str, new: &str) -> String {
    format!(
        "{} takes the place of {}. Marks stay as they are. The present codebook is kept, and one click brings it back.",
        quoted(new),
        quoted(now)
    )
}

/// What changes with a new codebook, a line each.
pub fn codebook_differences(differences: &[Difference]) -> Vec<String> {
    let mut lines: Vec<String> = differences.iter().map(difference).collect();
    if lines.is_empty() {
        lines.push("Only its name or version differs.".into());
    }
    lines
}

fn difference(difference: &Difference) -> String {
    match difference {
        Difference::LabelAdded(name) => format!("New label: {}", quoted(name)),
        Difference::LabelGone(name) => {
            format!("No longer there: the label {}. Marks keep it as their label.", quoted(name))
        }
        Difference::LabelChanged(name) => format!("Changed: the label {}", quoted(name)),
        Difference::FieldAdded(name) => format!("New field of claims: {}", quoted(name)),
        Difference::FieldGone(name) => {
            format!("No longer asked: the field {}. Answers given are kept.", quoted(name))
        }
        Difference::FieldChanged(name) => format!("Changed: the field {}", quoted(name)),
        Difference::Rule(subject) => format!("Another rule: {}", self::subject(*subject)),
    }
}

/// What was odd in a codebook file that can be read all the same.
pub fn codebook_notices(imported: &Imported) -> Option<String> {
    const LISTED: usize = 5;
    let listed: Vec<String> = imported.notices.iter().take(LISTED).map(import_notice).collect();
    let more = imported.notices.len().saturating_sub(LISTED);
    let more = if more > 0 { format!("; and {more} more of this kind") } else { String::new() };
    (!listed.is_empty()).then(|| format!("Please check: {}{more}.", listed.join("; ")))
}

pub fn codebook_taken(stamp: &str) -> String {
    format!("The codebook is now {}.", quoted(stamp))
}

pub fn codebook_edited(stamp: &str) -> String {
    format!("Kept as {}.", quoted(stamp))
}

pub fn codebook_exported(stamp: &str, file: &str) -> String {
    format!("The codebook {} was saved to {file}.", quoted(stamp))
}

/// A codebook that was saved for other programs, and what of it is not in the file.
pub fn codes_exported(stamp: &str, file: &str, losses: &[String]) -> String {
    let saved = codebook_exported(stamp, file);
    if losses.is_empty() { saved } else { format!("{saved} The file does not carry {}.", losses.join("; ")) }
}

/// What a codebook of REFI-QDA does not carry.
pub fn codes_losses(losses: &[(CodesLoss, usize)]) -> Vec<String> {
    let said = |(what, n): &(CodesLoss, usize)| match what {
        CodesLoss::Fields => {
            count(*n, "extra field that has no choices", "extra fields that have no choices")
        }
        CodesLoss::Keys => format!("the keys of {}", count(*n, "label", "labels")),
        CodesLoss::ControlCharacters => {
            count(*n, "control character that no XML can hold", "control characters that no XML can hold")
        }
    };
    losses.iter().map(said).collect()
}

pub fn subject(subject: Subject) -> String {
    let name = match subject {
        Subject::Claim => "Claim",
        Subject::Source => "Source",
        Subject::Cue => "Cue",
    };
    name.into()
}

pub fn colour(colour: Colour) -> String {
    let name = match colour {
        Colour::Grey => "grey",
        Colour::Red => "red",
        Colour::Orange => "orange",
        Colour::Yellow => "yellow",
        Colour::Green => "green",
        Colour::Teal => "teal",
        Colour::Blue => "blue",
        Colour::Pink => "pink",
    };
    name.into()
}

pub fn field_kind(kind: &FieldKind) -> String {
    let name = match kind {
        FieldKind::Choice(_) => "one of several choices",
        FieldKind::YesNo => "yes or no",
        FieldKind::Text => "words",
        FieldKind::Number => "a number",
    };
    name.into()
}

/// How a field is answered, with its choices.
pub fn field_answer(kind: &FieldKind) -> String {
    match kind {
        FieldKind::Choice(choices) => list(choices),
        FieldKind::YesNo | FieldKind::Text | FieldKind::Number => field_kind(kind),
    }
}

pub fn edit_part(name: &str) -> String {
    format!("Edit {name}")
}

pub fn remove_part(name: &str) -> String {
    format!("Remove {name}")
}

pub fn version(version: u32) -> String {
    format!("Version {version}")
}

/// An answer, as it stands in its field.
pub fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) | Answer::Number(text) => text.clone(),
        Answer::YesNo(true) => yes(),
        Answer::YesNo(false) => no(),
    }
}

pub fn not_a_number(written: &str) -> String {
    format!("{} is not a number. The answer is as it was.", quoted(written))
}

fixed! {
    codebook = "Codebook";
    close_codebook = "Close the codebook";
    edit_codebook = "Edit codebook";
    export_codebook = "Export codebook";
    export_codes = "Export for QDA programs (.qdc)";
    codes_name = "REFI-QDA codebook";
    open_codebook = "Open codebook";
    replace_codebook = "Take this codebook";
    new_codebook = "Take another codebook?";
    codebook_name = "Name of the codebook";
    rules = "Rules";
    rule_dialog = "Rule";
    labels = "Labels of notes";
    label_dialog = "Label";
    extra_fields = "Fields of claims";
    extra_field_dialog = "Field of claims";
    add_label = "Add a label";
    add_extra_field = "Add a field";
    definition_field = "What it is";
    when_field = "When to mark it";
    when_not_field = "When not";
    examples_field = "Examples, one on each line";
    colour_field = "Colour";
    answered_with = "Answered with";
    choices_field = "Choices, one on each line";
    when_heading = "When:";
    when_not_heading = "Not:";
    no_labels_yet = "No labels yet.";
    no_extra_fields_yet = "Nothing more is asked of claims.";
    codebook_explained = "Each change makes a new version. Every mark is stamped with the version it was made or changed under.";
    mark_with_label = "Mark the selection with this label";
    not_answered = "not answered";
    yes = "yes";
    no = "no";
    extra_answers = "More about the claim";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::codebook::import;

    fn check(file: &str, expected: &str) {
        let error = import(file.as_bytes()).unwrap_err();
        assert_eq!(codebook_error(&error), expected);
    }

    #[test]
    fn a_refusal_says_what_and_where() {
        let labels = |labels: &str| {
            format!(
                "{{\"format\": \"sayso codebook\", \"version\": 1, \"codebook\": {{\"name\": \"N\", \"labels\": [{labels}]}}}}"
            )
        };
        check("{}", "It is JSON, but not a codebook: it does not say \"format\": \"sayso codebook\".");
        check(
            &labels("{\"name\": \"A\", \"key\": \"a\"}, {\"name\": \"B\", \"key\": \"a\"}"),
            "Label “B”: its key “a” is the key of “A” already.",
        );
        check(&labels("{\"name\": \"A\"}, {\"name\": \" \"}"), "Label 2: a name or a choice is empty.");
        check(
            &labels("{\"name\": \"A\", \"key\": \"ab\"}"),
            "The field codebook.labels[0].key should be one character, not “ab”.",
        );
        check(
            "{\"format\": \"sayso codebook\",\n",
            "It is cut off at line 2: the end is missing. Get it again from where it came.",
        );
    }
}
