//! What pages say around a story.
//!
//! A phrase is entered here only if no sentence of a story starts with it, or is it.

use super::endings::{at_most, ends_sentence};
use super::phrases::Phrases;

/// Whole lines of furniture.
static LINES: Phrases = Phrases::new(
    "about the author | add a comment | advertisement | advertisements | advertising | \
    all rights reserved | article continues after advertisement | article continues below | \
    back to top | comment | comments | continue reading | cookie settings | copy link | donate | \
    email | email this | facebook | follow us | join the conversation | keep reading | latest news | \
    latest stories | leave a comment | leave a reply | linkedin | load more | loading | log in | \
    more on this | more on this story | more stories | most popular | most read | most viewed | \
    newsletter | next article | no comments | no comments yet | post a comment | previous article | \
    print | privacy policy | read also | read more | read the full story | recommended | \
    recommended for you | recommended stories | related | related articles | related content | \
    related posts | related stories | related topics | see more | share | share this | \
    share this article | share this page | share this post | share this story | show comments | \
    show more | sign in | sign up | skip to content | skip to main content | sponsored | \
    sponsored content | story continues below | story continues below advertisement | subscribe | \
    subscribe now | support us | terms of service | terms of use | top stories | trending | \
    trending now | tweet | twitter | view all posts | view comments | whatsapp | you may also like | \
    you might also like",
);

/// What a line of furniture starts with, however it goes on.
static STARTS: Phrases = Phrases::new(
    "also read: | by signing up | click here | click to | copyright © | don't miss: | don’t miss: | \
    download our app | enter your email | filed under: | find us on | follow us on | \
    get our newsletter | join us on | like us on | listen: | more: | must read: | must watch: | \
    notify me of | read also: | read more about | read more at | read more on | read more: | \
    read next: | recommended: | related article: | related articles: | related stories: | \
    related story: | related: | required fields are marked | save my name, email | see also: | \
    sign up for | sign up here | sign up to | subscribe for | subscribe here | subscribe now | \
    subscribe to | subscribe today | support independent journalism | support our journalism | \
    tags: | tap here | this site uses cookies | topics: | watch now: | watch: | we use cookies | \
    your email address will not be published | ©",
);

/// What a short line of furniture starts with that is no sentence.
static SHORT_STARTS: Phrases =
    Phrases::new("latest from | more from | more on | posted in | share on | share this");

/// What may stand around a phrase of furniture. Quotation marks may not: somebody says it then.
const AROUND: &[char] =
    &[' ', '.', ':', '!', '…', '*', '+', '-', '–', '—', '>', '<', '»', '«', '›', '→', '▼', '|'];

/// The longest line of furniture, in characters.
const LONGEST: usize = 250;

/// Whether the words are page furniture, or a rule of stars or dashes.
pub(super) fn is_aside(words: &str) -> bool {
    if is_rule(words) {
        return true;
    }
    if !at_most(words, LONGEST) {
        return false;
    }
    let lower = unbracketed(words).to_lowercase();
    LINES.has(lower.trim_matches(AROUND))
        || STARTS.begin(&lower)
        || is_comment_count(&lower)
        || is_short_link(&lower)
}

/// Whether the words are nothing but a phrase of furniture. A headline that only starts like one
/// (*Sign up for the draft, town tells its young*) is not.
pub(super) fn is_furniture_line(words: &str) -> bool {
    at_most(words, LONGEST) && LINES.has(unbracketed(words).to_lowercase().trim_matches(AROUND))
}

fn is_short_link(lower: &str) -> bool {
    let short = lower.split_whitespace().count() <= 8;
    short && !ends_sentence(lower) && SHORT_STARTS.begin(lower)
}

/// `3 comments`.
fn is_comment_count(lower: &str) -> bool {
    let number = lower.strip_suffix(" comments").or_else(|| lower.strip_suffix(" comment"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `* * *`, `---`, `———`.
fn is_rule(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|c| c == ' ' || "*-_=~#•·—–+".contains(c))
}

/// The words without the brackets around all of them.
pub(super) fn unbracketed(words: &str) -> &str {
    let square = words.strip_prefix('[').and_then(|words| words.strip_suffix(']'));
    let round = || words.strip_prefix('(').and_then(|words| words.strip_suffix(')'));
    square.or_else(round).map_or(words, str::trim)
}

#[cfg(test)]
mod tests {
    use super::is_aside;

    #[test]
    fn furniture_is_set_aside() {
        for words in [
            "[READ MORE: Toll talks to go on as bridge board meets]",
            "READ MORE: Toll talks",
            "Leave a Reply",
            "Your email address will not be published.",
            "Latest from Blog",
            "Share this",
            "Share this:",
            "Advertisement",
            "Sign up for our newsletter.",
            "Subscribe to the Courier",
            "SUBSCRIBE",
            "Related: Tolls",
            "Comments",
            "12 comments",
            "Click here to read the report.",
            "* * *",
            "———",
            "© 2026 The Lowmarsh Courier",
            "Required fields are marked *",
            "Read more »",
            "(Advertisement)",
        ] {
            assert!(is_aside(words), "{words}");
        }
    }

    #[test]
    fn a_sentence_of_the_story_is_no_furniture() {
        for words in [
            "",
            "Comments from the board were few.",
            "Subscribers to the Courier knew it first.",
            "The latest from the board is that the toll stays.",
            "More from the inspectors came on Tuesday.",
            "Share prices fell.",
            "“Click here,” she said.",
            "[Editor’s note: names were changed.]",
            "Related costs rose by a third.",
            "Advertisements for the toll pass were pulled.",
            "12",
            "“Comments.”",
            "Read it again.",
        ] {
            assert!(!is_aside(words), "{words}");
        }
    }
}
