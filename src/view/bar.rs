//! The bar at the top: where one is, the ways to look, and what can be done.

use std::rc::Rc;

use yew::prelude::*;

use super::can::Can;
use super::commands::Commands;
use super::menu::Menu;
use super::{Ask, Outgoing, Page, Scope, Screen, Tab, look};
use crate::article::{ArticleId, Details};
use crate::session::Intent;
use crate::settings::Settings;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct BarProps {
    pub(super) now: Now,
    pub(super) settings: Rc<Settings>,
    pub(super) ask: Callback<Ask>,
}

/// What the bar shows, and nothing else: so most steps leave it as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Now {
    page: Page,
    /// The open article and what is known about it.
    article: Option<(ArticleId, Rc<Details>)>,
    /// What *Undo* and *Redo* would do, in words.
    steps: (Option<String>, Option<String>),
    can: Can,
    /// Articles in the library.
    articles: usize,
}

impl Now {
    pub(super) fn of(screen: &Screen) -> Now {
        let session = screen.session.as_ref();
        let history = session.map(|session| &session.history);
        Now {
            page: screen.page.clone(),
            article: session.map(|session| (session.id.clone(), session.details.clone())),
            steps: (
                history.and_then(|history| history.undo_step()).map(words::undo_step),
                history.and_then(|history| history.redo_step()).map(words::redo_step),
            ),
            can: screen.can_do(),
            articles: screen.library.iter().filter(|card| !card.removed).count(),
        }
    }
}

#[component]
pub(super) fn Bar(BarProps { now, settings, ask }: &BarProps) -> Html {
    let article = now.article.as_ref();
    html! {
        <header class="bar">
            <a class="logo" href="#/" aria-label={words::to_library()}>{ "Say" }<i>{ "so" }</i></a>
            { crumb(article.map(|(_, details)| details)) }
            <span class="push"></span>
            { for article.map(|(id, _)| tabs(&now.page, id)) }
            { for article.map(|_| tools(now, ask)) }
            <Commands can={now.can} settings={settings.clone()} ask={ask.clone()} />
            <Menu label={words::export()} items={exports(now)} ask={ask.clone()} />
        </header>
    }
}

fn crumb(details: Option<&Rc<Details>>) -> Html {
    html! {
        <nav class="crumb" aria-label={words::where_you_are()}>
            if let Some(details) = details {
                <a href="#/">{ words::library() }</a>{ " › " }
                <b title={details.title.clone()}>{ &details.title }</b>
            } else {
                <span>{ words::tagline() }</span>
            }
        </nav>
    }
}

/// Tabs are links, so that the back button and a new window work; the arrows are left to the page.
fn tabs(page: &Page, id: &ArticleId) -> Html {
    let tab = |this: Tab, name: String, address: String| {
        let selected = matches!(page, Page::Article(_, tab) if *tab == this);
        html! { <a role="tab" href={address} aria-selected={selected.to_string()}>{ name }</a> }
    };
    html! {
        <div class="seg" role="tablist" aria-label={words::ways_to_look()}>
            { tab(Tab::Annotate, words::annotate(), look::address(id)) }
            { tab(Tab::Overview, words::overview(), format!("{}/overview", look::address(id))) }
        </div>
    }
}

fn tools(now: &Now, ask: &Callback<Ask>) -> Html {
    let (undo, redo) = now.steps.clone();
    let (no_undo, no_redo) = (undo.is_none(), redo.is_none());
    html! {
        <div class="tools">
            if matches!(now.page, Page::Article(_, Tab::Annotate)) {
                <button class="search-button" title={words::search_hint()} onclick={ask.reform(|_| Ask::OpenSearch)}>
                    { words::search() }{ look::key("/") }
                </button>
            }
            <button title={undo} disabled={no_undo} onclick={ask.reform(|_| Ask::Do(Intent::Undo))}>{ words::undo() }</button>
            <button title={redo} disabled={no_redo} onclick={ask.reform(|_| Ask::Do(Intent::Redo))}>{ words::redo() }</button>
        </div>
    }
}

fn exports(now: &Now) -> Vec<(String, Ask)> {
    let named = words::menu_formats();
    let mut items = Vec::with_capacity(named.len() + 3);
    if now.article.is_some() {
        items.push((words::json_article(), Ask::Export(Scope::Article)));
    }
    items.push((words::json_library(now.articles), Ask::Export(Scope::Library)));
    for (word, name) in named {
        items.push((name.to_owned(), Ask::Outgoing(Outgoing::Begin(Some(word)))));
    }
    items.push((words::other_formats(), Ask::Outgoing(Outgoing::Begin(None))));
    items
}
