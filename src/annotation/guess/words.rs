//! The words by which the kind of a source is told, in lower case, nouns in the singular.

use crate::annotation::SourceKind;

/// Posts, trades and groups: persons without a name.
const PERSONS: &str = "academic activist actor actress adult adviser advisor advocate agent aide alderman \
    ally ambassador american analyst artist assistant associate attendee attorney audience auditor author \
    backer baker banker billionaire biographer biologist bishop blogger boss boy broker brother \
    businessman bystander candidate captain cardinal caretaker catholic ceo cfo chair champion chancellor \
    chemist chief child christian citizen civilian clerk client coach colleague colonel columnist \
    commander commentator commissioner commuter competitor confidant conservative consultant consumer \
    contractor coo cook coordinator correspondent councillor counsel couple critic crowd customer dad \
    daughter dealer dean defector defendant defender delegate democrat demonstrator deputy designer \
    detective developer dictator diplomat director dissident doctor donor driver duke economist editor \
    educator electorate emperor employee employer engineer entrepreneur envoy epidemiologist evangelical \
    executive expert eyewitness family fan farmer father fighter firefighter fisher fisherman folk friend \
    general geologist girl governor grandfather grandmother guard guest guy hacker head helper hispanic \
    historian holder homeowner host hunter husband immigrant individual informant inmate insider inspector \
    instructor insurgent interpreter investigator investor islander jew journalist judge juror justice kid \
    king laborer labourer lady landlord landowner latino lawmaker lawyer leader lecturer legislator \
    liberal librarian lieutenant listener lobbyist local magistrate man manager marshal mayor mediator \
    medic member mep merchant migrant militant millennial millionaire miner minister moderator mogul mom \
    mother mp mum muslim negotiator neighbor neighbour nephew neurosurgeon niece nominee novelist nurse \
    observer officer official onlooker operative operator opponent organiser organizer owner parent \
    participant partner passenger passer-by pastor patient peer people person physician physicist pilot \
    planner player pm poet politician pollster pope premier presenter president priest prime prince \
    princess principal prisoner producer professor progressive prosecutor protester protestor psychiatrist \
    psychologist public publisher pundit pupil queen rancher reader realtor rebel recruit referee refugee \
    regulator relative reporter representative republican researcher resident respondent retiree reviewer \
    rider rival sailor scholar scientist secretary senator sergeant servant shareholder sheriff shopkeeper \
    sister skipper socialist soldier solicitor son source speaker specialist spectator spokesman \
    spokesperson spokeswoman staff staffer statistician strategist student subordinate superdelegate \
    superintendent supervisor supporter surgeon surrogate survivor suspect teacher technician teenager \
    tenant theorist tourist trader trainer translator traveler traveller treasurer trooper trustee tycoon \
    uncle undersecretary user vendor veteran victim viewer villager visitor volunteer voter vp warden \
    watcher whistle-blower whistleblower wife winner witness woman worker writer youth";

/// Organisations, and bodies of people that speak with one voice.
const ORGANISATIONS: &str = "academy administration agency airline airport alliance army assembly association \
    authority bank battalion board body borough branch brigade broadcaster bureau business cabinet camp \
    campaign cartel caucus center centre chain chamber channel charity church city clinic club coalition college \
    commission committee community company confederation conference congress consortium corporation \
    council country county court crew department diocese division embassy establishment exchange faction \
    factory federation firm force forum foundation front fund gang government group guild hospital house \
    industry initiative institute institution international jury lab laboratory leadership league \
    legislature library lobby magazine management manufacturer media military militia ministry mission \
    movement municipality museum navy network news newspaper ngo office opposition organisation \
    organization outlet panel parish parliament partnership party patrol pentagon police press project \
    prosecution regime republic retailer school secretariat senate service society squad startup state \
    station studio subcommittee supplier team town tribunal troop trust union unit university utility \
    vatican village watch";

/// Documents, and whatever else is written, shown or counted.
const DOCUMENTS: &str = "account ad advert advertisement affidavit agenda agreement amendment analysis \
    announcement article assessment audit autopsy ballot bill biography blog book briefing broadcast \
    brochure budget bulletin cable census certificate chart chronicle column communiqué complaint \
    constitution contract correspondence data database dataset decision declaration deposition diary \
    directive document dossier draft editorial email essay estimate evidence excerpt figures file filing \
    film finding footage forecast guideline handbook headline indictment interview inventory invoice \
    judgement judgment law lawsuit leaflet legislation letter list log mail manifesto manual map material \
    memo memoir memorandum message minutes motion note notice obituary op-ed opinion order page pamphlet \
    paper petition photo photograph picture piece plan podcast poll post presentation proclamation \
    projection proposal questionnaire receipt record recording register regulation release report research \
    resolution result review ruling schedule site speech spreadsheet statement statistic statute story \
    study subpoena suit summary survey table tape test testimony text transcript transcription treaty \
    tweet verdict video warrant website writing";

