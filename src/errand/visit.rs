//! What stands at an address: fetched here, or handed over by the page that stands there.

use super::open::drafted;
use super::{Answer, Letter, Progress};
use crate::intake::{self, FILE_LIMIT, pdf::Apart};
use crate::words::{self, InVain};

/// What the page asks. A page that was handed over goes with the letter as a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Visit {
    /// The address.
    pub address: String,
    /// When it was asked for or handed over (RFC 3339).
    pub at: String,
}

/// The word that a letter of this kind begins with.
const VISIT: &str = "visit";

impl Visit {
    /// The most that is taken from there, in bytes.
    pub const LIMIT: u64 = FILE_LIMIT as u64;

    /// The letter that asks for it.
    #[must_use]
    pub fn letter(&self) -> Letter {
        vec![VISIT.to_owned(), self.address.clone(), self.at.clone()]
    }

    /// What a letter asks for; `None` if something else.
    #[must_use]
    pub fn of(letter: &[String]) -> Option<Visit> {
        let [word, address, at] = letter else { return None };
        (word == VISIT).then(|| Visit { address: address.clone(), at: at.clone() })
    }

    /// How far it has come, with so many bytes here. How many it will be, servers do not always say.
    #[must_use]
    pub fn coming(bytes: u64) -> Progress {
        Progress { doing: words::fetching(bytes), share: 0 }
    }

    /// Reads what was there, and what its server says that it is (`Content-Type`).
    #[must_use]
    pub fn open(&self, bytes: &[u8], served: &str) -> Answer {
        self.told(intake::open_page(&self.address, bytes, served))
    }

    /// Reads a PDF that was there and has been taken apart.
    #[must_use]
    pub fn open_paper(&self, apart: Apart) -> Answer {
        self.told(intake::pdf::read(apart))
    }

    fn told(&self, read: Result<intake::Draft, intake::Unread>) -> Answer {
        let known = read.map(|mut draft| {
            self.at.clone_into(&mut draft.details.retrieved);
            if draft.details.url.is_empty() {
                self.address.clone_into(&mut draft.details.url);
            }
            draft
        });
        drafted(&self.address, known)
    }

    /// What is said when nothing came from there: with the number that its server answered, if it did, else
    /// with a word of `src/worker.js`.
    #[must_use]
    pub fn in_vain(&self, status: Option<u16>, why: &str) -> Answer {
        let why = match (status, why) {
            (Some(status), _) => InVain::Status(status),
            (None, "offline") => InVain::Offline,
            (None, "insecure") => InVain::Insecure,
            (None, "slow") => InVain::Slow,
            (None, "cut") => InVain::Cut,
            (None, "closed") => InVain::Closed,
            (None, _) => InVain::Unreachable,
        };
        Answer::Refused(words::not_fetched(&self.address, why))
    }

    /// What is said when it is larger than `limit` bytes.
    #[must_use]
    pub fn too_large(&self, limit: u64) -> Answer {
        Answer::Refused(words::not_fetched(&self.address, InVain::TooLarge(limit)))
    }
}

