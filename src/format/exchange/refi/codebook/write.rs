//! A codebook becomes a file.

use super::{CodesLoss, NOTE, OURS, VERSION, codes_of, colour, words};
use crate::codebook::{Codebook, FieldKind, Label, Rule};
use crate::format::exchange::refi::write::guid;
use crate::format::exchange::refi::xml::Xml;
use crate::format::word::Word as _;

/// Writes a codebook, and says what of it the file does not carry. `version` is that of the program.
#[must_use]
pub fn write(codebook: &Codebook, version: &str) -> (String, Vec<(CodesLoss, usize)>) {
    let (kept, losses) = codes_of(codebook);
    let mut codes =
        Codes { xml: Xml(String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")), all: Vec::new() };
    let origin = format!("{OURS} {version}");
    codes.xml.open("CodeBook", &[("xmlns", "urn:QDA-XML:codebook:1.0"), ("origin", origin.trim())]);
    codes.xml.open("Codes", &[]);
    kept.rules.iter().for_each(|rule| codes.rule(rule));
    codes.code(NOTE, true, None, "", |codes| kept.labels.iter().for_each(|label| codes.label(label)));
    for field in &kept.fields {
        let FieldKind::Choice(choices) = &field.kind else { continue };
        codes.code(&field.name, false, None, &field.definition, |codes| {
            choices.iter().for_each(|choice| codes.code(choice, true, None, "", |_| {}));
        });
    }
    codes.xml.close("Codes");
    codes.set(&kept);
    codes.xml.close("CodeBook");
    (codes.xml.0, losses)
}

struct Codes {
    xml: Xml,
    /// The names that codes have in the file.
    all: Vec<String>,
}

impl Codes {
    fn rule(&mut self, rule: &Rule) {
        let Rule { subject, definition, when, when_not, examples } = rule;
        // As projects call them.
        let name: String = subject
            .word()
            .chars()
            .enumerate()
            .map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { c })
            .collect();
        self.code(&name, true, None, &words::join(definition, when, when_not, examples), |_| {});
    }

    fn label(&mut self, label: &Label) {
        let [red, green, blue] = colour(label.colour);
        let colour = format!("#{red:02x}{green:02x}{blue:02x}");
        let description = words::join(&label.definition, "", "", &label.examples);
        self.code(&label.name, true, Some(&colour), &description, |_| {});
    }

    fn code(
        &mut self,
        name: &str,
        codable: bool,
        colour: Option<&str>,
        description: &str,
        below: impl FnOnce(&mut Codes),
    ) {
        let guid = guid(&format!("codebook/{}/{name}", self.all.len()));
        let codable = if codable { "true" } else { "false" };
        let mut about = vec![("guid", guid.as_str()), ("name", name), ("isCodable", codable)];
        about.extend(colour.map(|colour| ("color", colour)));
        self.xml.open("Code", &about);
        self.all.push(guid);
        self.xml.words("Description", description);
        below(self);
        self.xml.close("Code");
    }

    /// All codes, under the name of the codebook.
    fn set(&mut self, codebook: &Codebook) {
        self.xml.open("Sets", &[]);
        self.xml.open("Set", &[("guid", &guid("codebook")), ("name", &codebook.name)]);
        self.xml.words("Description", &format!("{VERSION}{}", codebook.version));
        for guid in &self.all {
            self.xml.empty("MemberCode", &[("guid", guid)]);
        }
        self.xml.close("Set");
        self.xml.close("Sets");
    }
}
