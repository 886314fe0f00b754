//! Times in files: RFC 3339, in UTC, with milliseconds.

use ::time::OffsetDateTime;
use ::time::format_description::well_known::Rfc3339;

use super::Remark;
use crate::annotation::Timestamp;
use crate::format::json::{Fields, Flaw, Reader};

const NANOSECONDS: i128 = 1_000_000;

/// The time as files have it; `None` if it is unknown (0) or outside the years 0 to 9999, which
/// RFC 3339 cannot write.
pub(in crate::format) fn write(at: Timestamp) -> Option<String> {
    let known = Some(at).filter(|at| *at != Timestamp::default())?;
    let utc = OffsetDateTime::from_unix_timestamp_nanos(i128::from(known.0) * NANOSECONDS).ok()?;
    let (year, month, day) = (utc.year(), u8::from(utc.month()), utc.day());
    let (hour, minute, second, milli) = (utc.hour(), utc.minute(), utc.second(), utc.millisecond());
    (0..=9999)
        .contains(&year)
        .then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z"))
}

/// Takes a time; unknown (0) if it is absent or cannot be read, the latter with a notice.
pub(in crate::format) fn take(
    fields: &mut Fields<'_, '_>,
    name: &str,
    reader: &mut Reader,
) -> Result<Timestamp, Flaw> {
    let Some(written) = fields.text(name)? else { return Ok(Timestamp::default()) };
    let read = read(&written);
    if read.is_none() {
        reader.tell(&fields.path.field(name), Remark::UnreadTime(written))?;
    }
    Ok(read.unwrap_or_default())
}

/// Any offset from UTC is understood; what is finer than a millisecond is cut off.
pub(in crate::format) fn read(written: &str) -> Option<Timestamp> {
    let time = OffsetDateTime::parse(written, &Rfc3339).ok()?;
    i64::try_from(time.unix_timestamp_nanos().div_euclid(NANOSECONDS)).ok().map(Timestamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(milliseconds: i64, expected: &str) {
        let written = write(Timestamp(milliseconds));
        assert_eq!(written.as_deref(), Some(expected));
        assert_eq!(read(expected), Some(Timestamp(milliseconds)), "{expected}");
    }

    #[test]
    fn times_are_written_with_milliseconds() {
        check(1_772_618_400_000, "2026-03-04T10:00:00.000Z");
        check(1, "1970-01-01T00:00:00.001Z");
        check(-1, "1969-12-31T23:59:59.999Z");
        check(951_827_696_789, "2000-02-29T12:34:56.789Z");
        check(253_402_300_799_999, "9999-12-31T23:59:59.999Z");
        check(-62_167_219_200_000, "0000-01-01T00:00:00.000Z");
    }

    #[test]
    fn what_cannot_be_written_is_left_out() {
        for unknown in [0, 253_402_300_800_000, -62_167_219_200_001, i64::MAX, i64::MIN] {
            assert_eq!(write(Timestamp(unknown)), None, "{unknown}");
        }
    }

    #[test]
    fn other_ways_to_write_a_time_are_read() {
        assert_eq!(read("2026-03-04T11:00:00+01:00"), Some(Timestamp(1_772_618_400_000)));
        assert_eq!(read("2026-03-04T10:00:00.1239Z"), Some(Timestamp(1_772_618_400_123)));
        for not_a_time in ["", "2026-03-04", "yesterday", "2026-02-30T10:00:00Z", "2026-03-04T10:00:00"] {
            assert_eq!(read(not_a_time), None, "{not_a_time}");
        }
    }
}
