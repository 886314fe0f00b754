//! What of the article is near what is seen: only that is painted, and has cards.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::{ReaderProps, blocks};
use crate::article::Article;
use crate::browser::{self, HtmlElement, Listener, Runs, Sizes};
use crate::text::ByteOffset;
use crate::view::Near;

/// Milliseconds without another move after which scrolling rests.
const REST: u32 = 200;

/// Moves after which it is told although scrolling goes on.
const MOVES: u32 = 12;

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
    let follow = |heights: u32, then: Box<dyn Fn(Range<ByteOffset>)>| {
        let (article, runs) = (article.clone(), runs.clone());
        browser::on_runs(root, heights, move |found| {
            then(blocks::stretch(&article, &runs, *found.start(), *found.end()));
        })
    };
    let painted = follow(1, {
        let (near, tell) = (near.clone(), tell.clone());
        Box::new(move |stretch| {
            near.borrow_mut().painted = stretch;
            tell();
        })
    });
    let seen = follow(0, Box::new(once_it_rests(near, tell.clone())));
    // The page may become one column, or be one no more.
    let sizes = browser::on_sizes([root.clone()], tell.clone());
    let told = told.clone();
    let print = browser::on_print(move |all| if all { told.emit(Near::everything()) } else { tell() });
    ([painted, seen], sizes, print)
}

/// What is seen is told once scrolling rests, and now and then while it goes on: where marks are dense the
/// cards depend on it, and to make very many anew in each frame would hold the scrolling up.
fn once_it_rests(near: Rc<RefCell<Near>>, tell: impl Fn() + Clone + 'static) -> impl Fn(Range<ByteOffset>) {
    let (wait, moves) = (Rc::new(RefCell::new(None)), Rc::new(Cell::new(0)));
    let now = Rc::new(RefCell::new(ByteOffset(0)..ByteOffset(0)));
    move |stretch| {
        *now.borrow_mut() = stretch;
        moves.set(moves.get() + 1);
        if moves.get() % MOVES == 0 {
            return;
        }
        let (near, now, tell, moves) = (near.clone(), now.clone(), tell.clone(), moves.clone());
        *wait.borrow_mut() = Some(browser::after(REST, move || {
            moves.set(0);
            near.borrow_mut().seen = now.borrow().clone();
            tell();
        }));
    }
}
