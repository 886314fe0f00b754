//! Writes the frozen fixtures in every format, for judges that nobody here wrote to look at.
//!
//! `cargo test --test samples -- FOLDER` writes `FOLDER/<format>/<fixture>-<n>.<ending>` for each article of a
//! fixture, `<fixture>.<ending>` for all of them where there are several, and beside them
//! `FOLDER/text/<fixture>-<n>.txt`, the text of each. `-- --read FORMAT FILE` says what a file of another program
//! is read as.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::print_stdout, reason = "a tool of the tests stops where it fails")]

use std::fs;
use std::path::{Path, PathBuf};

use sayso::annotation::Timestamp;
use sayso::format::exchange::{Format, Given, Occasion, Part, recognise, unbundle};
use sayso::format::native::{Document, import};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [first, word, file] = words.as_slice()
        && first == "--read"
    {
        return read(word, Path::new(file));
    }
    let Some(folder) = std::env::args().skip(1).find(|word| !word.starts_with('-')).map(PathBuf::from) else {
        return;
    };
    let occasion = Occasion { exported: Timestamp(1_772_618_400_000), generator: "Sayso" };
    let fixtures: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "format", "v1"].iter().collect();
    for entry in fs::read_dir(fixtures).expect("the fixtures") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let documents = import(&fs::read(&path).expect("a file")).expect("a fixture").documents;
        for (at, document) in documents.iter().enumerate() {
            write(
                &folder.join("text"),
                &format!("{name}-{at}.txt"),
                document.article.text.as_str().as_bytes(),
            );
        }
        for format in Format::ALL {
            let save = |name: &str, documents: &[Document]| {
                let written = format.write(documents, &occasion);
                let ending = written.file.name.rsplit('.').next().unwrap_or_default();
                write(&folder.join(format.word()), &format!("{name}.{ending}"), &written.file.bytes);
            };
            for (at, document) in documents.iter().enumerate() {
                save(&format!("{name}-{at}"), std::slice::from_ref(document));
            }
            if documents.len() > 1 {
                save(&name, &documents);
            }
        }
    }
}

/// Says what a file of another program holds: for each article its marks with their words, and what was told.
fn read(word: &str, file: &Path) {
    let bytes = fs::read(file).expect("a file");
    let name = file.to_string_lossy().into_owned();
    let packed = bytes.starts_with(b"PK");
    let parts = if packed { unbundle(&bytes).expect("a packed file") } else { vec![Part { name, bytes }] };
    assert_eq!(recognise(&parts), Format::of(word));
    let format = Format::of(word).expect("a format");
    let read = format.read(&Given { parts: &parts, beside: None }).expect("it is read");
    for document in &read.documents {
        let text = &document.article.text;
        println!(
            "{}: {} characters, {} marks",
            document.details.title,
            text.code_point_len(),
            document.marks.len()
        );
        for mark in &document.marks {
            println!("  {:?} {:?} {:?}", mark.content, mark.quote(text), mark.tags);
        }
    }
    for notice in &read.notices {
        println!("{}: {:?}", notice.path, notice.what);
    }
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join(name), bytes).expect("a file");
}
