//! Cells become annotations.

use std::collections::BTreeMap;
use std::ops::Range;

use super::header::{Column, Declared, Kind};
use super::{NO_VALUE, NOTHING, escape};

/// A span that something is said of.
#[derive(Default)]
pub(super) struct Annotation {
    /// The place of its layer in the header.
    pub(super) layer: usize,
    pub(super) line: usize,
    /// What tells it from others, if the file says so.
    pub(super) number: Option<usize>,
    /// In UTF-16 units of the text; `None` if it is empty or is not there.
    pub(super) at: Option<Range<usize>>,
    /// The words of tokens that are not there.
    pub(super) lost: Vec<String>,
    pub(super) values: BTreeMap<String, String>,
    pub(super) slots: Vec<(String, Reference)>,
}

/// What leads to an annotation.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    unit: String,
    number: Option<usize>,
    layer: Option<usize>,
}

/// One that has no span of its own.
pub(super) struct Relation {
    pub(super) layer: usize,
    pub(super) line: usize,
    pub(super) from: Reference,
    pub(super) to: Reference,
}

/// A token or a part of one.
pub(super) struct Unit<'a> {
    pub(super) line: usize,
    pub(super) name: &'a str,
    pub(super) at: Option<Range<usize>>,
    pub(super) words: &'a str,
}

/// All annotations of a table.
pub(super) struct Annotations {
    pub(super) layers: Vec<Declared>,
    pub(super) all: Vec<Annotation>,
    pub(super) relations: Vec<Relation>,
    /// By the place of their layer, or of any layer, and their number.
    numbered: BTreeMap<(Option<usize>, usize), usize>,
    /// The links of chains, by the places of the layer, the chain, and in the chain.
    links: BTreeMap<(usize, String), usize>,
    /// The first one on a unit.
    first: BTreeMap<(String, Option<usize>), usize>,
    /// The places of layers by their names.
    names: BTreeMap<String, usize>,
}

impl Annotations {
    pub(super) fn of(layers: Vec<Declared>) -> Annotations {
        let spans = layers.iter().enumerate().filter(|(_, layer)| layer.kind != Kind::Relation);
        Annotations {
            names: spans.map(|(at, layer)| (layer.name.clone(), at)).collect(),
            layers,
            all: Vec::new(),
            relations: Vec::new(),
            numbered: BTreeMap::new(),
            links: BTreeMap::new(),
            first: BTreeMap::new(),
        }
    }

    /// Takes what the cells say of a unit.
    pub(super) fn take(&mut self, unit: &Unit<'_>, cells: &[&str]) {
        let layers = std::mem::take(&mut self.layers);
        let mut rest = cells;
        for (at, layer) in layers.iter().enumerate() {
            if rest.is_empty() {
                break;
            }
            let (own, others) = rest.split_at(layer.columns.len().min(rest.len()));
            rest = others;
            let mut stacks: Vec<(&Column, Vec<&str>)> =
                layer.columns.iter().zip(own.iter().map(|cell| stack(cell))).collect();
            for nth in 0.. {
                // Only stacks that are as high are looked at, so a high one costs no more than it is long.
                stacks.retain(|(_, stack)| stack.len() > nth);
                let says: Vec<(&Column, &str)> =
                    stacks.iter().filter_map(|(column, stack)| Some((*column, *stack.get(nth)?))).collect();
                if says.is_empty() {
                    break;
                }
                match layer.kind {
                    Kind::Span => self.span(at, unit, &says),
                    Kind::Chain => self.link(at, unit, &says),
                    Kind::Relation => self.relation(at, unit, &says),
                }
            }
        }
        self.layers = layers;
    }

    fn span(&mut self, layer: usize, unit: &Unit<'_>, says: &[(&Column, &str)]) {
        let mut cells = says.iter().filter(|(column, _)| !matches!(column, Column::Target(_)));
        let number = cells.find_map(|(_, cell)| escape::bracketed(cell).1?.parse::<usize>().ok());
        let known = number.and_then(|number| self.numbered.get(&(Some(layer), number)).copied());
        let at = known.unwrap_or_else(|| self.begin(layer, number, unit));
        self.extend(at, unit);
        let mut roles = Vec::new();
        for (column, cell) in says {
            match column {
                Column::Value(name) => self.value(at, name, escape::bracketed(cell).0),
                Column::Role(_) => roles = escape::split(escape::bracketed(cell).0, ';'),
                Column::Target(name) if known.is_none() => {
                    let layer = self.names.get(name.as_str()).copied();
                    let targets =
                        escape::split(cell, ';').into_iter().filter_map(|one| reference(one, layer));
                    let mut roles = std::mem::take(&mut roles).into_iter().map(role);
                    let slots = targets.map(|target| (roles.next().unwrap_or_default(), target));
                    if let Some(annotation) = self.all.get_mut(at) {
                        annotation.slots.extend(slots);
                    }
                }
                Column::Bare | Column::Target(_) | Column::From(_) => {}
            }
        }
    }

