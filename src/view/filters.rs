//! What marks must be like to be shown: a list to choose from for each.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::Ask;
use crate::annotation::{Content, Form, MarkKind, SourceKind, Verdict};
use crate::browser;
use crate::session::{Filter, Session, Whose};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct FiltersProps {
    /// Another number each time the cursor is to go to the first list.
    pub(super) focus: Option<usize>,
    pub(super) session: Rc<Session>,
    pub(super) filter: Rc<Filter>,
    pub(super) ask: Callback<Ask>,
}

/// Lists of which the article offers nothing to choose are left out, unless something is chosen.
#[component]
pub(super) fn Filters(FiltersProps { focus, session, filter, ask }: &FiltersProps) -> Html {
    let first = use_node_ref();
    use_effect_with(*focus, {
        let first = first.clone();
        move |focus| {
            if let Some(first) = first.cast().filter(|_| focus.is_some()) {
                browser::focus(&first);
            }
        }
    });
    let row = Row { filter, ask, first: &first };
    let sources: Vec<_> =
        session.sources.iter().map(|source| (source.id.clone(), source.name.clone())).collect();
    let (tags, labels) = (same(tags(session)), same(labels(session)));
    let orphans = session.marks.iter().any(|mark| mark.spans().is_none());
    let place = if orphans { vec![((), words::not_found_again())] } else { Vec::new() };
    html! {
        <fieldset class="filters">
            <legend>{ words::filters() }</legend>
            { row.list(words::filter_kind(), named(&MarkKind::ALL, words::mark_kind), |f| f.kind, |f, to| f.kind = to) }
            { row.list(words::filter_source(), sources, |f| f.source.clone(), |f, to| f.source = to) }
            { row.list(words::filter_source_kind(), named(&SourceKind::ALL, words::source_kind), |f| f.source_kind, |f, to| f.source_kind = to) }
            { row.list(words::filter_form(), named(&Form::ALL, words::form), |f| f.form, |f, to| f.form = to) }
            { row.list(words::filter_verdict(), named(&Verdict::ALL, words::verdict), |f| f.verdict, |f, to| f.verdict = to) }
            { row.list(words::filter_tag(), tags, |f| f.tag.clone(), |f, to| f.tag = to) }
            { row.list(words::filter_label(), labels, |f| f.label.clone(), |f, to| f.label = to) }
            { row.list(words::filter_place(), place, |f| f.orphan.then_some(()), |f, to| f.orphan = to.is_some()) }
            { row.list(words::filter_whose(), named(&[Whose::Mine, Whose::Others], words::whose), |f| f.whose, |f, to| f.whose = to) }
            <button class="clear" onclick={ask.reform(|_| Ask::Filter(Filter::default()))}>
                { words::clear_filters() }
            </button>
        </fieldset>
    }
}

/// What all lists of the row work on.
struct Row<'a> {
    filter: &'a Rc<Filter>,
    ask: &'a Callback<Ask>,
    /// Where the cursor goes: the list of kinds.
    first: &'a NodeRef,
}

impl Row<'_> {
    /// A list of all that can be chosen, each with its name, and how it is read and set.
    fn list<T: Clone + PartialEq + 'static>(
        &self,
        label: String,
        all: Vec<(T, String)>,
        get: fn(&Filter) -> Option<T>,
        set: fn(&mut Filter, Option<T>),
    ) -> Html {
        let chosen = get(self.filter);
        let at = chosen.as_ref().and_then(|chosen| all.iter().position(|(one, _)| one == chosen));
        if all.is_empty() && chosen.is_none() {
            return html! {};
        }
        let (values, names): (Vec<T>, Vec<String>) = all.into_iter().unzip();
        let (filter, ask) = (self.filter.clone(), self.ask.clone());
        let choose = Callback::from(move |at: Option<usize>| {
            let mut changed = Filter::clone(&filter);
            set(&mut changed, at.and_then(|at| values.get(at).cloned()));
            ask.emit(Ask::Filter(changed));
        });
        let first = if label == words::filter_kind() { self.first.clone() } else { NodeRef::default() };
        select(label, &names, at, first, &choose)
    }
}

/// A list with *any* before its names.
fn select(
    label: String,
    names: &[String],
    at: Option<usize>,
    node: NodeRef,
    choose: &Callback<Option<usize>>,
) -> Html {
    let onchange = choose.reform(|event: Event| browser::input_value(&event).parse().ok());
    let option = |(value, name): (usize, &String)| {
        html! { <option key={value} value={value.to_string()} selected={at == Some(value)}>{ name }</option> }
    };
    html! {
        <label class={classes!(at.map(|_| "set"))}>
            { label }
            <select ref={node} {onchange}>
                <option value="" selected={at.is_none()}>{ words::any() }</option>
                { for names.iter().enumerate().map(option) }
            </select>
        </label>
    }
}

fn named<T: Copy>(all: &[T], name: fn(T) -> String) -> Vec<(T, String)> {
    all.iter().map(|one| (*one, name(*one))).collect()
}

/// Things that are their own names.
fn same(all: BTreeSet<String>) -> Vec<(String, String)> {
    all.into_iter().map(|one| (one.clone(), one)).collect()
}

fn tags(session: &Session) -> BTreeSet<String> {
    session.marks.iter().flat_map(|mark| mark.tags.iter().cloned()).collect()
}

fn labels(session: &Session) -> BTreeSet<String> {
    let label = |content: &Content| match content {
        Content::Note(label) if !label.is_empty() => Some(label.clone()),
        _ => None,
    };
    session.marks.iter().filter_map(|mark| label(&mark.content)).collect()
}