/// Newspapers are named like documents: *the Post*, *The Lowmarsh Record*.
const MASTHEADS: &str = "advertiser argus bulletin chronicle courier dispatch echo examiner express globe guardian \
    herald independent inquirer journal ledger mail mercury mirror monitor observer post record register review \
    sentinel standard star sun telegraph times tribune";

/// Nouns, most of them of these lists, that are more often names where they stand as names do:
/// *Stephen King*, *Bill*. *White House* and *Federal Judge* show why it is short.
const ALSO_NAMES: &str =
    "baker banks bill bishop cook dean duke farmer fisher guy hunter king miner page pope price";

/// What stands before a family name, beside the posts.
const TITLES: &str = "mr mrs ms mx miss dr prof sir dame lord lady rev fr sen rep gov gen col maj capt lt sgt det supt \
    insp hon st imam rabbi sheikh ayatollah herr frau madame monsieur señor señora don late";

/// Organisations known by a name that no noun tells, and places that stand for their governments.
const KNOWN_ORGANISATIONS: &str = "al jazeera | amazon | apple | argentina | associated press | australia | bbc | beijing | \
    bloomberg | boeing | brazil | breitbart | britain | brussels | canada | china | cuba | downing street | egypt | \
    european union | facebook | france | gallup | germany | google | greenpeace | hamas | hezbollah | india | indonesia | \
    interpol | iran | iraq | isis | islamic state | israel | italy | japan | kremlin | kyiv | mexico | microsoft | moscow | \
    nasa | netflix | north korea | oxfam | pakistan | poland | politico | reuters | russia | saudi arabia | \
    scotland yard | south korea | syria | taiwan | taliban | tehran | tesla | turkey | twitter | ukraine | unesco | \
    unicef | united kingdom | united nations | united states | venezuela | wall street | whitehall | wikileaks";

/// What companies and committees end their names with.
const COMPANY_ENDINGS: &str = "inc ltd llc llp plc corp co gmbh ag kg sa srl spa nv bv ab oy pty pac";

/// Words that stand for a source to be found elsewhere.
const PRONOUNS: &str = "i me my mine we us our ours you your yours he him his she her hers it its they them their \
    theirs who whom whose which what that this these those there himself herself itself themselves";

/// People who are counted, or only pointed at.
const CROWDS: &str = "some somebody someone many several others other another both few most all everyone \
    everybody anyone anybody one two three four five six seven eight nine ten dozen dozens hundreds \
    thousands millions half nobody none";

/// Shares of people; they may stand alone: *a majority*, *two-thirds*.
const SHARES: &str = "majority majorities minority minorities percent % half halves third thirds quarter quarters fourths \
    fifth fifths";

/// Amounts of what follows their *of*: *a number of voters*.
const AMOUNTS: &str =
    "number share proportion part handful couple lot range rest variety bunch host per cent";

/// Words with which the name of the source is over.
const ENDS: &str = "of from with who whom whose which that in to at on for by about as through throughout inside within near under over \
    behind against among is was were are has had said says told including";

/// What may follow the noun and is none, beside participles: *people familiar with*, *Tom Ashe Jr*.
const TRAILERS: &str = "familiar close present knowledgeable aware privy speaking working there here himself herself \
    itself themselves alike alone too also today yesterday seen taken held kept made given sent written shown monday \
    tuesday wednesday thursday friday saturday sunday jr sr ii iii iv phd md";

/// What before a noun says that it is any of its kind.
const ANY: &str = "a an one two three four five six seven eight nine ten some several many few most \
    another other various numerous multiple unnamed anonymous certain any no every each all both more \
    about nearly almost roughly only just";

/// What before a noun says that it is a certain one.
const THE: &str = "the this that these those his her their its my our your whose";

/// How words for persons end.
const PERSON_ENDINGS: &str = "er or ist ian man men woman women person ologist";

/// Things that end like persons.
const THINGS: &str = "answer border calculator chapter character computer corner counter disorder factor freighter \
    helicopter indicator number offer outlier quarter rumor rumour sector server shelter summer tanker tower trailer \
    twister water weather winter wonder";

/// Words after the *of* of a post: *secretary of state*.
const OFFICES: &str = "commerce defence defense education energy health justice labor labour police staff state \
    transport transportation";

