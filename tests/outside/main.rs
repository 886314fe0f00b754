//! Files for judges that nobody here wrote, and a look at what they wrote; `scripts/outside` asks for it.
//!
//! ```text
//! samples FOLDER        the frozen fixtures and the samples beside this in every format, one by one and
//!                       together, and the text of each
//! write FOLDER          every format, in a folder of its word, and the same as our own file
//! read WORD FILE        what a file of another program is read as
//! same WORD FILE…       whether files of a format hold what was written, but for what that format loses
//! marks WORD FILE…      where each mark of files of other programs stands, in UTF-16 units, and what is told
//! equal WORD FILE FILE… whether two files each are read as the same
//! spans WORD FILE…      what files of another program mark, in code points, a line of JSON each
//! rewrite WORD FOLDER TEXT ANN…   reads annotations of a text and writes each again
//! ```
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a tool of the tests stops where it fails"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sayso::annotation::{Answer, Content, Mark, Timestamp};
use sayso::format::codebook;
use sayso::format::exchange::{Format, Given, Losses, Occasion, Part, recognise, unbundle, write_codes};
use sayso::format::native::{Document, import};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["samples", folder] => samples(Path::new(folder)),
        ["write", folder] => write(Path::new(folder)),
        ["read", word, file] => read(word, file),
        ["same", word, files @ ..] => same(word, files),
        ["equal", word, files @ ..] => equal(word, files),
        ["marks", word, files @ ..] => tell_marks(word, files),
        ["spans", word, files @ ..] => spans(word, files),
        ["rewrite", word, folder, files @ ..] => rewrite(word, Path::new(folder), files),
        _ => panic!(
            "samples FOLDER, write FOLDER, read WORD FILE, same WORD FILE…, marks WORD FILE…, equal WORD FILE FILE…, spans WORD FILE…, or rewrite WORD FOLDER TEXT ANN…"
        ),
    }
}

/// The article that judges get: all kinds of marks, and all that makes offsets go wrong.
fn sample() -> Document {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "outside", "sample.json"].iter().collect();
    let json = fs::read(path).expect("the sample");
    import(&json).expect("a file of ours").documents.remove(0).arranged()
}

fn write(folder: &Path) -> ExitCode {
    let sample = [sample()];
    let occasion = Occasion { exported: Timestamp(1_772_618_400_000), generator: "Sayso" };
    for format in Format::ALL {
        let folder = folder.join(format.word());
        fs::create_dir_all(&folder).expect("a folder");
        let file = format.write(&sample, &occasion).file;
        if file.bytes.starts_with(b"PK") {
            for part in unbundle(&file.bytes).expect("our own file") {
                let path = folder.join("parts").join(&part.name);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(path, &part.bytes).expect("room for a file");
            }
        }
        fs::write(folder.join(format!("sample.{}", file.name)), &file.bytes).expect("room for a file");
    }
    ExitCode::SUCCESS
}

/// For each pair of a text and its annotations: reads them, writes them again, and says what was told.
fn rewrite(word: &str, folder: &Path, files: &[&str]) -> ExitCode {
    let format = Format::of(word).expect("a format");
    let occasion = Occasion { exported: Timestamp(0), generator: "Sayso" };
    let part = |file: &str| Part { name: file.to_owned(), bytes: fs::read(file).expect("a file to read") };
    for (nth, pair) in files.chunks(2).enumerate() {
        let parts: Vec<Part> = pair.iter().map(|file| part(file)).collect();
        let read = match format.read(&Given { parts: &parts, beside: None }) {
            Ok(read) => read,
            Err(error) => {
                println!("refused\t{}\t{error:?}", pair.join("\t"));
                continue;
            }
        };
        for notice in &read.notices {
            println!("told\t{}\t{}\t{:?}", pair.join("\t"), notice.path, notice.what);
        }
        let written = format.write(&read.documents, &occasion);
        let lost: Vec<_> =
            written.losses.0.iter().filter(|(loss, _)| format!("{loss:?}") != "Names").collect();
        println!("lost\t{}\t{lost:?}", pair.join("\t"));
        for part in unbundle(&written.file.bytes).expect("our own file") {
            fs::write(folder.join(format!("{nth}.{}", part.ending())), &part.bytes).expect("room for a file");
        }
    }
    ExitCode::SUCCESS
}