/// An address of the web, with `https://` before one that was typed without; `None` if it cannot be one.
#[must_use]
pub fn whole_address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let lower = typed.to_ascii_lowercase();
    let whole = if lower.starts_with("https://") || lower.starts_with("http://") {
        typed.to_owned()
    } else if typed.contains("://") || lower.starts_with("mailto:") || lower.starts_with("javascript:") {
        return None;
    } else {
        format!("https://{typed}")
    };
    let (_, rest) = whole.split_once("://")?;
    let server = rest.split(['/', '?', '#']).next()?;
    let is_server = server.contains('.') || server.starts_with("localhost") || server.starts_with('[');
    (is_server && !whole.contains(char::is_whitespace)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::{Visit, whole_address};
    use crate::errand::Answer;

    fn visit() -> Visit {
        Visit { address: "https://post.example/toll?x=1".into(), at: "2026-03-02T08:00:00Z".into() }
    }

    #[test]
    fn what_stands_there_is_looked_over_with_where_and_when() {
        assert_eq!(Visit::of(&visit().letter()), Some(visit()));
        assert_eq!(Visit::of(&["follow".to_owned()]), None);
        let page = b"<!doctype html><h1>Toll</h1><p>It stays, <a href=/a>she</a> said.</p>";
        let Answer::Draft(draft, _) = visit().open(page, "text/html; charset=utf-8") else {
            panic!("a draft")
        };
        assert_eq!(draft.details.url, "https://post.example/toll?x=1");
        assert_eq!(draft.details.retrieved, "2026-03-02T08:00:00Z");
        let links: Vec<_> =
            draft.blocks.iter().flat_map(|block| &block.pieces).filter_map(|it| it.link.as_ref()).collect();
        assert_eq!(links.first().map(|link| link.as_str()), Some("https://post.example/a"));
    }

    #[test]
    fn what_came_in_vain_says_why_and_what_to_do_instead() {
        let check = |status: Option<u16>, word: &str, expected: &str, other_ways: bool| {
            let Answer::Refused(why) = visit().in_vain(status, word) else { panic!("a sentence") };
            assert!(why.contains("post.example/toll") && why.contains("nothing was added"), "{why}");
            assert!(why.contains(expected), "{why}");
            assert_eq!(why.contains("save the page and drop the file"), other_ways, "{why}");
        };
        check(None, "offline", "This device is offline.", false);
        check(None, "insecure", "Try the same address with https://", true);
        check(None, "slow", "not here after a minute", true);
        check(None, "cut", "broke off", true);
        check(None, "closed", "Its server does not let other pages read it.", true);
        check(None, "unreachable", "cannot be reached, or does not let", true);
        check(None, "", "cannot be reached, or does not let", true);
        for (status, expected, other_ways) in [
            (400, "does not understand the question", true),
            (401, "wants a login", true),
            (402, "to be paid for", true),
            (403, "refuses to hand it out", true),
            (404, "There is no such page", false),
            (410, "There is no such page", false),
            (429, "was asked too often", true),
            (451, "legal reasons", true),
            (500, "in trouble itself", true),
            (503, "in trouble itself", true),
        ] {
            check(Some(status), "", expected, other_ways);
            check(Some(status), "", &format!("answered {status})"), other_ways);
        }
        let Answer::Refused(why) = visit().too_large(100_000_000) else { panic!("a sentence") };
        assert!(why.contains("larger than 100 MB") && why.contains("save the page"), "{why}");
        assert!(matches!(visit().open(b"\x89PNG\r\n", ""), Answer::Refused(_)));
    }

    #[test]
    fn how_much_is_here_is_told() {
        assert_eq!(Visit::coming(410_000).doing, "Fetching, 410 kB so far");
    }

    #[test]
    fn the_server_may_say_which_letters_it_has() {
        let page = b"<!doctype html><h1>C\xB3o</h1><p>C\xB3o zostaje, powiedzia\xB3a.</p>";
        let Answer::Draft(draft, remarks) = visit().open(page, "text/html; charset=ISO-8859-2") else {
            panic!("a draft")
        };
        assert_eq!((draft.details.title.as_str(), remarks.as_str()), ("Cło", ""));
    }

    #[test]
    fn an_address_may_be_typed_without_its_beginning() {
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(whole_address(typed).as_deref(), expected, "{typed}");
        };
        check(" post.example/toll ", Some("https://post.example/toll"));
        check("HTTP://post.example", Some("HTTP://post.example"));
        check("http://localhost:8080/a", Some("http://localhost:8080/a"));
        check("https://post.example/a?b=c#d", Some("https://post.example/a?b=c#d"));
        for typed in [
            "",
            "toll",
            "file:///etc/toll.html",
            "javascript:alert(1)",
            "https://",
            "The toll stays. It does.",
            "mailto:a@b.example",
            "https://a b.example",
        ] {
            check(typed, None);
        }
    }
}
