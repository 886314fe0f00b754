//! schema.org: claims with a verdict as `ClaimReview`, the others as `Claim`.
//!
//! Each item stands by itself with its context, as search engines read them. A verdict is the name of a rating;
//! there are no numbers, since nobody gave any. The address of the review is not known here, so it is left
//! for the page that the review stands on.

mod items;

use super::{Codec, Loss, Occasion, Part};
use crate::format::native::Document;

pub(super) const CODEC: Codec = Codec {
    media: "application/ld+json",
    single: false,
    loses: &[
        Loss::LooseEnds,
        Loss::Findings,
        Loss::TieMentions,
        Loss::TieCues,
        Loss::Mentions,
        Loss::Cues,
        Loss::Notes,
        Loss::UnusedSources,
        Loss::Names,
        Loss::Retrieved,
        Loss::Follows,
        Loss::NewerFields,
        Loss::Reasons,
        Loss::SourceNotes,
        Loss::Answers,
        Loss::Codebooks,
        Loss::Times,
        Loss::Drift,
        Loss::Forms,
        Loss::EvidenceDays,
        Loss::Text,
    ],
    write,
    read: None,
};

fn write(documents: &[Document], _: &Occasion<'_>) -> Vec<Part> {
    let items: Vec<items::Item<'_>> = documents.iter().flat_map(items::of).collect();
    #[expect(clippy::expect_used, reason = "strings and lists cannot fail")]
    let json = serde_json::to_string_pretty(&items).expect("strings and lists are JSON");
    vec![Part::text("claims.jsonld", json)]
}
