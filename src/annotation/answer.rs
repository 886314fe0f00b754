//! Answers to the extra fields of a codebook.

/// The most digits that a number is written with; what needs more is no answer of a person's.
const DIGITS: usize = 40;

/// What a person put into an extra field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Words, or one of several choices.
    Text(String),
    /// Yes or no.
    YesNo(bool),
    /// A number, as [`decimal`] writes it.
    Number(String),
}

/// The one way to write a decimal number: no plus sign, no exponent, no zero more than needed.
/// `None` if it is no number, or takes more than 40 digits.
///
/// ```
/// use sayso::annotation::decimal;
/// assert_eq!(decimal("+007.50").as_deref(), Some("7.5"));
/// assert_eq!(decimal("-1.5e-2").as_deref(), Some("-0.015"));
/// assert_eq!(decimal("seven"), None);
/// ```
#[must_use]
pub fn decimal(written: &str) -> Option<String> {
    let written = written.trim();
    let (mantissa, exponent) = match written.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i16>().ok()?),
        None => (written, 0),
    };
    let unsigned = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let point = i16::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let number = shifted(digits, point)?;
    let negative = mantissa.starts_with('-') && number != "0";
    Some(if negative { format!("-{number}") } else { number })
}

/// The digits with a point after so many of them; fewer than none puts zeros before.
fn shifted(mut digits: String, mut point: i16) -> Option<String> {
    while point < 0 && digits.len() <= DIGITS {
        digits.insert(0, '0');
        point += 1;
    }
    let point = usize::try_from(point).ok()?;
    while digits.len() < point && digits.len() <= DIGITS {
        digits.push('0');
    }
    let (whole, fraction) = digits.split_at_checked(point).filter(|_| digits.len() <= DIGITS)?;
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn a_number_is_written_in_one_way() {
        fn check(written: &str, expected: Option<&str>) {
            assert_eq!(decimal(written).as_deref(), expected, "{written:?}");
        }
        check("0", Some("0"));
        check("-0.00", Some("0"));
        check(" 12 ", Some("12"));
        check(".5", Some("0.5"));
        check("5.", Some("5"));
        check("00120.0340", Some("120.034"));
        check("1e3", Some("1000"));
        check("1.25E1", Some("12.5"));
        check("-2e-3", Some("-0.002"));
        check("1e400", None);
        check("1e-99", None);
        check("1e99999", None);
        check(&"9".repeat(40), Some(&"9".repeat(40)));
        check(&"9".repeat(41), None);
        for odd in ["", "-", ".", "e5", "1,5", "0x1f", "1e", "--1", "1.2.3", "NaN", "١"] {
            check(odd, None);
        }
    }
}
