//! What is said of where a person's work is kept: both places, other tabs, what was lost and found.

use super::trouble::store_error;
use crate::journal::StoreError;

fixed! {
    saving = "Saving…";
    no_answer = "its IndexedDB does not answer";
    came_back_whole = "This browser’s local storage had been emptied. The second copy had everything, and it is written again in both.";
    second_copy_was_lost = "The second copy of your work had been emptied. It was written again; nothing is lost.";
    storage_was_cleared = "This browser’s storage was emptied while Sayso was open. What was lost there was written again; nothing is lost.";
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

/// Damaged values were replaced by sound ones.
pub fn healed(entries: usize) -> String {
    let them = if entries == 1 { "1 stored entry was" } else { &format!("{entries} stored entries were") };
    format!(
        "{them} damaged. The second copy was sound and has taken its place; what was damaged is kept aside."
    )
}
