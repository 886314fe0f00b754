//! Collections, pages, lists and single annotations become articles.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::annotation::{Annotation, annotation};
use super::iris;
use super::marks::Marks;
use crate::format::exchange::build::{Build, Told};
use crate::format::exchange::json::{open, several};
use crate::format::exchange::{Fault, Given, Misread, Read};
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::native::{Document, Remark, article_alone};

pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let raw = open(given)?;
    let mut reader = Reader::forgiving();
    let mut told = Told::default();
    let file = file(raw, &mut reader)?;
    let mut articles = articles(&file, given, &mut reader)?;
    for (path, raw) in &file.annotations {
        // Paths were made while the file was gone through; here each is one piece.
        let path = Path::Field(&Path::Root, path);
        let one = annotation(raw, &path, &mut reader)?;
        match articles.of(&one) {
            Some(marks) => marks.take(one, &path, &mut reader, &mut told)?,
            None => told.tell(&path.to_string(), Remark::LeftOut(one.source().to_owned())),
        }
    }
    let documents = articles.finish(&mut reader, &mut told)?;
    told.heard(reader);
    Ok(told.with(documents))
}

/// The articles and annotations of a file, the latter each with its path.
#[derive(Default)]
struct File<'a> {
    articles: Option<Vec<&'a RawValue>>,
    annotations: Vec<(String, &'a RawValue)>,
}

fn file<'a>(raw: &'a RawValue, reader: &mut Reader) -> Result<File<'a>, Misread> {
    let mut file = File::default();
    if raw.get().starts_with('[') {
        file.list(raw, "", reader)?;
        return Ok(file);
    }
    let mut fields = Fields::open(raw, &Path::Root, reader)?;
    file.articles = fields.list("sayso:articles", reader)?;
    if let Some(items) = fields.take("items") {
        file.list(items, "items", reader)?;
    } else if let Some(first) = fields.take("first") {
        let path = Path::Root.field("first");
        let mut page = Fields::open(first, &path, reader)?;
        let items = page.take("items").ok_or_else(|| page.missing("items"))?;
        file.list(items, "first.items", reader)?;
        if page.take("next").is_some() {
            // Pages that lie elsewhere cannot be had.
            reader.tell(&path, Remark::LeftOut("next".to_owned()))?;
        }
    } else if fields.take("target").is_some() {
        file.annotations.push((String::new(), raw));
    } else if file.articles.is_none() {
        return Err(fields.missing("first").into());
    }
    Ok(file)
}

impl<'a> File<'a> {
    fn list(&mut self, raw: &'a RawValue, path: &str, reader: &mut Reader) -> Result<(), Flaw> {
        let items = several(raw, reader)?;
        self.annotations
            .extend(items.into_iter().enumerate().map(|(at, raw)| (format!("{path}[{at}]"), raw)));
        Ok(())
    }
}

/// The articles that annotations may be of.
struct Articles {
    marks: Vec<Marks>,
    /// In which one things are: itself as a source, its annotations.
    homes: BTreeMap<String, usize>,
}

/// The articles that the file has, else the one that is open.
fn articles(file: &File<'_>, given: &Given<'_>, reader: &mut Reader) -> Result<Articles, Misread> {
    let Some(raws) = &file.articles else {
        let beside = given.beside.ok_or(Misread::whole(Fault::NoText))?;
        return Ok(Articles { marks: vec![Marks::new(Build::on(beside))], homes: BTreeMap::new() });
    };
    let list = Path::Root.field("sayso:articles");
    let beside = given.beside.map(|beside| &beside.article.text);
    let mut documents: Vec<Document> = Vec::with_capacity(raws.len());
    for (at, raw) in raws.iter().enumerate() {
        documents.push(article_alone(raw, &list.item(at), reader, beside)?);
    }
    let homes = iris(&documents).into_iter().enumerate().map(|(at, iri)| (iri, at)).collect();
    let marks = documents.into_iter().map(|document| Marks::new(Build::of(document))).collect();
    Ok(Articles { marks, homes })
}

impl Articles {
    /// The article that an annotation is of: the only one, or that of its source. A tie is of the article in
    /// which the claim is that it targets.
    fn of(&mut self, one: &Annotation<'_>) -> Option<&mut Marks> {
        let at = if self.marks.len() == 1 { 0 } else { *self.homes.get(one.source())? };
        self.homes.entry(one.id.clone()).or_insert(at);
        self.marks.get_mut(at)
    }

    fn finish(self, reader: &mut Reader, told: &mut Told) -> Result<Vec<Document>, Flaw> {
        let mut documents = Vec::with_capacity(self.marks.len());
        for (at, marks) in self.marks.into_iter().enumerate() {
            told.article = Some(at);
            documents.push(marks.finish(reader, told)?);
        }
        Ok(documents)
    }
}

impl Annotation<'_> {
    /// What it is of.
    fn source(&self) -> &str {
        self.targets.first().map(|target| target.source.as_str()).unwrap_or_default()
    }
}
