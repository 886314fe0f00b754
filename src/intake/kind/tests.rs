//! What files are by what they hold, whatever they are called.

use super::{FileKind, OtherKind};
use crate::intake::Unread;

fn check(name: &str, bytes: &[u8], expected: FileKind) {
    assert_eq!(FileKind::of(name, bytes), Ok(expected), "{name}: {}", String::from_utf8_lossy(bytes));
}

fn refuse(name: &str, bytes: &[u8], expected: OtherKind) {
    assert_eq!(FileKind::of(name, bytes), Err(Unread::Other(expected)), "{name}");
}

#[test]
fn what_a_file_holds_counts_before_its_name() {
    check("a.txt", b"%PDF-1.7\n", FileKind::Pdf);
    check("a.docx", b"<!DOCTYPE html><p>said", FileKind::Page);
    check("a.txt", b"\xEF\xBB\xBF<?xml version='1.0'?>\n<html xmlns='b'>", FileKind::Page);
    check("a.txt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nsaid", FileKind::Captions);
    check("a", b"1\r\n00:00:01,000 --> 00:00:02,000\r\nsaid", FileKind::Captions);
    check("a.txt", b"From: a@b.example\nSubject: Toll\nMIME-Version: 1.0\n\nsaid", FileKind::Mail);
    let saved =
        b"From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=b\n\n";
    check("a.mht", saved, FileKind::SavedPage);
}

#[test]
fn the_name_decides_between_kinds_of_text() {
    check("a.md", b"# Toll", FileKind::Markdown);
    check("A.HTM", b"said", FileKind::Page);
    check("a.txt", b"# Toll", FileKind::Text);
    check("a", b"", FileKind::Text);
    check("a.docx", b"said", FileKind::Text);
    check("a.txt", b"From: the harbour board\n\nsaid", FileKind::Text);
    check("a.txt", b"\xFF\xFEs\0a\0", FileKind::Text);
    check("a.txt", b"s\0a\0i\0d\0 \0a\0l\0l\0", FileKind::Text);
    check("a.json", b"1\nsaid", FileKind::Text);
}

#[test]
fn what_is_not_read_is_known() {
    refuse("a.txt", b"{\\rtf1 said}", OtherKind::RichText);
    refuse("a.pdf", b"\x89PNG\r\n\x1a\n", OtherKind::Picture);
    refuse("a.mp4", b"\0\0\0\x18ftypmp42", OtherKind::Recording);
    refuse("a", b"RIFF\0\0\0\0WEBPVP8 ", OtherKind::Picture);
    refuse("a.doc", &[0; 64], OtherKind::OldWord);
    refuse("a.bin", &[0; 64], OtherKind::Unknown);
    let mut old = vec![0xD0, 0xCF, 0x11, 0xE0];
    old.resize(512, 0);
    old.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    old.resize(640, 0);
    refuse("a.docx", &old, OtherKind::OldWord);
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(FileKind::of("a.docx", &old), Err(Unread::Locked(FileKind::Word)));
    let broken = Unread::Damaged { kind: FileKind::Word, part: String::new() };
    assert_eq!(FileKind::of("a.docx", b"PK\x03\x04\x14\0\x06\0"), Err(broken.clone()));
    assert_eq!(FileKind::of("a.docx", &[0; 9]), Err(broken));
}
