//! What is said about the ways in from the web.

use super::quoted;
use super::trouble::size;

fixed! {
    from_the_web = "From the web";
    page_address_field = "Address of the page";
    address_hint = "https://";
    fetch = "Fetch";
    fetch_hint = "Your browser asks the page’s own server for it, without cookies and without saying where the question comes from. Many servers answer only to their own pages; then take one of the other ways.";
    other_ways = "If that does not work";
    bookmarklet_steps = "Drag this link to your bookmarks bar, or copy it into a new bookmark. On the page of an article, that bookmark opens Sayso with it.";
    bookmarklet_name = "To Sayso";
    copy_link = "Copy the link";
    link_copied = "The link was copied. Make a new bookmark, and paste it as its address.";
    link_not_copied = "The browser does not let the link be copied. Drag it to the bookmarks bar instead.";
    by_copying = "On the page, select all and copy; then paste in the library. Headings, links and quotations stay.";
    by_saving = "Save the page in your browser, and drop the file here.";
    no_address = "This is no address of a page: it begins with https:// or http://, and names a server.";
    page_copied = "Sayso did not answer, so this page was copied. Open Sayso and paste it in the library.";
    page_to_copy = "Sayso does not answer: this site may not allow it. Close this message and click anywhere on the page: then the page is copied, to be pasted in the library of Sayso.";
    page_not_copied = "The page could not be copied. Save it in your browser, and drop the file in Sayso.";
    other_way = "You can still use the bookmark “To Sayso” on that page, copy and paste it, or save the page and drop the file here.";
    not_handed_over = "The page did not hand itself over: some do not allow it. Go back to it: the bookmark copies it, or you select all and copy. Then close this and paste. Or save the page and drop the file here.";
}

/// What the bookmark says on the page of an article, by the names that its program has for it. No sentence
/// has one of the names in it, and they are replaced in this order.
pub fn bookmarklet_says() -> [(&'static str, String); 3] {
    [("NOT_COPIED", page_not_copied()), ("COPIED", page_copied()), ("CLICK", page_to_copy())]
}

/// Why nothing came from an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InVain {
    /// This device is not connected.
    Offline,
    /// The address is not a safe one, and this page has one.
    Insecure,
    /// It took too long.
    Slow,
    /// It began to come, and did not end.
    Cut,
    /// Its server answers, and nobody but its own pages may read that.
    Closed,
    /// No server answers, or none that lets itself be known.
    Unreachable,
    /// Its server answered with this number (HTTP status code).
    Status(u16),
    /// It is larger than this, in bytes.
    TooLarge(u64),
}

/// Nothing came from an address: why, and what to do instead.
pub fn not_fetched(address: &str, why: InVain) -> String {
    let said = format!("{} was not fetched, and nothing was added. {}", quoted(address), because(why));
    // Where no page is, or no network, the other ways lead nowhere.
    if matches!(why, InVain::Offline | InVain::Status(404 | 410)) {
        said
    } else {
        format!("{said} {}", other_way())
    }
}

fn because(why: InVain) -> String {
    match why {
        InVain::Offline => "This device is offline. Fetch it again once it is connected; a page that is saved on this device can be opened now.".into(),
        InVain::Insecure => "Its address begins with http://, and browsers do not let a page that came over https:// ask there. Try the same address with https://.".into(),
        InVain::Slow => "It was not here after a minute: its server or the connection is too slow. Try again later.".into(),
        InVain::Cut => "The connection broke off in the midst of it. Try again.".into(),
        InVain::Closed => "Its server does not let other pages read it.".into(),
        InVain::Unreachable => "Its server cannot be reached, or does not let other pages read it. See whether the address is right and opens in a tab of its own.".into(),
        InVain::Status(status) => refused_with(status),
        InVain::TooLarge(limit) => format!("It is larger than {}, and was not fetched to its end.", size(limit)),
    }
}

fn refused_with(status: u16) -> String {
    match status {
        404 | 410 => format!(
            "There is no such page (its server answered {status}). Look at the address: it may be misspelt, or the page has moved."
        ),
        401 | 407 => format!("Its server wants a login (it answered {status}), and Sayso asks without one."),
        402 => format!("Its server wants it to be paid for (it answered {status})."),
        403 => format!("Its server refuses to hand it out like this (it answered {status})."),
        451 => {
            format!("It may not be shown where you are, for legal reasons (its server answered {status}).")
        }
        408 | 429 => format!(
            "Its server has too much to do, or was asked too often (it answered {status}). Wait a few minutes, and try again."
        ),
        500.. => format!("Its server is in trouble itself (it answered {status}). Try again later."),
        _ => format!(
            "Its server does not understand the question (it answered {status}). Look at the address."
        ),
    }
}

/// How much of a page is here.
pub fn fetching(bytes: u64) -> String {
    format!("Fetching, {} so far", size(bytes))
}
