//! The three units in which a place in a text is counted, each a type of its own.
//!
//! There is no `From` between them on purpose: only [`Text`](super::Text) can convert, because only
//! it knows the characters.

/// Defines one unit as a transparent number.
macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub usize);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

unit! {
    /// Bytes of UTF-8 before a place. The unit inside the core.
    ByteOffset
}

unit! {
    /// UTF-16 code units before a place. The unit of the DOM.
    Utf16Offset
}

unit! {
    /// Unicode code points before a place. The unit of files (W3C Web Annotation Data Model, 4.2.4).
    CodePointOffset
}