/// The lists as questions about one word in lower case.
macro_rules! questions {
    ($($question:ident asks $list:ident),* $(,)?) => {
        $(pub(super) fn $question(lower: &str) -> bool {
            listed($list, lower)
        })*
    };
}

questions! {
    is_masthead asks MASTHEADS,
    is_also_a_name asks ALSO_NAMES,
    is_title asks TITLES,
    is_company_ending asks COMPANY_ENDINGS,
    is_pronoun asks PRONOUNS,
    is_crowd asks CROWDS,
    is_end asks ENDS,
    is_office asks OFFICES,
    is_trailer asks TRAILERS,
    is_any asks ANY,
    is_the asks THE,
}

/// Whether the word is a share of people: *majority*, *two-thirds*, *43%*.
pub(super) fn is_share(lower: &str) -> bool {
    let last = lower.rsplit('-').next().unwrap_or(lower);
    listed(SHARES, last) || lower.ends_with('%')
}

/// Whether the word is a number in figures.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || ",.".contains(c))
}

/// Whether the word counts what follows its *of*.
pub(super) fn is_amount(lower: &str) -> bool {
    is_share(lower) || is_number(lower) || listed(AMOUNTS, lower)
}

fn listed(list: &str, lower: &str) -> bool {
    list.split_whitespace().any(|word| word == lower)
}

/// Whether the words, in lower case and without an article, name an organisation.
pub(super) fn is_known_organisation(lower: &str) -> bool {
    KNOWN_ORGANISATIONS.split('|').any(|name| name.trim() == lower)
}

/// What kind of source a noun in lower case stands for, in the singular or the plural; of a compound with a hyphen, its
/// last part decides.
pub(super) fn noun(lower: &str) -> Option<SourceKind> {
    let last = lower.rsplit('-').next().unwrap_or(lower);
    singulars(lower).find_map(|form| known(&form)).or_else(|| singulars(last).find_map(|form| known(&form)))
}

fn known(noun: &str) -> Option<SourceKind> {
    let lists = [
        (PERSONS, SourceKind::UnnamedPerson),
        (ORGANISATIONS, SourceKind::Organisation),
        (DOCUMENTS, SourceKind::Document),
    ];
    lists.into_iter().find(|(list, _)| listed(list, noun)).map(|(_, kind)| kind)
}

/// Whether a word in lower case that is on no list ends as words for persons do: *fundraisers*,
/// *virologist*, *fireman*.
pub(super) fn ends_like_a_person(lower: &str) -> bool {
    let singular = lower.strip_suffix('s').unwrap_or(lower);
    let ends = PERSON_ENDINGS.split_whitespace().any(|end| singular.ends_with(end));
    ends && singular.len() > 5 && !listed(THINGS, singular)
}

/// The word itself, and what its singular may be.
fn singulars(lower: &str) -> impl Iterator<Item = String> {
    let endings =
        [("s", ""), ("es", ""), ("ies", "y"), ("men", "man"), ("wives", "wife"), ("children", "child")];
    let cut = move |(plural, singular)| Some(format!("{}{singular}", lower.strip_suffix(plural)?));
    std::iter::once(lower.to_owned()).chain(endings.into_iter().filter_map(cut))
}

#[cfg(test)]
mod tests {
    use super::{ends_like_a_person, noun};
    use crate::annotation::SourceKind;

    #[test]
    fn nouns_are_known_in_the_plural_too() {
        fn check(word: &str, expected: Option<SourceKind>) {
            assert_eq!(noun(word), expected, "{word}");
        }
        for person in [
            "official",
            "officials",
            "witnesses",
            "families",
            "spokesmen",
            "wives",
            "children",
            "ex-officials",
        ] {
            check(person, Some(SourceKind::UnnamedPerson));
        }
        for organisation in ["police", "agencies", "ministry", "churches", "press"] {
            check(organisation, Some(SourceKind::Organisation));
        }
        for document in ["memo", "surveys", "figures", "minutes", "studies"] {
            check(document, Some(SourceKind::Document));
        }
        check("men", Some(SourceKind::UnnamedPerson));
        for other in ["", "-", "s", "bridge", "toll-free", "human"] {
            check(other, None);
        }
    }

    #[test]
    fn words_for_persons_are_told_by_their_ends() {
        for person in ["fundraisers", "virologist", "fireman", "firemen", "objectors", "dieticians"] {
            assert!(ends_like_a_person(person), "{person}");
        }
        for other in ["", "er", "toll", "paver", "bridges", "numbers", "water"] {
            assert!(!ends_like_a_person(other), "{other}");
        }
    }
}
