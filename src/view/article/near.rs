//! What of the article is near what is seen: only that is painted, and has cards.

use yew::prelude::*;

use super::{ReaderProps, blocks};
use crate::browser::{self, HtmlElement};
use crate::view::Near;

/// Tells what is near each time it becomes something else. For print all of it is.
#[hook]
pub(super) fn use_near(props: &ReaderProps, root: &NodeRef) {
    let (root, tell) = (root.clone(), props.on_near.clone());
    use_effect_with(props.session.article.clone(), move |article| {
        let runs = blocks::runs(article);
        let watch = |root: HtmlElement| {
            let (article, runs, tell) = (article.clone(), runs.clone(), tell.clone());
            let seen = std::rc::Rc::new(std::cell::RefCell::new(Near::at_first(&article)));
            let watch = |heights: u32, put: fn(&mut Near, std::ops::Range<crate::text::ByteOffset>)| {
                let (article, runs, tell, seen) = (article.clone(), runs.clone(), tell.clone(), seen.clone());
                browser::on_runs(&root, heights, move |found| {
                    put(
                        &mut seen.borrow_mut(),
                        blocks::stretch(&article, &runs, *found.start(), *found.end()),
                    );
                    tell.emit(seen.borrow().clone());
                })
            };
            let near = watch(1, |near, stretch| near.painted = stretch);
            let here = watch(0, |near, stretch| near.seen = stretch);
            let print = browser::on_print({
                let (tell, seen) = (tell.clone(), seen.clone());
                move |all| tell.emit(if all { Near::everything() } else { seen.borrow().clone() })
            });
            (near, here, print)
        };
        let watching = root.cast().map(watch);
        move || drop(watching)
    });
}
