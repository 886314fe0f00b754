//! What stands on the screen when nothing is wrong.

use super::{article_count, list, place_count, word_count};
use crate::annotation::MarkKind;

fixed! {
    // The frame
    to_library = "Sayso, to the library";
    where_you_are = "Where you are";
    library = "Library";
    tagline = "On whose say-so?";
    ways_to_look = "Ways to look";
    annotate = "Annotate";
    overview = "Overview";
    search = "Search";
    search_hint = "Search the article ( / )";
    undo = "Undo";
    redo = "Redo";
    export = "Export";
    json_article = "JSON, this article";
    messages = "Messages";
    dismiss = "Dismiss";
    show = "Show";
    close = "Close";
    cancel = "Cancel";
    save = "Save";
    add = "Add";
    edit = "Edit";
    saved = "Saved";
    saved_where = "in this browser";
    save_again = "Try again";
    other_formats = "Other formats …";
    export_all = "Export everything as JSON";
    all_keys = "all keys";

    // The library
    motto = "On whose say-so?";
    welcome = "Read a news article and tie every claim in it to the source that makes it. Everything stays in this browser; nothing is sent anywhere.";
    articles = "Articles";
    paste_text = "Paste text";
    open_files = "Open files";
    try_sample = "Try the sample";
    drop_hint = "Or drop files anywhere on the page, or paste what you copied.";
    details = "Details";
    delete = "Delete";
    restore = "Restore";
    delete_for_good = "Delete for good";
    title_field = "Title";
    title_hint = "Left empty, the first line is taken";
    text_field = "Article text";
    text_hint = "Paste the article here";
    add_article = "Add article";
    byline_field = "Byline";
    publisher_field = "Publisher";
    address_field = "Address";
    published_field = "Published";
    language_field = "Language (as a tag: en, de, ar)";

    // The article
    article = "Article";
    sourcing_profile = "Sourcing profile";
    standing_on = "Who is this story standing on?";
    no_profile_yet = "Nothing is claimed yet. Select a statement in the text and press C.";
    no_highlights = "This browser cannot paint highlights itself, so Sayso draws them as boxes behind the text. Everything works; a newer browser looks better.";
    mark_the_selection = "Mark the selection";
    search_field = "Find in the article";
    previous_hit = "Previous place or mark";
    next_hit = "Next place or mark";
    close_search = "Close the search";

    // Sources
    sources = "Sources";
    no_sources_yet = "No voices yet. Select who is speaking and press S.";
    nobody = "Nobody";
    nobody_pill = "nobody";
    no_source_given = "No source given";
    no_source_yet = "No source yet";
    unknown_source = "a source that the file does not name";
    new_source = "Add a source";
    source_dialog = "Source";
    name_field = "Name";
    kind_field = "Kind";
    role_field = "Role";
    why_unnamed_field = "Why it is not named";
    remove_source = "Remove source";
    show_source = "Show source";

    // Claims
    claims = "Claims";
    note = "Note";
    cue = "Cue";
    note_field = "Note";
    note_hint = "Write a note";
    label_field = "Label";
    who_says_so = "Who says so";
    who_hint = "With Shift: as well as the others";
    spoken_as = "Spoken as";
    checked = "Checked";
    orphan = "Its place was not found in the text. It is kept.";

    // The overview
    who_says_what = "Who says what";
    who_says_what_hint = "Each voice with what it is quoted as saying, in the order of the story. A claim leads to its line.";

    // What could not be read
    aside_explained = "These stored entries could not be read. They are kept as they are, and everything that could be read is shown. Download them to keep a copy.";
    download_aside = "Download them";

    always = "Always the same";
    keys_hint = "Letters and digits work while no field is being typed in. This list closes with ";
}

/// Lines for an empty list of claims.
pub fn no_claims_yet() -> [String; 3] {
    [
        "No claims yet.".into(),
        "Select a statement in the text and press C. Then select who says it and press S: the two are tied."
            .into(),
        "Without a mouse: press /, type some words of it (Enter goes to the next place), Esc, then C.".into(),
    ]
}

pub fn json_library(articles: usize) -> String {
    format!("JSON, the library ({})", article_count(articles))
}

/// What is known about an article in a line; its words once they are counted.
pub fn facts<'a>(known: impl Iterator<Item = &'a str>, words: Option<usize>) -> String {
    let known = known.map(str::to_owned).chain(words.map(word_count));
    known.collect::<Vec<_>>().join(" · ")
}

pub fn card_facts(origin: &str, added: &str, words: usize) -> String {
    let known = [origin, added].into_iter().filter(|fact| !fact.is_empty());
    facts(known, Some(words))
}

pub fn details_of(title: &str) -> String {
    format!("Details of {title}")
}

pub fn delete_named(title: &str) -> String {
    format!("Delete {title}")
}

pub fn restore_named(title: &str) -> String {
    format!("Restore {title}")
}

pub fn forget_named(title: &str) -> String {
    format!("Delete {title} for good")
}

pub fn edit_named(name: &str) -> String {
    format!("Edit {name}")
}

pub fn forget_question(title: &str) -> String {
    format!(
        "“{title}” and all its marks will be gone from this browser. This cannot be undone. Export it first if you may want it again."
    )
}

pub fn recently_deleted(n: usize) -> String {
    format!("Deleted ({n})")
}

pub fn deleted(title: &str) -> String {
    format!("“{title}” was deleted. It can be restored from the library.")
}

pub fn mention_of(name: &str) -> String {
    format!("Mention of {name}")
}

pub fn remove_mark(kind: MarkKind) -> String {
    let what = match kind {
        MarkKind::Claim => "Remove claim",
        MarkKind::Source => "Remove mention",
        MarkKind::Cue => "Remove cue",
        MarkKind::Note => "Remove note",
    };
    what.into()
}

/// How much of the browser's room is used. Local storage counts UTF-16 units, two bytes each.
pub fn room_used(units: usize) -> String {
    const ROOM: usize = 5_242_880;
    let percent = units.saturating_mul(100).div_ceil(ROOM);
    format!("{percent} % of this browser’s room used")
}

pub fn opened(titles: &[String]) -> String {
    format!("Opened {}.", list(titles))
}

pub fn exported(articles: usize, file: &str) -> String {
    format!("{} saved to {file}.", article_count(articles))
}

/// An earlier state was exported.
pub fn exported_as_it_was(moment: &str, file: &str) -> String {
    format!("The article as it was on {moment} is saved to {file}. Go back to now to export the latest.")
}

pub fn page_title(article: Option<&str>) -> String {
    article.map_or_else(|| "Sayso".into(), |title| format!("{title} · Sayso"))
}

pub fn cleaned(lines: usize, spaces: usize, removed: usize) -> Option<String> {
    let parts = [
        (lines, "line ends were made alike"),
        (spaces, "special spaces were made plain"),
        (removed, "invisible characters were taken out"),
    ];
    let said: Vec<_> = parts
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, what)| format!("{what} ({})", place_count(*n)))
        .collect();
    (!said.is_empty()).then(|| format!("For counting and searching, {}.", list(&said)))
}