fn samples(folder: &Path) -> ExitCode {
    let occasion = Occasion { exported: Timestamp(1_772_618_400_000), generator: "Sayso" };
    for (name, json) in ["fixtures/format/v1", "outside"].into_iter().flat_map(files) {
        let documents = import(&json).expect("a fixture").documents;
        for (at, document) in documents.iter().enumerate() {
            save_as(
                &folder.join("text"),
                &format!("{name}-{at}.txt"),
                document.article.text.as_str().as_bytes(),
            );
        }
        for format in Format::ALL {
            let save = |name: &str, documents: &[Document]| {
                let written = format.write(documents, &occasion);
                let ending = written.file.name.rsplit('.').next().unwrap_or_default();
                save_as(&folder.join(format.word()), &format!("{name}.{ending}"), &written.file.bytes);
            };
            for (at, document) in documents.iter().enumerate() {
                save(&format!("{name}-{at}"), std::slice::from_ref(document));
            }
            if documents.len() > 1 {
                save(&name, &documents);
            }
        }
    }
    for (name, json) in files("fixtures/codebook/v1") {
        let codes = write_codes(&codebook::import(&json).expect("a codebook").codebook, "").0;
        save_as(&folder.join("codebook"), &format!("{name}.qdc"), codes.as_bytes());
    }
    ExitCode::SUCCESS
}

/// The names and bytes of what is JSON in a folder of the tests.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", folder].iter().collect();
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let paths = paths.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let name = |path: &Path| path.file_stem().expect("a name").to_string_lossy().into_owned();
    paths.map(|path| (name(&path), fs::read(&path).expect("a file"))).collect()
}

fn save_as(folder: &Path, name: &str, bytes: &[u8]) {
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join(name), bytes).expect("a file");
}

/// Says what a file of another program holds: for each article how much, each mark with its words, and what
/// was told.
fn read(word: &str, file: &str) -> ExitCode {
    let bytes = fs::read(file).expect("a file to read");
    let packed = bytes.starts_with(b"PK");
    let parts = if packed {
        unbundle(&bytes).expect("a packed file")
    } else {
        vec![Part { name: file.to_owned(), bytes }]
    };
    let format = Format::of(word).expect("a format");
    assert_eq!(recognise(&parts), Some(format), "{file}");
    let read = format.read(&Given { parts: &parts, beside: None }).expect("it is read");
    for Document { article, details, marks, .. } in &read.documents {
        let characters = article.text.code_point_len();
        println!("{}: {characters} characters, {} marks", details.title, marks.len());
        for mark in marks {
            println!("  {:?} {:?} {:?}", mark.content, mark.quote(&article.text), mark.tags);
        }
    }
    for notice in &read.notices {
        println!("{}: {:?}", notice.path, notice.what);
    }
    ExitCode::SUCCESS
}

/// A line for each piece of each mark, with the label of a note and its answers, and for all that is told; each
/// file by itself.
fn tell_marks(word: &str, files: &[&str]) -> ExitCode {
    let format = Format::of(word).expect("a format");
    for file in files {
        let parts = [Part { name: (*file).to_owned(), bytes: fs::read(file).expect("a file to read") }];
        assert_eq!(recognise(&parts), Some(format), "{file}");
        let read = match format.read(&Given { parts: &parts, beside: None }) {
            Ok(read) => read,
            Err(error) => {
                println!("refused\t{file}\t{error:?}");
                continue;
            }
        };
        for Document { article, marks, .. } in &read.documents {
            println!("text\t{file}\t{}", serde_json::json!(article.text.as_str()));
            for mark in marks {
                let label = match &mark.content {
                    Content::Note(label) => label.clone(),
                    _ => format!("{:?}", mark.kind()),
                };
                let says: BTreeMap<&str, String> = mark
                    .fields
                    .iter()
                    .map(|(name, answer)| match answer {
                        Answer::Text(text) | Answer::Number(text) => (name.as_str(), text.clone()),
                        Answer::YesNo(yes) => (name.as_str(), yes.to_string()),
                    })
                    .collect();
                for span in mark.spans().into_iter().flat_map(|spans| spans.iter()) {
                    let at = article.text.utf16(span);
                    let says = serde_json::json!(says);
                    println!("span\t{file}\t{}\t{}\t{label}\t{says}", at.start.0, at.end.0);
                }
            }
        }
        for notice in &read.notices {
            println!("told\t{file}\t{}\t{:?}", notice.path, notice.what);
        }
    }
    ExitCode::SUCCESS
}

