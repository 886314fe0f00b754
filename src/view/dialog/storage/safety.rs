//! How safe what is stored is: copies, the browser's word, the last backup.

use yew::prelude::*;

use crate::view::{Ask, Care, Lasting, Saving, StorageView};
use crate::words;

pub(super) fn safety(storage: &StorageView, saving: &Saving, ask: &Callback<Ask>) -> Html {
    html! {
        <section aria-labelledby="storage-safe">
            <h3 id="storage-safe">{ words::kept_safe() }</h3>
            <ul class="checks">{ copies(saving) }{ lasting(storage.lasting) }{ copied(storage.copied.as_deref()) }</ul>
            <div class="row">
                if matches!(storage.lasting, Lasting::MayGo) {
                    <button class="plain" onclick={ask.reform(|_| Ask::Care(Care::Persist))}>{ words::ask_to_keep() }</button>
                }
                <button class="plain" onclick={ask.reform(|_| Ask::Care(Care::Backup))}>{ words::download_backup() }</button>
                <button class="plain" onclick={ask.reform(|_| Ask::Care(Care::PickBackup))}>{ words::restore_backup() }</button>
            </div>
        </section>
    }
}

fn check(good: bool, sentence: String) -> Html {
    html! { <li class={if good { "good" } else { "doubt" }}>{ sentence }</li> }
}

fn copies(saving: &Saving) -> Html {
    match saving {
        Saving::Saved => check(true, words::two_copies()),
        Saving::Saving => check(true, words::saving()),
        Saving::SavedOnce(why) => check(false, words::one_copy_because(why)),
        Saving::Unsaved(why) => check(false, words::not_saved(why)),
        Saving::ReadOnly(why) => check(false, why.clone()),
    }
}

fn lasting(lasting: Lasting) -> Html {
    match lasting {
        Lasting::Kept => check(true, words::lasting()),
        Lasting::MayGo => check(false, words::may_be_cleared()),
        Lasting::Refused => check(false, words::lasting_refused()),
        Lasting::Unknown => check(false, words::lasting_unknown()),
    }
}

fn copied(day: Option<&str>) -> Html {
    match day {
        Some(day) => check(true, words::last_backup(day)),
        None => check(false, words::no_backup_yet()),
    }
}
