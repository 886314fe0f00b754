use super::*;

const HASH: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn turn(time: u64, tab: &str, n: u64) -> Turn {
    Turn { time, tab: tab.into(), n }
}

/// An entry in both versions; `expected` is what comes after the version.
fn check(article: &str, turn: &Turn, expected: &str) {
    for (layout, prefix) in [(Layout::One, "sayso/1/"), (Layout::Two, "sayso/2/")] {
        let key = EntryKey { article: article.into(), turn: turn.clone(), layout };
        assert_eq!(key.to_string(), format!("{prefix}{expected}"));
        assert_eq!(Key::parse(&key.to_string()), Key::Entry(key));
    }
}

#[test]
fn entry_keys_are_read_as_they_are_written() {
    check("a", &turn(1_772_618_400_000, "t", 0), "a/1772618400000-t-0");
    check("a", &turn(5, "t", 12), "a/0000000000005-t-12");
    check("a", &turn(17_726_184_000_000, "", 0), "a/17726184000000--0");
    check("text", &turn(5, "two-part", 0), "text/0000000000005-two-part-0");
    check("with/slash 🙂", &turn(5, "t", 0), "with/slash 🙂/0000000000005-t-0");
    check("", &turn(5, "t", 0), "/0000000000005-t-0");
    check("here", &turn(5, "t", 0), "here/0000000000005-t-0");
    check("settings", &turn(5, "t", 1), "settings/0000000000005-t-1");
    for odd in ["settings", "gone", "a/snapshot", "past"] {
        let odd = format!("{odd}.0000000000005-t-1");
        check(&odd, &turn(5, "t", 1), &format!("{odd}/0000000000005-t-1"));
    }
}

#[test]
fn folds_are_told_apart_from_entries_whatever_the_article_is_called() {
    for article in ["a", "", "a/b", "snapshot.0000000000005-t-1", "text"] {
        for (part, word) in [(Part::Snapshot, "snapshot"), (Part::Past, "past")] {
            let key = FoldKey { article: article.into(), turn: turn(5, "t", 1), part };
            let printed = key.to_string();
            assert_eq!(printed, format!("sayso/2/{article}/{word}.0000000000005-t-1"));
            let expected = if part == Part::Snapshot { Key::Snapshot(key) } else { Key::Past(key) };
            assert_eq!(Key::parse(&printed), expected);
            assert_eq!(Key::parse(&printed.replacen('2', "1", 1)), Key::Unknown);
        }
    }
}

#[test]
fn what_stands_beside_the_articles_has_no_slash() {
    let gone = GoneKey { turn: turn(5, "t", 0) };
    assert_eq!(Key::parse("sayso/2/gone.0000000000005-t-0"), Key::Gone(gone.clone()));
    assert_eq!(gone.to_string(), "sayso/2/gone.0000000000005-t-0");
    assert_eq!(Key::parse("sayso/2/here"), Key::Here);
    assert_eq!(Key::parse(&Key::text(HASH)), Key::Text(HASH.to_owned()));
    assert_eq!(Key::parse(&Key::old_text(HASH)), Key::Text(HASH.to_owned()));
    assert_eq!(Key::parse(&Key::aside(HASH)), Key::Aside(HASH.to_owned()));
    for thing in Thing::ALL {
        let key = KeptKey { thing, turn: turn(5, "t", 1), layout: Layout::Two };
        assert_eq!(Key::parse(&key.to_string()), Key::Kept(key.clone()));
        let old = KeptKey { layout: Layout::One, ..key };
        let known = matches!(thing, Thing::Settings | Thing::Codebook);
        let expected = if known { Key::Kept(old.clone()) } else { Key::Unknown };
        assert_eq!(Key::parse(&old.to_string()), expected);
    }
}

#[test]
fn other_keys_are_told_apart() {
    for newer in ["sayso/3/a/x", "sayso/17/", "sayso/3/text/y"] {
        assert_eq!(Key::parse(newer), Key::Newer, "{newer}");
    }
    for rest in [
        "",
        "a",
        "text/abc",
        "a/5-t-0",
        "a/0000000000005-t-00",
        "a/0000000000005-t-+1",
        "a/x-t-0",
        "a/0000000000005",
        "settings",
        "settings.5-t-1",
        "rules.0000000000005-t-1",
        "a/snapshot.5-t-0",
        "gone.5-t-0",
        "aside.abc",
    ] {
        for version in [1, 2] {
            let key = format!("sayso/{version}/{rest}");
            assert_eq!(Key::parse(&key), Key::Unknown, "{key}");
        }
    }
    for other in
        ["", "sayso", "sayso/", "sayso/theme", "sayso/settings/x", "other/1/a/b", "sayso/0/a", "sayso/01/a"]
    {
        assert_eq!(Key::parse(other), Key::Other, "{other}");
    }
}

#[test]
fn numbers_count_as_numbers() {
    assert!(turn(5, "t", 9) < turn(5, "t", 10));
    assert!(turn(9_999_999_999_999, "z", 0) < turn(10_000_000_000_000, "a", 0));
}
