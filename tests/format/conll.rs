//! Tables of tokens as programs for machine learning write them.

use sayso::format::exchange::{At, Fault, Format};

use crate::table::{part, read, told};

fn check(table: &str, expected: &str) {
    let got = told(Format::Conll, &[part("a.txt", table)], None).expect("it is read");
    assert_eq!(got, expected.trim_matches('\n'), "{table}");
}

#[test]
fn two_columns() {
    check(
        "Dana\tB-Source\nRoe\tI-Source\nsaid\tB-Cue\nit\tB-Content\nleaks\tI-Content\n.\tO\n\nWhy\tB-Doubt\n?\tO\n",
        r#"
"" Dana Roe said it leaks .
voice Dana Roe
mention of Dana Roe "Dana Roe"
cue "said"
claim "it leaks"
note [Doubt] "Why""#,
    );
    // Only the end of a line says that nothing follows.
    check("Nobody  O\r\nknows  B-Cue \r\n", "\"\" Nobody knows\ncue \"knows\"");
}

#[test]
fn of_more_columns_the_last_one_counts() {
    check(
        "-DOCSTART- -X- -X- O\n\nLeeds NNP B-NP B-PLACE\nfloods VBZ B-VP O\n\n-DOCSTART- -X- -X- O\n\nNo DT B-NP O\n",
        "\"\" Leeds floods\nnote [PLACE] \"Leeds\"\n\"\" No",
    );
    check(
        "# text = It leaks\n1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\tB-Content\n2\tleaks\tleak\tVERB\tVBZ\t_\t0\troot\t_\tI-Content\n",
        "\"\" It leaks\nclaim \"It leaks\"",
    );
}

#[test]
fn every_scheme_of_tags() {
    let table = |tags: [&str; 5]| {
        let lines = ["a", "b", "c", "d", "e"].iter().zip(tags).map(|(token, tag)| format!("{token} {tag}\n"));
        lines.collect::<String>()
    };
    for (tags, notes) in [
        (["B-X", "I-X", "B-X", "O", "B-Y"], "X a b|X c|Y e"),
        (["I-X", "I-X", "B-X", "I-Y", "O"], "X a b|X c|Y d"),
        (["B-X", "M-X", "E-X", "S-X", "O"], "X a b c|X d"),
        (["U-X", "B-X", "I-X", "L-X", "U-Y"], "X a|X b c d|Y e"),
        (["I-X", "E-X", "E-X", "O", "_"], "X a b|X c"),
    ] {
        let notes = notes.split('|').map(|note| note.split_once(' ').expect("label and words"));
        let notes = notes.map(|(label, words)| format!("\nnote [{label}] {words:?}")).collect::<String>();
        check(&table(tags), &format!("\"\" a b c d e{notes}"));
    }
    check("a I-X\n\nb I-X\nc O\n", "\"\" a\nnote [X] \"a\"\nnote [X] \"b\"");
}

#[test]
fn our_columns_beside_their_text() {
    let text = part("x/article.txt", "“It leaks,”\n\nDana Roe said.");
    let table = part(
        "x/article.conll",
        "0\t1\t“\tm1/c1\tO\tO\tB-Content\n1\t3\tIt\t_\tO\tO\tI-Content\n4\t9\tleaks\tm7\tO\tO\tI-Content\n9\t10\t,\t_\tO\tO\tO\n10\t11\t”\t_\tO\tO\tO\n\n13\t17\tDana\ts4\tB-Source\tO\tO\n18\t21\tRoe\t_\tI-Source\tO\tO\n22\t26\tsaid\t_\tO\tB-Cue\tO\n26\t27\t.\t_\tO\tO\tO\n",
    );
    let extra = part("x/article.cues.conll", "no table at all");
    assert_eq!(
        told(Format::Conll, &[text, table.clone(), extra], None).expect("it is read"),
        r#""" “It leaks,”
voice Dana Roe
claim of Dana Roe at "Dana Roe" by "said" "“It leaks"
mention of Dana Roe "Dana Roe"
cue "said""#
    );
    let other = [part("x/article.txt", "“It leaks, he said"), table];
    let error = told(Format::Conll, &other, None).unwrap_err();
    assert_eq!((error.at, error.fault), (At::PartLine("x/article.conll".into(), 5), Fault::OtherText));
}

#[test]
fn what_is_no_table_is_refused_with_its_line() {
    let refused = |table: &str| {
        let error = read(Format::Conll, &[part("a.conll", table)], None).unwrap_err();
        (error.at, error.fault)
    };
    let odd = |found: &str, wanted| Fault::Odd { found: found.to_owned(), wanted };
    let tag = "a tag such as B-Claim, I-Claim or O";
    assert_eq!(refused("a O\n\nb C\n"), (At::Line(3), odd("C", tag)));
    assert_eq!(refused("a O\nb B-\n"), (At::Line(2), odd("B-", tag)));
    assert_eq!(refused("a O\nb\n"), (At::Line(2), odd("b", "a token and a tag")));
    assert_eq!(refused("\n \n"), (At::Whole, Fault::NotThis));
    assert_eq!(refused("# nothing\n"), (At::Whole, Fault::NotThis));
}

#[test]
fn prose_is_no_table() {
    for text in [
        "",
        "He said no.\nShe said yes.\n",
        "a\nb\nc\n",
        "It was O\n",
        "a O\nb\n",
        "| a | B-1 |\n| b | O |\n",
    ] {
        let parts = [part("a.txt", text)];
        assert_ne!(sayso::format::exchange::recognise(&parts), Some(Format::Conll), "{text:?}");
    }
}
