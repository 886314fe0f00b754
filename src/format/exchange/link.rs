//! Articles in the part of an address after `#`: our own file, deflated (RFC 1951), in base64url without
//! padding (RFC 4648, section 5). What stands after `#` is sent to no server.

use std::io::{Read as _, Write as _};

use data_encoding::BASE64URL_NOPAD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use super::{Codec, Fault, Given, Misread, Occasion, Part, Read};
use crate::format::native::{self, Document, SIZE_LIMIT};

/// What stands before the file in a route.
pub const ROUTE: &str = "/marked/";

pub(super) const CODEC: Codec =
    Codec { media: "text/plain", single: false, loses: &[], write, read: Some(read) };

fn write(documents: &[Document], on: &Occasion<'_>) -> Vec<Part> {
    let json = native::export(documents, on.exported, on.generator);
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    // Writing into memory cannot fail; were it cut, the file would be refused as damaged.
    let packed = packed.write_all(json.as_bytes()).and_then(|()| packed.finish()).unwrap_or_default();
    vec![Part::text("link.txt", format!("{ROUTE}{}", BASE64URL_NOPAD.encode(&packed)))]
}

/// Whether a file is such a route.
pub(super) fn looks(part: &Part) -> bool {
    part.bytes.starts_with(ROUTE.as_bytes())
}

fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let bytes = given.parts.first().map(|part| part.bytes.as_slice()).unwrap_or_default();
    let route = bytes.strip_prefix(ROUTE.as_bytes()).ok_or(Misread::whole(Fault::NotThis))?;
    let cut = || Misread::whole(Fault::CutLink);
    let packed = BASE64URL_NOPAD.decode(route.trim_ascii()).map_err(|_broken| cut())?;
    let mut json = Vec::new();
    // One byte more than may be tells that there is more.
    let limit = SIZE_LIMIT as u64 + 1;
    DeflateDecoder::new(&*packed).take(limit).read_to_end(&mut json).map_err(|_broken| cut())?;
    if json.len() > SIZE_LIMIT {
        return Err(Misread::whole(Fault::TooLarge(SIZE_LIMIT)));
    }
    let imported = native::import(&json).map_err(|_broken| cut())?;
    Ok(Read { documents: imported.documents, notices: imported.notices, unlisted: imported.unlisted })
}
