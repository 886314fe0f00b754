//! Writes the frozen fixtures in every format, for judges that nobody here wrote to look at.
//!
//! `cargo test --test samples -- FOLDER` writes `FOLDER/<format>/<fixture>-<n>.<ending>` for each article of a
//! fixture, `<fixture>.<ending>` for all of them where there are several, and beside them
//! `FOLDER/text/<fixture>-<n>.txt`, the text of each.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what cannot go on should stop")]

use std::fs;
use std::path::{Path, PathBuf};

use sayso::annotation::Timestamp;
use sayso::format::exchange::{Format, Occasion};
use sayso::format::native::{Document, import};

fn main() {
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

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join(name), bytes).expect("a file");
}