    /// A link of a chain: `*->2-1` says which.
    fn link(&mut self, layer: usize, unit: &Unit<'_>, says: &[(&Column, &str)]) {
        let parted =
            says.iter().find_map(|(_, cell)| cell.rsplit_once("->").filter(|(_, link)| is_link(link)));
        let known = parted.and_then(|(_, link)| self.links.get(&(layer, link.to_owned())).copied());
        let at = known.unwrap_or_else(|| self.begin(layer, None, unit));
        if let Some((_, link)) = parted {
            self.links.insert((layer, link.to_owned()), at);
        }
        self.extend(at, unit);
        for (column, cell) in says {
            if let Column::Value(name) = column {
                let (value, _) =
                    cell.rsplit_once("->").filter(|(_, link)| is_link(link)).unwrap_or((cell, ""));
                self.value(at, name, escape::bracketed(value).0);
            }
        }
    }

    fn relation(&mut self, layer: usize, unit: &Unit<'_>, says: &[(&Column, &str)]) {
        let from = says.iter().find_map(|(column, cell)| match column {
            Column::From(name) => Some((self.names.get(name.as_str()).copied(), *cell)),
            _ => None,
        });
        let Some((of, cell)) = from else { return };
        let (source, numbers) = escape::bracketed(cell);
        let (start, end) = numbers.and_then(|numbers| numbers.split_once('_')).unwrap_or_default();
        let to =
            |unit: &str, number: &str| Reference { unit: unit.to_owned(), number: some(number), layer: of };
        let (from, to) = (to(source, start), to(unit.name, end));
        self.relations.push(Relation { layer, line: unit.line, from, to });
    }

    fn begin(&mut self, layer: usize, number: Option<usize>, unit: &Unit<'_>) -> usize {
        let at = self.all.len();
        self.all.push(Annotation { layer, line: unit.line, number, ..Annotation::default() });
        if let Some(number) = number {
            self.numbered.insert((Some(layer), number), at);
            self.numbered.entry((None, number)).or_insert(at);
        }
        for layer in [Some(layer), None] {
            self.first.entry((unit.name.to_owned(), layer)).or_insert(at);
        }
        at
    }

    /// The annotation lies on this unit, too.
    fn extend(&mut self, at: usize, unit: &Unit<'_>) {
        let Some(annotation) = self.all.get_mut(at) else { return };
        match (&mut annotation.at, &unit.at) {
            (Some(there), Some(more)) => *there = there.start.min(more.start)..there.end.max(more.end),
            (there @ None, Some(more)) => *there = Some(more.clone()),
            (_, None) if unit.words.is_empty() => {}
            (_, None) => annotation.lost.push(unit.words.to_owned()),
        }
    }

    fn value(&mut self, at: usize, name: &str, value: &str) {
        let Some(annotation) = self.all.get_mut(at).filter(|_| ![NO_VALUE, NOTHING, ""].contains(&value))
        else {
            return;
        };
        annotation.values.entry(name.to_owned()).or_insert_with(|| escape::plain(value));
    }

    /// The annotation that something leads to.
    pub(super) fn get(&self, to: &Reference) -> Option<usize> {
        let of = |layer| match to.number {
            Some(number) => self.numbered.get(&(layer, number)).copied(),
            None => self.first.get(&(to.unit.clone(), layer)).copied(),
        };
        of(to.layer).or_else(|| of(None))
    }
}

/// What is stacked in a cell.
fn stack(cell: &str) -> Vec<&str> {
    if cell.is_empty() || cell == NOTHING { Vec::new() } else { escape::split(cell, '|') }
}

/// A role, which may be none.
fn role(cell: &str) -> String {
    if [NO_VALUE, NOTHING].contains(&cell) { String::new() } else { escape::plain(cell) }
}

/// What a target leads to; `None` if there is none.
fn reference(cell: &str, layer: Option<usize>) -> Option<Reference> {
    let (unit, number) = escape::bracketed(cell);
    let number = number.and_then(some);
    (![NO_VALUE, NOTHING, ""].contains(&unit)).then(|| Reference { unit: unit.to_owned(), number, layer })
}

/// A number; 0 stands for none.
fn some(number: &str) -> Option<usize> {
    number.parse().ok().filter(|number| *number > 0)
}

/// Whether these are the numbers of a chain and of a link in it.
fn is_link(link: &str) -> bool {
    let is_number = |number: &str| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    link.split_once('-').is_some_and(|(chain, nth)| is_number(chain) && is_number(nth))
}
