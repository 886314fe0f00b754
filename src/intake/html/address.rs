//! Addresses in a page become whole.

use crate::article::LinkAddress;

/// Where a link leads that stands in a page of this address (RFC 3986, section 5.2); `None` if nowhere, or
/// only to another place of the same page.
pub(super) fn whole(link: &str, page: Option<&str>) -> Option<LinkAddress> {
    let link = link.trim();
    if link.is_empty() || link.starts_with('#') {
        return None;
    }
    LinkAddress::new(link).or_else(|| LinkAddress::new(&joined(link, page?)?))
}

fn joined(link: &str, page: &str) -> Option<String> {
    let (scheme, rest) = page.split_once("://")?;
    if link.split(['/', '?', '#']).next()?.contains(':') {
        return None;
    }
    if link.starts_with("//") {
        return Some(format!("{scheme}:{link}"));
    }
    let (host, path) = rest.split_at_checked(rest.find(['/', '?', '#']).unwrap_or(rest.len()))?;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let (way, query) = link.split_at_checked(link.find(['?', '#']).unwrap_or(link.len()))?;
    let way = match way.chars().next() {
        Some('/') => way.to_owned(),
        Some(_) => format!("{}/{way}", path.rsplit_once('/').map_or("", |(folder, _)| folder)),
        None => path.to_owned(),
    };
    Some(format!("{scheme}://{host}{}{query}", without_dots(&way)))
}

/// A path without `.` and `..`.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    for (at, part) in parts.iter().enumerate() {
        let is_last = at + 1 == parts.len();
        match *part {
            ".." => {
                kept.pop();
            }
            "." => {}
            part => {
                kept.push(part);
                continue;
            }
        }
        if is_last {
            kept.push("");
        }
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn links_become_whole() {
        let page = "https://news.example/harbour/toll.html?x=1#y";
        for (link, expected) in [
            ("https://a.example/b", "https://a.example/b"),
            ("//a.example/b", "https://a.example/b"),
            ("/b?c", "https://news.example/b?c"),
            ("b/c", "https://news.example/harbour/b/c"),
            ("../b", "https://news.example/b"),
            ("../../b/./c/..", "https://news.example/b/"),
            ("?page=2", "https://news.example/harbour/toll.html?page=2"),
            ("mailto:a@b.example", "mailto:a@b.example"),
        ] {
            assert_eq!(
                whole(link, Some(page)).map(|it| it.as_str().to_owned()).as_deref(),
                Some(expected),
                "{link}"
            );
        }
        for link in ["", "#note", "javascript:alert(1)", "tel:1"] {
            assert_eq!(whole(link, Some(page)), None, "{link}");
        }
        assert_eq!(whole("b", None), None);
        assert_eq!(
            whole("b", Some("https://a.example")).map(|it| it.as_str().to_owned()).as_deref(),
            Some("https://a.example/b")
        );
    }
}
