//! What is said of a new version of an article, and of where its marks stand in it.

use super::terms::{count, grouped};
use super::{list, mark_count, quoted};
use crate::annotation::Places;

fixed! {
    new_version_title = "New version of this article";
    new_version_hint = "Mend the text or paste a new one over it. What you have marked is looked for in it. The result is a new article; this one stays in the library as it is.";
    new_text_field = "Text of the new version";
    make_new_version = "Make the new version";
    no_text_yet = "There is no text here. Paste the words of the new version.";
    same_text = "The text is the same as it was.";
    placing_marks = "Looking for the marks";
    places = "Places";
    close_places = "Close the places";
    places_hint = "Where the marks stand in this version of the text, and what is to be looked at.";
    all_in_place = "Every mark is where it belongs. There is nothing to look at.";
    the_version_before = "The version before this one";
    not_found_head = "Not found";
    changed_head = "Reads otherwise";
    moved_head = "Moved";
    former_wording = "It read";
    present_wording = "It reads now";
    no_words_kept = "No words of it are known.";
    place_it = "Place it";
    place_here = "Place it here";
    right_so = "It is right";
    all_right_so = "All of these are right";
    show_more_places = "Show more";
    stop_placing = "Leave it";
    placing_hint = "Select the words in the article, with the mouse or with Shift and the arrow keys, and press Enter. Esc leaves it where it was.";
    place_left = "It stays where it was.";
    new_version_short = "New version";
    follows_another = "New version of another article";
}

/// How many marks stand how: *8 marks stand where they stood, 1 has moved and 2 were not found.*
pub fn places_counted(places: &Places) -> String {
    let Places { placed, moved, changed, orphans } = *places;
    let all = placed + moved + changed + orphans;
    if all == 0 {
        return "There are no marks in it yet.".into();
    }
    let parts = [
        (placed, "stands where it stood", "stand where they stood"),
        (moved, "has moved", "have moved"),
        (changed, "reads otherwise", "read otherwise"),
        (orphans, "was not found", "were not found"),
    ];
    let said = parts.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(n, one, many));
    format!("Of {}, {}.", mark_count(all), list(&said.collect::<Vec<_>>()))
}

/// Why there is no new version.
pub fn no_new_version(title: &str, why: &str) -> String {
    format!("No new version of {} was made, and nothing here was changed. {why}", quoted(title))
}

/// What came of a new version.
pub fn new_version(title: &str, places: &Places, repairs: &str) -> String {
    let said = format!(
        "This is the new version of {}; the one before stays in the library. {}",
        quoted(title),
        places_counted(places)
    );
    if repairs.is_empty() { said } else { format!("{said} {repairs}") }
}

/// How many places are to be looked at.
pub fn places_to_look_at(n: usize) -> String {
    count(n, "place to look at", "places to look at")
}

/// A list of the panel with how many are in it.
pub fn places_head(name: &str, n: usize) -> String {
    format!("{name} · {}", grouped(n))
}

/// What is being placed.
pub fn placing(quote: &str) -> String {
    format!("Placing {}", quoted(quote))
}

pub fn placing_spoken(quote: &str) -> String {
    format!("{}. {}", placing(quote), placing_hint())
}

/// A claim, and who says it.
pub fn claim_by(by: &str) -> String {
    format!("{} · {by}", super::mark_kind(crate::annotation::MarkKind::Claim))
}

pub fn place_named(quote: &str) -> String {
    format!("Place it: {}", quoted(quote))
}

pub fn right_named(quote: &str) -> String {
    format!("It is right: {}", quoted(quote))
}

pub fn delete_place_named(quote: &str) -> String {
    format!("Delete: {}", quoted(quote))
}

pub fn new_version_of(title: &str) -> String {
    format!("New version of {}", quoted(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_in_words() {
        fn check(counts: [usize; 4], expected: &str) {
            let [placed, moved, changed, orphans] = counts;
            assert_eq!(places_counted(&Places { placed, moved, changed, orphans }), expected);
        }
        check([0, 0, 0, 0], "There are no marks in it yet.");
        check([1, 0, 0, 0], "Of 1 mark, 1 stands where it stood.");
        check([1200, 1, 0, 0], "Of 1,201 marks, 1,200 stand where they stood and 1 has moved.");
        check(
            [2, 1, 2, 1],
            "Of 6 marks, 2 stand where they stood, 1 has moved, 2 read otherwise and 1 was not found.",
        );
        check([0, 2, 1, 2], "Of 5 marks, 2 have moved, 1 reads otherwise and 2 were not found.");
    }
}
