//! What is said of where a person's work is kept: both places, other tabs, what was lost and found.

use super::quoted;
use super::trouble::store_error;
use crate::journal::StoreError;

fixed! {
    saving = "Saving…";
    put_back = "Put it back";
    put_back_with_it = "Put it back with what I wrote";
    no_answer = "its IndexedDB does not answer";
    came_back_whole = "This browser’s local storage had been emptied. The second copy had everything, and it is written again in both.";
    second_copy_was_lost = "The second copy of your work had been emptied. It was written again; nothing is lost.";
    storage_was_cleared = "This browser’s storage was emptied while Sayso was open. What was lost there was written again; nothing is lost.";
}

/// Another tab has changed the same thing at the same time.
pub fn crossed(what: &str, ours_lost: bool) -> String {
    let what = quoted(what);
    if ours_lost {
        format!(
            "Another tab changed {what} at the same time as you. Its version is later, so it counts; yours is kept and can be taken instead."
        )
    } else {
        format!(
            "Another tab changed {what} at the same time as you. Your version is later, so it counts; the other one is kept and can be taken instead."
        )
    }
}

/// What the button says that takes the version that gave way.
pub fn take_other(ours_lost: bool, removed: bool) -> String {
    match (ours_lost, removed) {
        (true, false) => "Take mine".into(),
        (true, true) => "Remove it, as I did".into(),
        (false, false) => "Take the other".into(),
        (false, true) => "Remove it, as there".into(),
    }
}

/// Another tab has changed what a person is writing about.
pub fn changed_while_writing(what: &str) -> String {
    format!(
        "Another tab has just changed {}, which you are writing about. What you write stays, and counts once you leave the field; the other version can be taken instead.",
        quoted(what)
    )
}

/// Another tab has removed what a person is writing about.
pub fn removed_while_writing(what: &str, written: &str) -> String {
    format!(
        "Another tab has removed {}, which you were writing about. You had written: {}",
        quoted(what),
        quoted(written)
    )
}

/// The open article was deleted for good in another tab.
pub fn deleted_elsewhere(title: &str) -> String {
    format!("{} was deleted for good in another tab. This page still has all of it.", quoted(title))
}

pub fn is_back(title: &str) -> String {
    format!("{} is back, with all that was said about it.", quoted(title))
}

/// It is kept, but in one place only.
pub fn saved_once(why: &str) -> String {
    format!("Saved in this browser, but without a second copy: {why}.")
}

/// Why there is no second copy.
pub fn no_second_copy(why: &StoreError) -> String {
    match why {
        StoreError::Full => "the browser has no room for it".into(),
        StoreError::Blocked(why) => format!("the browser gives it no place ({why})"),
    }
}

/// Local storage refused something, and the second copy has it.
pub fn only_second_copy(why: &StoreError) -> String {
    match why {
        StoreError::Full => format!("{}; until then the second copy has it", store_error(why)),
        StoreError::Blocked(why) => {
            format!(
                "this browser refuses to store it ({why}); only the second copy has it. Export before you leave"
            )
        }
    }
}

/// Local storage had lost some of what the second copy has.
pub fn came_back(entries: usize) -> String {
    if entries == 1 {
        "The browser had lost the last thing you did here. The second copy had it, and it is back.".into()
    } else {
        format!("The browser had lost {entries} stored entries. The second copy had them, and they are back.")
    }
}

/// Damaged values of the second copy were replaced by sound ones.
pub fn second_copy_healed(entries: usize) -> String {
    let them = if entries == 1 { "1 entry" } else { &format!("{entries} entries") };
    format!(
        "{them} of the second copy had been damaged and were written again; nothing is lost, and what was damaged is kept aside."
    )
}

/// Damaged values were replaced by sound ones.
pub fn healed(entries: usize) -> String {
    let them = if entries == 1 { "1 stored entry was" } else { &format!("{entries} stored entries were") };
    format!(
        "{them} damaged. The second copy was sound and has taken its place; what was damaged is kept aside."
    )
}
