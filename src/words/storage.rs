//! What is said of room, copies and backups.

use super::terms::{count, grouped};
use super::{article_count, import_error, list, quoted, store_error};
use crate::format::backup::BackupError;
use crate::journal::StoreError;

fixed! {
    storage = "Storage";
    room_heading = "Room in this browser";
    make_room = "Make room";
    make_room_hint = "Packs older steps tightly. Nothing is lost, and the history still shows them.";
    making_room = "Making room …";
    short_of_room = "Room is getting short. Make room, move articles you are done with to a file, or export.";
    room_is_full = "The room is full. What you do now stays in this page until there is room: make some here, move articles to a file, or export before you leave.";
    kept_safe = "Kept safe";
    two_copies = "Two copies of everything are kept in this browser.";
    lasting_unknown = "This browser does not say whether it may clear them by itself. A backup is safe from that.";
    lasting = "The browser has agreed not to clear them by itself.";
    may_be_cleared = "The browser may clear them by itself when its disk is full.";
    lasting_refused = "The browser did not agree to keep them when its disk is full. Some agree once a page is bookmarked or used often. A backup is safe from that.";
    ask_to_keep = "Ask the browser to keep them";
    ask_to_keep_why = "What you mark is kept in this browser alone, and it may clear that when its disk is full. It can be asked to keep it.";
    not_now = "Not now";
    now_lasting = "The browser will keep your articles until you delete them yourself.";
    no_backup_yet = "Nothing has been saved to a file yet.";
    download_backup = "Download a backup";
    restore_backup = "Restore a backup";
    articles_heading = "Articles, the largest first";
    no_articles_yet = "There are no articles yet.";
    everything_else = "Settings, codebook and all else";
    move_to_file = "Move to a file";
    file_is_there = "The file is there: delete it here";
    keep_it_here = "Keep it here";
    unread_heading = "Could not be read";
    nothing_unread = "Everything that is stored could be read.";
    read_again = "Try again";
    download = "Download";
    read_again_in_vain = "It still cannot be read. Nothing of it was changed or deleted.";
    one_aside_saved = "The unreadable entry was saved to a file.";
    read_again_all = "Everything that is stored could be read now.";
    show_storage = "Show storage";
    removed_from_library = "deleted, can be restored";
}

/// How much of the room is used, in words.
pub fn room_in_words(used: usize, of: usize) -> String {
    format!("{} % of the room is used: {} of {} characters.", share_of(used, of), rounded(used), rounded(of))
}

/// How many more articles there is room for, told by the room that those take which are there; nothing
/// while there are none.
pub fn room_left(articles: usize, taken: usize, free: usize) -> Option<String> {
    let each = taken.checked_div(articles)?.max(1);
    Some(match free / each {
        0 => "There is no room for another article like these.".into(),
        1 => "There is room for about one more article like these.".into(),
        more @ 2..20 => format!("There is room for about {more} more articles like these."),
        more @ 20..1_000 => format!("There is room for about {} more articles like these.", more / 10 * 10),
        _ => "There is room for thousands of articles like these.".into(),
    })
}

/// A share in whole per cent, rounded up, so that what is there never reads as nothing.
pub fn share_of(part: usize, of: usize) -> usize {
    part.saturating_mul(100).div_ceil(of.max(1))
}

/// Characters as people say them: *940*, *12,400*, *5.2 million*.
fn rounded(units: usize) -> String {
    match units {
        0..1_000 => units.to_string(),
        1_000..1_000_000 => grouped(units.div_ceil(100) * 100),
        _ => {
            let tenths = units.div_ceil(100_000);
            format!("{}.{} million", tenths / 10, tenths % 10)
        }
    }
}

/// How much room an article takes.
pub fn article_room(units: usize, of: usize) -> String {
    let share = if units.saturating_mul(100) < of {
        "under 1 %".into()
    } else {
        format!("{} %", share_of(units, of))
    };
    format!("{} characters · {share}", rounded(units))
}

pub fn room_made(freed: usize) -> String {
    match freed {
        0 => "There was nothing left to pack. Move articles to a file, or delete some for good.".into(),
        freed => format!("{} characters of room were made. Nothing was lost.", rounded(freed)),
    }
}

/// Older steps could not be packed.
pub fn no_room_made(why: &str) -> String {
    format!(
        "This browser could not pack older steps ({why}). Everything is as it was; move articles to a file instead."
    )
}

/// At four fifths of the room.
pub fn room_short(percent: usize) -> String {
    format!(
        "{percent} % of this browser’s room is used. Everything is kept; it is a good moment to make room."
    )
}

pub fn one_copy_because(why: &str) -> String {
    format!("Only one copy of it is kept in this browser: {why}.")
}

pub fn last_backup(day: &str) -> String {
    format!("Last saved to a file on {day}.")
}

pub fn move_named(title: &str) -> String {
    format!("Move to a file: {title}")
}

/// After an article was saved and before it is deleted here.
pub fn moved_question(file: &str) -> String {
    format!("Saved as {file}. Look whether it is among your downloads before you delete the article here.")
}

pub fn moved_away(title: &str, file: &str) -> String {
    format!("{} is no longer in this browser. Restore {file} to have it back.", quoted(title))
}

