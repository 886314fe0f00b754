//! The words and figures of a date.

/// Names of months and their abbreviations in English, German, French, Spanish and Italian.
const MONTHS: &str = "jan january januar janvier enero gennaio feb february februar février febrero febbraio \
    mar march märz mars marzo apr april avril abril aprile may mai mayo maggio jun june juni juin junio giugno \
    jul july juli juillet julio luglio aug august août agosto sep sept september septembre septiembre settembre \
    oct october oktober octobre octubre ottobre nov november novembre noviembre dec december dezember décembre \
    diciembre dicembre";

/// Names of the days of the week and their abbreviations in the same languages.
const WEEKDAYS: &str = "mon monday montag lundi lunes lunedì tue tues tuesday dienstag mardi martes martedì \
    wed wednesday mittwoch mercredi miércoles mercoledì thu thur thurs thursday donnerstag jeudi jueves giovedì \
    fri friday freitag vendredi viernes venerdì sat saturday samstag sonnabend samedi sábado sabato \
    sun sunday sonntag dimanche domingo domenica";

/// Small words of dates and times.
const FILLERS: &str = "am pm a.m p.m noon midnight et est edt ct cst cdt pt pst pdt gmt utc bst cet cest uhr h \
    at on of the le la las à el a del de den um";

/// Marks that may stand around a figure or a word of a date.
const AROUND: &[char] = &[',', ';', ':', '.', '(', ')', '-', '–', '—', '|'];

/// How much a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    /// A day, but of any year.
    Day,
    /// A day or a month of a year.
    Year,
}

/// Reads words as a date; `None` if any of them has no place in one.
pub(super) fn certainty(words: &str) -> Option<Certainty> {
    let mut parts: Vec<Part> = Vec::new();
    for word in words.split_whitespace().take(16) {
        let word = word.trim_matches(AROUND);
        if !word.is_empty() {
            parts.push(part(word)?);
        }
    }
    let has = |part| parts.contains(&part);
    if has(Part::Whole) || (has(Part::Month) && has(Part::Year)) {
        Some(Certainty::Year)
    } else {
        (has(Part::Month) && has(Part::Day)).then_some(Certainty::Day)
    }
}

/// A word of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Day,
    Month,
    Year,
    /// `2026-03-04`.
    Whole,
    /// A weekday, a time of day, a small word.
    Filler,
}

fn part(word: &str) -> Option<Part> {
    if is_month(word) {
        return Some(Part::Month);
    }
    if listed(FILLERS, word) || is_weekday(word) || is_time(word) {
        return Some(Part::Filler);
    }
    let figures: Vec<&str> =
        word.split(['-', '/', '.', '年', '月', '日', 'T']).filter(|f| !f.is_empty()).collect();
    match *figures.as_slice() {
        [day] if is_day(day) => Some(Part::Day),
        [year] if is_year(year) => Some(Part::Year),
        [year, month, day] if is_year(year) && is_day(month) && is_day(day) => Some(Part::Whole),
        [year, month, day, time] if is_year(year) && is_day(month) && is_day(day) && is_time(time) => {
            Some(Part::Whole)
        }
        [day, month, year] if is_day(day) && is_day(month) && is_digits(year, 2..=4) => Some(Part::Whole),
        _ => None,
    }
}

/// Whether the word is the name of a month, long or short, with or without its dot.
pub(super) fn is_month(word: &str) -> bool {
    listed(MONTHS, word.trim_matches(AROUND))
}

/// Whether the word is the name of a day of the week, long or short, with or without its dot.
pub(super) fn is_weekday(word: &str) -> bool {
    listed(WEEKDAYS, word.trim_matches(AROUND))
}

fn listed(list: &str, word: &str) -> bool {
    // The longest word of the lists has fewer bytes than this.
    word.len() < 16 && list.split_whitespace().any(|listed| listed == word.to_lowercase())
}

fn is_digits(word: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `4`, `04`, `4th`.
fn is_day(word: &str) -> bool {
    let figure = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = word.get(figure.len()..).unwrap_or_default();
    let known = matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er");
    known && is_digits(figure, 1..=2) && figure.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

fn is_year(word: &str) -> bool {
    is_digits(word, 4..=4) && word.parse().is_ok_and(|year: u16| (1700..2200).contains(&year))
}

/// `10:30`, `10.30am`, `10:30:00Z`, `10pm`.
fn is_time(word: &str) -> bool {
    let figure = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(figure.len()..).unwrap_or_default().to_ascii_lowercase();
    let parts: Vec<&str> = figure.split([':', '.', '+']).collect();
    let figures = (1..=5).contains(&parts.len()) && parts.iter().all(|part| is_digits(part, 1..=3));
    let clock = figure.contains(':') && matches!(ending.as_str(), "" | "am" | "pm" | "z");
    figures && (clock || matches!(ending.as_str(), "am" | "pm"))
}

#[cfg(test)]
mod tests {
    use super::{Certainty, certainty, is_month, is_weekday};

    #[test]
    fn a_date_is_as_sure_as_its_parts() {
        fn check(words: &str, expected: Option<Certainty>) {
            assert_eq!(certainty(words), expected, "{words}");
        }
        check("4 March", Some(Certainty::Day));
        check("March 2026", Some(Certainty::Year));
        check("Wed., 4 Mar. 2026 at 10:30 a.m. (CET)", Some(Certainty::Year));
        check("2026-03-04T10:30:00+01:00", Some(Certainty::Year));
        check("", None);
        check("Wednesday", None);
        check("2026", None);
        check("32 March", None);
        check("4 Marches 2026", None);
        check("the fourth of March 2026", None);
    }

    #[test]
    fn days_and_months_go_by_many_names() {
        assert!(["May", "MÄRZ", "sept.", "août,"].into_iter().all(is_month));
        assert!(["Tue", "Mittwoch", "dimanche"].into_iter().all(is_weekday));
        assert!(!["", "Mayor", "Marchand"].into_iter().any(is_month));
    }
}
