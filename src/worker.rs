//! Starts, in a worker, what opens files for the page. Natively there is nothing to start.

#[cfg(target_arch = "wasm32")]
fn main() {
    sayso::app::help();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    std::process::ExitCode::from(2)
}
