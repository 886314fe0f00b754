//! What the article is, and whom it stands on.

use std::rc::Rc;

use yew::prelude::*;

use super::blocks;
use crate::article::BlockKind;
use crate::insight::{Share, sourcing};
use crate::session::Session;
use crate::view::look;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ProfileProps {
    pub(super) session: Rc<Session>,
}

#[component]
pub(super) fn Profile(ProfileProps { session }: &ProfileProps) -> Html {
    let sourcing = sourcing(session);
    let key = |share: &Share| {
        html! {
            <li key={look::class(share.voice)} title={words::share(share.voice, share.percent, sourcing.words)}>
                { look::dot(share.voice) }{ words::voice(share.voice) }<b>{ words::percent(share.percent) }</b>
            </li>
        }
    };
    html! {
        <div class="about">
            <p class="facts">{ facts(session) }</p>
            <section class="profile" aria-label={words::sourcing_profile()}>
                <h2>{ words::standing_on() }</h2>
                if sourcing.shares.is_empty() {
                    <p>{ words::no_profile_yet() }</p>
                } else {
                    { look::stack(&sourcing) }
                    <ul class="key">{ for sourcing.shares.iter().map(key) }</ul>
                }
            </section>
        </div>
    }
}

/// Byline, publisher and day, unless the text itself has them, and the length.
fn facts(session: &Session) -> String {
    let (article, details) = (&session.article, &session.details);
    let head = article.blocks.iter().take(blocks::head_len(article));
    let printed: String =
        head.filter(|b| b.kind == BlockKind::Byline).map(|b| article.text.slice(b.span)).collect();
    let known = [&details.byline, &details.publisher, &details.published];
    let missing = known.into_iter().filter(|fact| !fact.is_empty() && !printed.contains(fact.as_str()));
    words::facts(missing.map(String::as_str), article.word_count())
}