pub fn download_one(key: &str) -> String {
    format!("Download {key}")
}

pub fn backup_saved(articles: usize, file: &str) -> String {
    format!("A backup of everything, with {}, was saved to {file}.", article_count(articles))
}

pub fn read_again_some(n: usize) -> String {
    format!("{} could be read now. The rest is kept as it is.", count(n, "entry", "entries"))
}

/// A copy is due.
pub fn backup_due(last: Option<&str>) -> String {
    let last = match last {
        Some(day) => format!("Your last copy outside this browser is of {day}."),
        None => "There is no copy of your work outside this browser yet.".into(),
    };
    format!("{last} A backup takes one click.")
}

pub fn refused_backup(file: &str, error: &BackupError) -> String {
    let why = match error {
        BackupError::File(error) => import_error(error),
        BackupError::NotABackup => {
            "It is JSON, but not a backup: it does not say \"format\": \"sayso-backup\".".into()
        }
        BackupError::Empty => "It is a backup, but there is nothing of Sayso’s in it.".into(),
    };
    format!("{} was not restored, and nothing here was changed. {why}", quoted(file))
}

/// What came of restoring a backup: articles that are back or were added to, entries that were here
/// already, that were healed, and that could not be taken with the reason.
pub struct Restored<'a> {
    pub file: &'a str,
    pub titles: &'a [String],
    pub added: usize,
    pub healed: usize,
    pub refused: &'a [(String, String)],
}

/// `remarks` is what is to be said of how the file was read.
pub fn restored(what: &Restored<'_>, remarks: &str) -> String {
    let mut report = match (what.added, what.titles) {
        (0, _) => format!("Everything in {} was here already. Nothing was changed.", quoted(what.file)),
        (_, []) => format!("{} is restored: settings and codebook.", quoted(what.file)),
        (_, titles) => format!("{} is restored: {}.", quoted(what.file), some(titles)),
    };
    if what.healed > 0 {
        report.push_str(&format!(
            " {} healed.",
            count(what.healed, "damaged entry was", "damaged entries were")
        ));
    }
    if let Some((key, why)) = what.refused.first() {
        let n = what.refused.len();
        report.push_str(&format!(" {} not taken: {key}, {why}.", count(n, "entry was", "entries were")));
        if n > 1 {
            report.push_str(&format!(" And {} more.", n - 1));
        }
    }
    if !remarks.is_empty() {
        report.push_str(&format!(" {remarks}"));
    }
    report
}

/// The store did not take all of a backup.
pub fn not_all_restored(file: &str, error: &StoreError) -> String {
    format!(
        "Not all of {} was restored, because {}. What could be restored is here; restore it again when that is mended.",
        quoted(file),
        store_error(error)
    )
}

/// The first titles of many.
fn some(titles: &[String]) -> String {
    const LISTED: usize = 3;
    let mut listed: Vec<String> = titles.iter().take(LISTED).map(|title| quoted(title)).collect();
    let more = titles.len().saturating_sub(LISTED);
    if more > 0 {
        listed.push(format!("{} more", grouped(more)));
    }
    list(&listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: usize = 5_242_880;

    #[test]
    fn room_is_told_in_words() {
        assert_eq!(room_in_words(0, ROOM), "0 % of the room is used: 0 of 5.3 million characters.");
        assert_eq!(
            room_in_words(629_146, ROOM),
            "13 % of the room is used: 629,200 of 5.3 million characters."
        );
        assert_eq!(share_of(1, ROOM), 1);
        assert_eq!(share_of(1, 0), 100);
        assert_eq!(article_room(12_345, ROOM), "12,400 characters · under 1 %");
        assert_eq!(article_room(1_048_576, ROOM), "1.1 million characters · 20 %");
    }

    #[test]
    fn what_is_left_is_told_in_articles() {
        let check = |articles, taken, free, expected: Option<&str>| {
            assert_eq!(room_left(articles, taken, free).as_deref(), expected);
        };
        check(0, 0, 1_000, None);
        check(5, 500, 500, Some("There is room for about 5 more articles like these."));
        check(5, 1_000, 199, Some("There is no room for another article like these."));
        check(1, 500, 999, Some("There is room for about one more article like these."));
        check(1, 1, ROOM, Some("There is room for thousands of articles like these."));
        check(1, 0, ROOM, Some("There is room for thousands of articles like these."));
    }

    #[test]
    fn restoring_says_what_came_of_it() {
        let titles = ["A", "B", "C", "D"].map(str::to_owned);
        let refused = [("sayso/1/x".to_owned(), "it was damaged".to_owned())];
        let what = Restored { file: "b.json", titles: &titles, added: 9, healed: 1, refused: &refused };
        assert_eq!(
            restored(&what, ""),
            "“b.json” is restored: “A”, “B”, “C” and 1 more. 1 damaged entry was healed. 1 entry was not taken: sayso/1/x, it was damaged."
        );
        let what = Restored { file: "b.json", titles: &[], added: 0, healed: 0, refused: &[] };
        assert_eq!(restored(&what, ""), "Everything in “b.json” was here already. Nothing was changed.");
    }
}
