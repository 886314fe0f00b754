//! Articles become lines.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{CONTINUES, CUE, Entity, Line, Relation, SAID_BY, SAME_VOICE};
use crate::annotation::{Mark, MarkId, SourceId};
use crate::format::exchange::labels::numbered;
use crate::format::exchange::{Occasion, Part, labels};
use crate::format::native::Document;

pub(super) fn write(documents: &[Document], _: &Occasion<'_>) -> Vec<Part> {
    let mut text = String::new();
    for document in documents {
        #[expect(clippy::expect_used, reason = "strings, numbers and lists cannot fail")]
        let line = serde_json::to_string(&line(document)).expect("strings, numbers and lists are JSON");
        text.push_str(&plain(&line));
        text.push('\n');
    }
    vec![Part::text("jsonl", text)]
}

/// The same JSON in ASCII. Where relations come along, doccano guesses what the bytes of a file stand for, and of
/// a few words in UTF-8 it makes Turkish ones. A tilde may be the sign of an encoding of Chinese.
fn plain(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter.is_ascii() && letter != '~' {
            plain.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            // Writing into a string cannot fail.
            let _always = write!(plain, "\\u{unit:04x}");
        }
    }
    plain
}

fn line(document: &Document) -> Line {
    let details = &document.details;
    let mut lines = Lines { entities: Vec::new(), relations: Vec::new(), firsts: BTreeMap::new() };
    lines.add_entities(document);
    lines.relate(document);
    Line {
        text: Some(document.article.text.as_str().to_owned()),
        title: details.title.clone(),
        byline: details.byline.clone(),
        publisher: details.publisher.clone(),
        url: details.url.clone(),
        published: details.published.clone(),
        retrieved: details.retrieved.clone(),
        language: details.language.clone(),
        entities: lines.entities,
        relations: lines.relations,
        label: Vec::new(),
    }
}

struct Lines {
    entities: Vec<Entity>,
    relations: Vec<Relation>,
    /// The entity of the first piece of each mark.
    firsts: BTreeMap<MarkId, i64>,
}

impl Lines {
    fn add_entities(&mut self, document: &Document) {
        for mark in &document.marks {
            let pieces = mark.spans().into_iter().flat_map(|spans| spans.iter());
            for (nth, span) in pieces.enumerate() {
                let at = document.article.text.code_points(span);
                let id = self.entities.len() as i64;
                let label = labels::label(&mark.content);
                self.entities.push(Entity { id, start_offset: at.start.0, end_offset: at.end.0, label });
                if nth == 0 {
                    self.firsts.insert(mark.id.clone(), id);
                } else {
                    self.relation(id, id - 1, CONTINUES.to_owned());
                }
            }
        }
    }

    fn relate(&mut self, document: &Document) {
        let mut voices: BTreeMap<&SourceId, &Mark> = BTreeMap::new();
        for mark in &document.marks {
            let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
            for (nth, tie) in ties.iter().enumerate() {
                self.refer(mark, tie.mention.as_ref(), numbered(SAID_BY, nth));
                self.refer(mark, tie.cue.as_ref(), numbered(CUE, nth));
            }
            if let Some(source) = mark.mentions() {
                let first = voices.get(source).map(|first| &first.id);
                self.refer(mark, first, SAME_VOICE.to_owned());
                voices.entry(source).or_insert(mark);
            }
        }
    }

    fn refer(&mut self, from: &Mark, to: Option<&MarkId>, name: String) {
        let ends = self.firsts.get(&from.id).copied().zip(to.and_then(|to| self.firsts.get(to)).copied());
        if let Some((from, to)) = ends {
            self.relation(from, to, name);
        }
    }

    fn relation(&mut self, from_id: i64, to_id: i64, r#type: String) {
        let id = self.relations.len() as i64;
        self.relations.push(Relation { id, from_id, to_id, r#type });
    }
}
