//! A PDF, taken apart by a script that is loaded on the first one (`src/pdf.js`).

use js_sys::{Array, Float64Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::error::OrLog as _;
use super::helper::strings;

#[wasm_bindgen]
extern "C" {
    /// `src/worker.js` has it.
    #[wasm_bindgen(catch, js_name = takePdfApart)]
    async fn take_pdf_apart(bytes: Uint8Array, limit: usize) -> Result<JsValue, JsValue>;
}

/// What a PDF came apart into.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paper {
    /// Why it did not: `locked`, `damaged`, or `unreachable` if what does it could not be loaded.
    pub why: String,
    /// What it says of itself in four texts, then the words of all its runs.
    pub texts: Vec<String>,
    /// Where they stand.
    pub numbers: Vec<f64>,
}

/// How many bytes from its beginning tell a PDF.
const HEAD: usize = 1_024;

/// Takes a file apart if it is a PDF.
pub(super) async fn paper(bytes: &[u8], limit: usize) -> Option<Paper> {
    let head = bytes.get(..HEAD.min(bytes.len()))?;
    head.windows(5).find(|five| five == b"%PDF-")?;
    let apart = take_pdf_apart(Uint8Array::from(bytes), limit).await.or_log("taking a PDF apart");
    let part = |name: &str| Reflect::get(apart.as_ref()?, &JsValue::from_str(name)).ok();
    let why = part("why").and_then(|why| why.as_string());
    let texts = part("texts").and_then(|texts| texts.dyn_into::<Array>().ok());
    let numbers = part("numbers").and_then(|numbers| numbers.dyn_into::<Float64Array>().ok());
    Some(Paper {
        why: why.unwrap_or_else(|| if apart.is_some() { String::new() } else { "unreachable".to_owned() }),
        texts: texts.map(|texts| strings(&texts)).unwrap_or_default(),
        numbers: numbers.map(|numbers| numbers.to_vec()).unwrap_or_default(),
    })
}
