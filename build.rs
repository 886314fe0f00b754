//! Gives the page and its worker the same mark, so that they notice when they are not of one build.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::{fs, io};

/// What the two programs are made of.
const MADE_OF: [&str; 3] = ["src", "Cargo.toml", "Cargo.lock"];

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for path in MADE_OF {
        println!("cargo::rerun-if-changed={path}");
        take_in(Path::new(path), &mut hasher)?;
    }
    println!("cargo::rustc-env=SAYSO_BUILD={:016x}", hasher.finish());
    Ok(())
}

/// Names count too: a file that is moved makes another program.
fn take_in(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    path.to_string_lossy().replace('\\', "/").hash(hasher);
    if !path.is_dir() {
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    inside.sort();
    inside.iter().try_for_each(|path| take_in(path, hasher))
}
