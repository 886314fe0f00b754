//! What is said about the ways in from the web.

use super::quoted;

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
    not_handed_over = "The page did not hand itself over: some do not allow it. Go back to it, select all and copy, and paste here; or save the page and drop the file here.";
}

/// Nothing came from an address; with the number its server answered, if it did.
pub fn not_fetched(address: &str, status: Option<u16>) -> String {
    let why = match status {
        Some(404 | 410) => format!(
            "There is no such page (its server answered {}): look at the address.",
            status.unwrap_or_default()
        ),
        Some(401 | 402 | 403 | 429 | 451) => {
            format!("Its server does not hand it out like this (it answered {}).", status.unwrap_or_default())
        }
        Some(status) => format!("Its server answered with an error ({status})."),
        None => "Its server does not let other pages read it, or cannot be reached.".to_owned(),
    };
    format!(
        "{} was not fetched, and nothing was added. {why} You can still use the bookmark “To Sayso” on that page, copy and paste it, or save the page and drop the file here.",
        quoted(address)
    )
}
