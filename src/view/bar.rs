//! The bar at the top: where one is, the ways to look, and what can be done.

use std::rc::Rc;

use yew::prelude::*;

use super::commands::Commands;
use super::menu::Menu;
use super::{Ask, Page, Scope, Screen, Tab, look};
use crate::article::ArticleId;
use crate::session::{Intent, Session};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct BarProps {
    pub(super) screen: Rc<Screen>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Bar(BarProps { screen, ask }: &BarProps) -> Html {
    let session = screen.session.as_ref();
    html! {
        <header class="bar">
            <a class="logo" href="#/" aria-label={words::to_library()}>{ "Say" }<i>{ "so" }</i></a>
            { crumb(session) }
            <span class="push"></span>
            { for session.map(|session| tabs(&screen.page, &session.id)) }
            { for session.map(|session| tools(&screen.page, session, ask)) }
            <Commands can={screen.can_do()} settings={screen.settings.clone()} ask={ask.clone()} />
            <Menu label={words::export()} items={exports(screen)} ask={ask.clone()} />
        </header>
    }
}

fn crumb(session: Option<&Rc<Session>>) -> Html {
    html! {
        <nav class="crumb" aria-label={words::where_you_are()}>
            if let Some(session) = session {
                <a href="#/">{ words::library() }</a>{ " › " }
                <b title={session.details.title.clone()}>{ &session.details.title }</b>
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

fn tools(page: &Page, session: &Rc<Session>, ask: &Callback<Ask>) -> Html {
    let (undo, redo) = (session.history.undo_step(), session.history.redo_step());
    html! {
        <div class="tools">
            if matches!(page, Page::Article(_, Tab::Annotate)) {
                <button class="search-button" title={words::search_hint()} onclick={ask.reform(|_| Ask::OpenSearch)}>
                    { words::search() }{ look::key("/") }
                </button>
            }
            <button title={undo.map(words::undo_step)} disabled={undo.is_none()}
                onclick={ask.reform(|_| Ask::Do(Intent::Undo))}>{ words::undo() }</button>
            <button title={redo.map(words::redo_step)} disabled={redo.is_none()}
                onclick={ask.reform(|_| Ask::Do(Intent::Redo))}>{ words::redo() }</button>
        </div>
    }
}

fn exports(screen: &Screen) -> Vec<(String, Ask)> {
    let this = screen.session.is_some().then(|| (words::json_article(), Ask::Export(Scope::Article)));
    let all = (
        words::json_library(screen.library.iter().filter(|card| !card.removed).count()),
        Ask::Export(Scope::Library),
    );
    this.into_iter().chain([all]).collect()
}
