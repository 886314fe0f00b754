//! The ways in from the web: an address, a page that hands itself over, what another program shares.

use super::desk::{Desk, State};
use super::errands::Job;
use crate::browser::{self, File, Handed, MARKED, Shared};
use crate::errand::{self, Errand, Visit};
use crate::view::{Dialog, Visiting};
use crate::words;

/// The route at which a page that hands itself over is waited for.
const RECEIVE: &str = "/receive";

impl State {
    /// Does what is asked of the ways in.
    pub(super) fn mind_web(&mut self, what: Visiting, desk: &Desk) {
        match what {
            Visiting::Fetch(typed) => match errand::whole_address(&typed) {
                Some(address) => {
                    self.dialog = None;
                    self.visit(address, None, desk);
                }
                None => self.dialog = Some(Dialog::Web(typed, Some(words::no_address()))),
            },
            Visiting::Copied(true) => self.tell_aloud(words::link_copied()),
            Visiting::Copied(false) => self.tell_aloud(words::link_not_copied()),
        }
    }

    fn visit(&mut self, address: String, page: Option<File>, desk: &Desk) {
        if !self.refuse_if_read_only() {
            self.run_errands([Job::Visit(Visit { address, at: browser::instant() }, page)], desk);
        }
    }

    /// Why nothing came of a job. What was typed for it stays.
    pub(super) fn tell_refusal(&mut self, job: &Job, why: String) {
        match job {
            Job::Visit(visit, None) if self.dialog.is_none() => {
                self.dialog = Some(Dialog::Web(visit.address.clone(), Some(why)));
            }
            _ => {
                self.refuse_meanwhile(why.clone());
                self.tell_trouble(why);
            }
        }
    }

    /// What another program shared: an address is ready to be fetched, a text to be added.
    pub(super) fn take_shared(&mut self, shared: Shared) {
        let Shared { title, text, address } = shared;
        let address =
            Some(address).filter(|address| !address.is_empty()).or_else(|| errand::whole_address(&text));
        match address {
            Some(address) => self.dialog = Some(Dialog::Web(address, None)),
            None => self.take_shared_text(title, &text),
        }
    }
}

/// Takes what the page was opened with: a page that hands itself over, or what was shared.
pub(super) fn take_what_came(desk: &Desk) {
    if browser::hash() == RECEIVE {
        let receiving = desk.clone();
        browser::receive(Visit::LIMIT, move |handed| {
            receiving.with(|state| match handed {
                Some(Handed { address, markup }) => {
                    state.visit(address, File::of_text("page.html", &markup), &receiving);
                }
                None => state.dialog = Some(Dialog::Web(String::new(), Some(words::not_handed_over()))),
            });
        });
        browser::replace_route("/");
    }
    let route = browser::hash();
    if let (true, Some(file)) = (route.starts_with(MARKED), File::of_text(&words::a_link(), &route)) {
        browser::replace_route("/");
        desk.with(|state| state.open_files(vec![file], Errand::Open, desk));
    }
    if let Some(shared) = browser::take_shared() {
        desk.with(|state| state.take_shared(shared));
    }
}
