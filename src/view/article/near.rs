//! What of the article is near what is seen: only that is painted, and has cards.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::{ReaderProps, blocks};
use crate::article::Article;
use crate::browser::{self, HtmlElement, Listener, Runs, Sizes};
use crate::text::ByteOffset;
use crate::view::Near;

/// Tells what is near each time it becomes something else. For print all of it is.
#[hook]
pub(super) fn use_near(props: &ReaderProps, root: &NodeRef) {
    let (root, tell) = (root.clone(), props.on_near.clone());
    use_effect_with(props.session.article.clone(), move |article| {
        let watching = root.cast().map(|root| watch(&root, article, &tell));
        move || drop(watching)
    });
}

/// Watches for as long as what it gives lives.
fn watch(root: &HtmlElement, article: &Rc<Article>, told: &Callback<Near>) -> ([Runs; 2], Sizes, Listener) {
    let runs = blocks::runs(article);
    let near = Rc::new(RefCell::new(Near::at_first(article)));
    let tell = {
        let (near, told) = (near.clone(), told.clone());
        move || {
            let now = near.borrow().clone();
            told.emit(now.with_cards(browser::is_narrow()));
        }
    };
    let follow = |heights: u32, put: fn(&mut Near, Range<ByteOffset>)| {
        let (article, runs, near, tell) = (article.clone(), runs.clone(), near.clone(), tell.clone());
        browser::on_runs(root, heights, move |found| {
            put(&mut near.borrow_mut(), blocks::stretch(&article, &runs, *found.start(), *found.end()));
            tell();
        })
    };
    let painted = follow(1, |near, stretch| near.painted = stretch);
    let seen = follow(0, |near, stretch| near.seen = stretch);
    // The page may become one column, or be one no more.
    let sizes = browser::on_sizes([root.clone()], tell.clone());
    let told = told.clone();
    let print = browser::on_print(move |all| if all { told.emit(Near::everything()) } else { tell() });
    ([painted, seen], sizes, print)
}