fn same(word: &str, files: &[&str]) -> ExitCode {
    let format = Format::of(word).expect("a format");
    let sample = sample();
    let (kept, _) = Losses::of(std::slice::from_ref(&sample), format.loses());
    let mut parts = Vec::new();
    for file in files {
        let bytes = fs::read(file).expect("a file to read");
        if bytes.starts_with(b"PK") {
            parts.extend(unbundle(&bytes).expect("a packed file"));
        } else {
            parts.push(Part { name: (*file).to_owned(), bytes });
        }
    }
    match format.read(&Given { parts: &parts, beside: Some(&sample) }) {
        Ok(read) if read.documents == kept => ExitCode::SUCCESS,
        Ok(read) => {
            println!(
                "{word}: other than what was written\nwritten {kept:#?}\nread {:#?}\n{:#?}",
                read.documents, read.notices
            );
            ExitCode::FAILURE
        }
        Err(error) => {
            println!("{word}: {error:?}");
            ExitCode::FAILURE
        }
    }
}

/// What a file is read as, or why it is not.
fn documents(format: Format, file: &str) -> Result<Vec<Document>, String> {
    let parts = [Part { name: file.to_owned(), bytes: fs::read(file).expect("a file to read") }];
    assert_eq!(recognise(&parts), Some(format), "{file}");
    let read = format.read(&Given { parts: &parts, beside: None });
    read.map(|read| read.documents).map_err(|error| format!("{error:?}"))
}

fn equal(word: &str, files: &[&str]) -> ExitCode {
    let format = Format::of(word).expect("a format");
    for pair in files.chunks(2) {
        let read: Vec<_> = pair.iter().map(|file| documents(format, file)).collect();
        match read.as_slice() {
            [Ok(one), Ok(other)] if one == other => println!("equal"),
            [Ok(one), Ok(other)] => {
                let (one, other) = (format!("{one:#?}"), format!("{other:#?}"));
                let first = one.lines().zip(other.lines()).find(|(one, other)| one != other);
                println!("{first:?}");
            }
            other => println!("{:?}", other.iter().filter_map(|one| one.as_ref().err()).collect::<Vec<_>>()),
        }
    }
    ExitCode::SUCCESS
}

fn spans(word: &str, files: &[&str]) -> ExitCode {
    let format = Format::of(word).expect("a format");
    for file in files {
        let line = match documents(format, file) {
            Err(error) => serde_json::json!({"refused": error}),
            Ok(documents) => {
                let marks: Vec<_> = documents.iter().flat_map(marks).collect();
                serde_json::json!({"marks": marks})
            }
        };
        println!("{line}");
    }
    ExitCode::SUCCESS
}

/// Each mark: its label, and where its first piece stands if it has a place.
fn marks(document: &Document) -> Vec<serde_json::Value> {
    let text = &document.article.text;
    let mark = |mark: &std::rc::Rc<Mark>| {
        let at = mark.spans().and_then(|spans| spans.iter().next()).map(|span| text.code_points(span));
        let label = match &mark.content {
            Content::Note(label) => label.clone(),
            _ => format!("{:?}", mark.kind()),
        };
        serde_json::json!([label, at.map(|at| [at.start.0, at.end.0])])
    };
    document.marks.iter().map(mark).collect()
}
