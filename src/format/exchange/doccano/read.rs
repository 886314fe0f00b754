//! Lines become articles.

use std::collections::BTreeMap;

use super::{CONTINUES, CUE, Entity, Line, Relation, SAID_BY, SAME_VOICE};
use crate::annotation::{Anchor, Attribution, Content, Place, SaidBy};
use crate::article::Details;
use crate::format::exchange::build::{Build, RECORDS, Told};
use crate::format::exchange::labels::number;
use crate::format::exchange::{Fault, Given, Misread, Read, labels};
use crate::format::native::{Document, Remark};
use crate::text::CodePointOffset;

pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let mut told = Told::default();
    let mut documents = Vec::new();
    for part in given.parts {
        let text = std::str::from_utf8(&part.bytes).map_err(|_not| Misread::whole(Fault::NotUtf8))?;
        for (nth, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let wrong = |fault| Misread::line(nth + 1, fault);
            let line: Line =
                serde_json::from_str(line).map_err(|error| wrong(Fault::NotJson(error.to_string())))?;
            told.article = Some(documents.len());
            documents.push(document(line, nth + 1, &mut told).map_err(wrong)?);
        }
    }
    Ok(told.with(documents))
}

fn document(line: Line, nth: usize, told: &mut Told) -> Result<Document, Fault> {
    let Line { text, title, byline, publisher, url, published, retrieved, language, .. } = line;
    let mut build = Build::new(&text.ok_or(Fault::Missing("text".to_owned()))?)?;
    build.details =
        Details { title, byline, publisher, url, published, retrieved, language, ..Details::default() };
    let mut entities = line.entities;
    // These may have been tags of tables of tokens, which doccano reads as well.
    entities.extend(line.label.into_iter().map(|(start_offset, end_offset, label)| {
        let label = labels::of_tag(&label).to_owned();
        Entity { id: super::nameless(), start_offset, end_offset, label }
    }));
    let next = entities.iter().map(|entity| entity.id).max().unwrap_or(-1).saturating_add(1);
    for (entity, id) in entities.iter_mut().filter(|entity| entity.id == super::nameless()).zip(next..) {
        entity.id = id;
    }
    if entities.len() + line.relations.len() > RECORDS {
        return Err(Fault::TooMany(RECORDS));
    }
    let mut marks = Marks::new(&entities, line.relations);
    marks.add(&mut build, &entities, nth, told);
    marks.tie(&mut build, nth, told);
    Ok(build.finish())
}

/// The marks of a tie: the mention and the cue.
type Tie = (Option<usize>, Option<usize>);

struct Marks {
    relations: Vec<Relation>,
    /// Which entity each entity is a piece of.
    first: BTreeMap<i64, i64>,
    /// The number of the mark of each entity.
    at: BTreeMap<i64, usize>,
}

impl Marks {
    fn new(entities: &[Entity], mut relations: Vec<Relation>) -> Marks {
        let mut before: BTreeMap<i64, i64> = BTreeMap::new();
        relations.retain(|relation| {
            let piece = relation.r#type == CONTINUES && relation.to_id < relation.from_id;
            if piece {
                before.insert(relation.from_id, relation.to_id);
            }
            !piece
        });
        let mut first: BTreeMap<i64, i64> = BTreeMap::new();
        let mut ids: Vec<i64> = entities.iter().map(|entity| entity.id).collect();
        ids.sort_unstable();
        for id in ids {
            let head = before.get(&id).and_then(|before| first.get(before)).copied().unwrap_or(id);
            first.insert(id, head);
        }
        Marks { relations, first, at: BTreeMap::new() }
    }

    fn add(&mut self, build: &mut Build, entities: &[Entity], line: usize, told: &mut Told) {
        let mut pieces: BTreeMap<i64, (Vec<Anchor>, &str)> = BTreeMap::new();
        let mut order = Vec::new();
        for entity in entities {
            let head = self.first.get(&entity.id).copied().unwrap_or(entity.id);
            let position = CodePointOffset(entity.start_offset)..CodePointOffset(entity.end_offset);
            let (quote, prefix, suffix) = (String::new(), String::new(), String::new());
            let anchor = Anchor { quote, prefix, suffix, position };
            pieces.entry(head).or_insert_with(|| {
                order.push(head);
                (Vec::new(), &entity.label)
            });
            if let Some((anchors, _)) = pieces.get_mut(&head) {
                anchors.push(anchor);
            }
        }
        let voices = self.voices();
        for head in order {
            let Some((anchors, label)) = pieces.remove(&head) else { continue };
            let place = build.find(anchors, &format!("line {line}, entity {head}"), told);
            let voice = voices.get(&head).copied().unwrap_or(head);
            let content = labels::content(label, || format!("e{voice}").as_str().into());
            if let (Content::Source(source), Place::Placed(spans)) = (&content, &place) {
                let words = spans.quote(&build.text);
                let source = source.clone();
                build.source(&source.0, &words);
            }
            self.at.insert(head, build.marks.len());
            build.mark("", place, content);
        }
    }

    /// For each mention the first mention of its voice.
    fn voices(&self) -> BTreeMap<i64, i64> {
        let same = self.relations.iter().filter(|relation| relation.r#type == SAME_VOICE);
        same.map(|relation| (relation.from_id, relation.to_id)).collect()
    }

    fn tie(&self, build: &mut Build, line: usize, told: &mut Told) {
        let mut ties: BTreeMap<usize, BTreeMap<usize, Tie>> = BTreeMap::new();
        for relation in self.relations.iter().filter(|relation| relation.r#type != SAME_VOICE) {
            let ends = self.at.get(&relation.from_id).copied().zip(self.at.get(&relation.to_id).copied());
            let said = number(&relation.r#type, SAID_BY);
            let cue = number(&relation.r#type, CUE);
            match (ends, said, cue) {
                (Some((from, to)), Some(nth), _) => {
                    ties.entry(from).or_default().entry(nth).or_default().0 = Some(to);
                }
                (Some((from, to)), _, Some(nth)) => {
                    ties.entry(from).or_default().entry(nth).or_default().1 = Some(to);
                }
                _ => told.tell(
                    &format!("line {line}, relation {}", relation.id),
                    Remark::LeftOut(relation.r#type.clone()),
                ),
            }
        }
        for (claim, ties) in ties {
            let ties =
                ties.into_values().filter_map(|(mention, cue)| attribution(build, mention, cue)).collect();
            if let Some(Content::Claim(claim)) = build.marks.get_mut(claim).map(|mark| &mut mark.content) {
                claim.said_by = SaidBy::or_open(ties);
            }
        }
    }
}

/// The tie to the voice that a mention mentions. Marks have no names yet: they are called by their number.
fn attribution(build: &Build, mention: Option<usize>, cue: Option<usize>) -> Option<Attribution> {
    let mention = mention?;
    let source = build.marks.get(mention)?.mentions()?.clone();
    let name = |at: usize| format!("m{}", at + 1).as_str().into();
    let cue = cue.filter(|at| build.marks.get(*at).is_some_and(|mark| mark.content == Content::Cue));
    Some(Attribution { mention: Some(name(mention)), cue: cue.map(name), ..Attribution::to(source) })
}
