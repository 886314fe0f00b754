//! One rule.

use std::rc::Rc;

use yew::prelude::*;

use super::{Draft, area, form, lines};
use crate::codebook::{Codebook, Edit, Rule, Subject};
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(in crate::view::dialog) struct RuleFormProps {
    pub(in crate::view::dialog) codebook: Rc<Codebook>,
    pub(in crate::view::dialog) subject: Subject,
    pub(in crate::view::dialog) trouble: Option<String>,
    pub(in crate::view::dialog) ask: Callback<Ask>,
}

#[component]
pub(in crate::view::dialog) fn RuleForm(props: &RuleFormProps) -> Html {
    let RuleFormProps { codebook, subject, trouble, ask } = props;
    let draft: Draft<Rule> = use_mut_ref(|| {
        let rule = codebook.rules.iter().find(|rule| rule.subject == *subject).cloned();
        rule.unwrap_or_else(|| Rule::empty(*subject))
    });
    let save = {
        let (draft, ask) = (draft.clone(), ask.clone());
        Callback::from(move |()| ask.emit(Ask::EditCodebook(Edit::Rule(draft.borrow().clone()))))
    };
    let rule = draft.borrow().clone();
    let fields = html! {
        <>
            { area(words::definition_field(), &draft, rule.definition, |rule, text| rule.definition = text) }
            { area(words::when_field(), &draft, rule.when, |rule, text| rule.when = text) }
            { area(words::when_not_field(), &draft, rule.when_not, |rule, text| rule.when_not = text) }
            { area(words::examples_field(), &draft, rule.examples.join("\n"), |rule, text| rule.examples = lines(&text)) }
        </>
    };
    let title = format!("{}: {}", words::rule_dialog(), words::subject(*subject));
    form(title, trouble.as_ref(), save, ask, fields)
}
