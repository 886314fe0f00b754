//! Markup of claims: what is not told to be lost stands in it, and no rating that nobody gave.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sayso::annotation::{Claim, Mark, Verdict};
use sayso::format::exchange::{Format, Losses};
use sayso::format::native::Document;
use serde_json::{Value, json};

use crate::exchange::{OCCASION, document};
use crate::report::written;

fn items(documents: &[Document]) -> Vec<Value> {
    let file = Format::ClaimReview.write(documents, &OCCASION).file.bytes;
    serde_json::from_slice(&file).expect("a list")
}

/// All strings of a value, and all names in it.
fn strings(value: &Value, all: &mut Vec<String>, names: &mut BTreeMap<String, usize>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|one| strings(one, all, names)),
        Value::Object(fields) => fields.iter().for_each(|(name, one)| {
            *names.entry(name.clone()).or_default() += 1;
            strings(one, all, names);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => panic!("nobody gave {value}"),
    }
}

fn claims(document: &Document) -> Vec<(&Mark, &Claim)> {
    document.marks.iter().filter_map(|mark| Some((&**mark, mark.claim()?))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_not_told_to_be_lost_stands_in_the_markup(document in document(0)) {
        let items = items(std::slice::from_ref(&document));
        let (kept, _) = Losses::of(std::slice::from_ref(&document), Format::ClaimReview.loses());
        let claims = claims(&kept[0]);
        prop_assert_eq!(items.len(), claims.len());
        prop_assert_eq!(claims.len(), kept[0].marks.len(), "no other mark is left");
        let (mut all, mut names) = (Vec::new(), BTreeMap::new());
        items.iter().for_each(|item| strings(item, &mut all, &mut names));
        if !claims.is_empty() {
            // A title stands where a claim appeared, and so does all else that is known of the article.
            for text in written(&kept[0]).iter().filter(|text| !text.is_empty()) {
                prop_assert!(all.iter().any(|one| one.contains(text)), "{:?} in {:?}", text, all);
            }
        }
        let reviewed = claims.iter().filter(|(_, claim)| claim.verdict != Verdict::Unchecked).count();
        prop_assert_eq!(names.get("reviewRating").copied().unwrap_or_default(), reviewed);
        for (item, (mark, claim)) in items.iter().zip(claims) {
            let inner = item.get("itemReviewed").unwrap_or(item);
            prop_assert_eq!(&inner["text"], &json!(mark.quote(&kept[0].article.text)));
            let count = |name: &str| inner.get(name).and_then(Value::as_array).map_or(0, Vec::len);
            prop_assert_eq!(count("author") + count("isBasedOn"), claim.said_by.attributions().len());
        }
    }
}

#[test]
fn a_review_and_a_claim() {
    let json = json!({"format": "sayso", "version": 1, "unit": "code point", "articles": [{
    "id": "a", "title": "Leak", "text": "The valve leaked, Dana Roe said.", "url": "https://a.example/leak",
    "sources": [{"id": "s", "name": "Dana Roe", "kind": "named person", "role": "engineer"}],
    "marks": [
        {"id": "1", "kind": "claim", "spans": [{"start": 0, "end": 16, "quote": "The valve leaked"}],
         "attributions": [{"source": "s"}], "verdict": "refuted", "creator": "Ada", "note": "It held.",
         "evidence": [{"url": "https://b.example", "quote": "no leak"}]},
        {"id": "2", "kind": "claim", "spans": [{"start": 4, "end": 9, "quote": "valve"}], "creator": "Ada"}
    ]}]});
    let read = sayso::format::native::import(json.to_string().as_bytes()).expect("a file");
    let appearance = json!({"@type": "NewsArticle", "headline": "Leak", "url": "https://a.example/leak"});
    let ada = json!({"@type": "Person", "name": "Ada"});
    assert_eq!(
        Value::from(items(&read.documents)),
        json!([
            {"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "The valve leaked",
             "reviewRating": {"@type": "Rating", "alternateName": "Refuted"}, "author": ada, "reviewBody": "It held.",
             "citation": [{"@type": "CreativeWork", "url": "https://b.example", "text": "no leak"}],
             "itemReviewed": {"@type": "Claim", "text": "The valve leaked", "appearance": appearance,
                "author": [{"@type": "Person", "disambiguatingDescription": "named person", "name": "Dana Roe",
                    "description": "engineer"}]}},
            {"@context": "https://schema.org", "@type": "Claim", "text": "valve", "appearance": appearance,
             "sdPublisher": ada}
        ])
    );
}
