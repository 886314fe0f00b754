//! Starts Sayso in the page. Natively there is nothing to start.

#[cfg(target_arch = "wasm32")]
fn main() {
    sayso::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write as _;
    let told = writeln!(
        std::io::stderr(),
        "Sayso runs in a browser: scripts/serve builds it and prints the address."
    );
    if told.is_ok() { std::process::ExitCode::from(2) } else { std::process::ExitCode::FAILURE }
}
