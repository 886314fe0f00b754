//! What the article is, and whom it stands on.

use std::rc::Rc;

use yew::prelude::*;

use super::blocks;
use crate::article::{Article, BlockKind};
use crate::browser;
use crate::insight::{Share, Sourcing, Tally};
use crate::session::Session;
use crate::view::look;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ProfileProps {
    pub(super) session: Rc<Session>,
}

/// Claims and bytes that are counted at once; the rest follows while the page rests.
const AT_ONCE: (usize, usize) = (200, 20_000);

/// Milliseconds until it goes on.
const REST: u32 = 40;

#[component]
pub(super) fn Profile(ProfileProps { session }: &ProfileProps) -> Html {
    let count = use_mut_ref(Count::default);
    let again = use_force_update();
    let rest = use_mut_ref(|| None);
    let done = count.borrow_mut().go_on(session);
    use_effect(move || {
        *rest.borrow_mut() = (!done).then(|| browser::after(REST, move || again.force_update()));
    });
    let Count { sourcing, words, .. } = &*count.borrow();
    let key = |share: &Share| {
        html! {
            <li key={look::class(share.voice)} title={words::share(share.voice, share.percent, sourcing.words)}>
                { look::dot(share.voice) }{ words::voice(share.voice) }<b>{ words::percent(share.percent) }</b>
            </li>
        }
    };
    html! {
        <div class="about">
            <p class="facts">{ facts(session, *words) }</p>
            <section class="profile" aria-label={words::sourcing_profile()} aria-busy={(!done).then_some("true")}>
                <h2>{ words::standing_on() }</h2>
                if !sourcing.shares.is_empty() {
                    { look::stack(sourcing) }
                    <ul class="key">{ for sourcing.shares.iter().map(key) }</ul>
                } else if done {
                    <p>{ words::no_profile_yet() }</p>
                }
            </section>
        </div>
    }
}

/// What was counted so far, of one article.
#[derive(Default)]
struct Count {
    article: Option<Rc<Article>>,
    tally: Tally,
    sourcing: Sourcing,
    /// Blocks and words that were counted, and all words once they were.
    so_far: (usize, usize),
    words: Option<usize>,
}

impl Count {
    /// Counts on; whether all is counted. What was counted before is shown until then.
    fn go_on(&mut self, session: &Session) -> bool {
        if !self.article.as_ref().is_some_and(|article| Rc::ptr_eq(article, &session.article)) {
            *self = Count { article: Some(session.article.clone()), ..Count::default() };
        }
        let counted = self.tally.follow(session, AT_ONCE.0);
        if counted {
            self.sourcing = self.tally.sourcing(session);
        }
        if self.words.is_none() {
            self.read_on(&session.article);
        }
        counted && self.words.is_some()
    }

    fn read_on(&mut self, article: &Article) {
        let (mut at, mut words) = self.so_far;
        let mut bytes = 0;
        while let Some(block) = article.blocks.get(at).filter(|_| bytes < AT_ONCE.1) {
            bytes += block.span.byte_len();
            words += article.words_in(block);
            at += 1;
        }
        self.so_far = (at, words);
        self.words = (at >= article.blocks.len()).then_some(words);
    }
}

/// Byline, publisher and day, unless the text itself has them, and the length.
fn facts(session: &Session, words: Option<usize>) -> String {
    let (article, details) = (&session.article, &session.details);
    let head = article.blocks.iter().take(blocks::head_len(article));
    let printed: String =
        head.filter(|b| b.kind == BlockKind::Byline).map(|b| article.text.slice(b.span)).collect();
    let known = [&details.byline, &details.publisher, &details.published];
    let missing = known.into_iter().filter(|fact| !fact.is_empty() && !printed.contains(fact.as_str()));
    words::facts(missing.map(String::as_str), words)
}
