//! What the rules ask of Unicode's tables.

/// Unicode's tables, passed in: crates on the server, the browser's own in wasm.
pub trait Unicode {
    /// The domain in ASCII by UTS 46, non-transitional; `None` where that fails. The caller has
    /// refused ASCII signs that no domain holds, and checks the labels of the answer.
    fn domain_to_ascii(&self, domain: &str) -> Option<String>;

    /// A domain in ASCII as people read it: `xn--e1afmkfd.xn--p1ai` is `пример.рф`.
    fn domain_to_unicode(&self, domain: &str) -> String;

    /// Normalisation form C.
    fn nfc(&self, text: &str) -> String;

    /// Normalisation form KC.
    fn nfkc(&self, text: &str) -> String;

    /// General category L: letters of any alphabet.
    fn is_letter(&self, character: char) -> bool;

    /// General categories Nd, Nl and No: digits and numbers of any script.
    fn is_number(&self, character: char) -> bool;
}
