use super::guess_kind;
use crate::annotation::SourceKind::{self, Document, NamedPerson, Organisation, Other, UnnamedPerson};

/// The names stand between bars.
fn check(kind: SourceKind, names: &str) {
    let wrong: Vec<_> =
        names.split('|').map(|name| (name, guess_kind(name))).filter(|(_, guess)| *guess != kind).collect();
    assert!(wrong.is_empty(), "not {kind:?}: {wrong:?}");
}

#[test]
fn people_without_a_name() {
    check(
        UnnamedPerson,
        "one official | one senior official | a White House official | \
         two people familiar with the talks | senior administration sources | insiders | officials | \
         Officials | a spokesman | a spokeswoman for the State Department | an aide to the mayor | \
         residents | a person briefed on the matter | a person briefed | U.S. officials | the mayor | \
         The county engineer | his lawyer | Trump’s lawyers | the mayor's press secretary | \
         White House Press Secretary | a Reuters reporter | \
         a senior official, who asked not to be named | officials’ | “insiders” | some | others | \
         several of the engineers | one of Reyes’s drivers | 43% of voters | \
         a majority of drivers on the north bank | those familiar with the talks | someone | \
         ex-officials | a whistle-blower | witnesses | families of the drivers | Republicans | \
         an American | a Texan | Ukrainians | firemen | a virologist | officials and the police | \
         TWO OFFICIALS | two-thirds of the drivers | a growing number of drivers | \
         the drivers gathered at the bridge | 43% | about 4 in 10 | 1,200 of the residents | \
         Twenty-four percent | her fundraisers | MPs | the chief of staff | the mayor, a former engineer",
    );
}

#[test]
fn people_with_a_name() {
    check(
        NamedPerson,
        "Ilse Varga | Trump | Trump’s | President Donald Trump | spokesman John Smith | \
         White House press secretary Karoline Leavitt | Nicolás Maduro | Dr. Tomás Reyes | Xi Jinping | \
         Ilse Varga, the county engineer | the engineer Ilse Varga | the late Ilse Varga | \
         CNN’s Tom Ashe | Sen. Tom Ashe (R-Lowmarsh) | Mr. Reyes | Mrs Reyes | Tom Ashe Jr. | \
         T. S. Ashe | A. Smith | Ursula von der Leyen | Mohammed bin Salman | \
         Luiz Inácio Lula da Silva | Élodie Marchand | Jürgen Österle | José María Ñíguez de la Vega | \
         Stephen King | Mr. Page | Ernie Banks | Bill | Reyes and his brother | Reyes himself | \
         TOM ASHE | former President Obama | then-Chancellor Olaf Berg | “Tom Ashe,” | O’Neill | \
         Roffman | Mr. Coleman | a spokesman, Tom Ashe | secretary of state Ida Brook | \
         her husband Bill | former governor Tom Ashe (D), a supporter of the toll",
    );
}

#[test]
fn organisations() {
    check(
        Organisation,
        "the State Department | The Harbour Board | the Harbour Board’s | White House | \
         the White House | NATO | the Pentagon | Reuters | the Trump administration | the company | \
         police | Police | Kinto Inc. | Kinto, Inc. | Feld & Sons Ltd | University of Lowmarsh | \
         the U.S. | U.S. | the ministry | the mayor’s office | the Food and Drug Administration | \
         The New York Times | the Post | The Lowmarsh Record | the FBI | the Kremlin | Russia | \
         the Associated Press | the newspaper Le Soir | the Clinton campaign | local authorities | \
         Lowmarsh City Council | a Lowmarsh haulage firm | the European Union | FOX NEWS | \
         the Guardian | Channel 4 | the G7",
    );
}

#[test]
fn documents() {
    check(
        Document,
        "a March inspection report | the report | the indictment | a leaked memo | court filings | \
         Court filings | the survey | a statement | the letter | the minutes of the board | \
         the Mueller Report | a New York Times article | a Facebook post | polls | a CNN poll | \
         the county’s figures | an e-mail | emails seen by the Courier | studies | \
         a Lowmarsh Courier article published Friday | a statement from the Harbour Board | \
         the lawsuit against the board | Article 12 of the harbour law",
    );
}

#[test]
fn what_the_words_do_not_tell() {
    check(
        Other,
        " |   | he | He | she | they | it | It | who | which | his | those | I | the | … | “” | (he) | \
         the bridge | the number | the accused | tolls | 习近平 | 🙂 | ’s | of | of the | , | ' | (",
    );
}

#[test]
fn names_in_other_languages_are_names() {
    check(NamedPerson, "Frau Dr. Käthe Österle | M. Lefèvre | Doña Inés | Đặng Văn Lâm | Ивáн Петров");
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::super::guess_kind;
    use crate::annotation::SourceKind;
    use crate::text::arbitrary::string;

    proptest! {
        #[test]
        fn any_name_gets_a_kind(name in string()) {
            prop_assert!(SourceKind::ALL.contains(&guess_kind(&name)));
        }

        #[test]
        fn white_space_and_quotation_marks_do_not_count(
            name in "[A-Za-z]{1,9}( [A-Za-zé’.]{1,9}){0,4}", space in "[ \n\t]{1,3}"
        ) {
            let kind = guess_kind(&name);
            prop_assert_eq!(guess_kind(&format!("{space}{}{space}", name.replace(' ', &space))), kind);
            prop_assert_eq!(guess_kind(&format!("“{name}”")), kind);
        }
    }
}
