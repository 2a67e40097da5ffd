//! Searching bytes for a value in whatever spelling it may have been left.

/// Alphabet of base64; the URL's differs in the last two.
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Values by name, each in all its spellings.
#[derive(Default)]
pub(crate) struct Needles(Vec<(String, Vec<u8>)>);

impl Needles {
    /// Adds a value; values shorter than eight bytes would be found by chance.
    pub(crate) fn add(&mut self, name: &str, value: &str) {
        assert!(value.len() >= 8, "{name} is too short to be searched for");
        for spelling in [value.to_owned(), value.to_lowercase(), value.to_uppercase()] {
            let bytes = spelling.as_bytes();
            let wide: Vec<u8> = spelling.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let escaped: String = spelling
                .encode_utf16()
                .map(|unit| format!("\\u{unit:04x}"))
                .collect();
            let hex = |bytes: &[u8]| {
                bytes
                    .iter()
                    .map(|byte| format!("{byte:02x}"))
                    .collect::<String>()
            };
            let percent: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
            for found in [
                bytes.to_vec(),
                wide,
                escaped.into_bytes(),
                hex(bytes).into_bytes(),
                hex(bytes).to_uppercase().into_bytes(),
                percent.into_bytes(),
            ] {
                self.0.push((name.to_owned(), found));
            }
            for shift in 0..3 {
                let coded = base64_inside(bytes, shift);
                let for_urls = coded.iter().map(|sign| match sign {
                    b'+' => b'-',
                    b'/' => b'_',
                    other => *other,
                });
                self.0.push((name.to_owned(), for_urls.collect()));
                self.0.push((name.to_owned(), coded));
            }
        }
    }

    /// Name and spelling of the first value that is there.
    pub(crate) fn found_in(&self, bytes: &[u8]) -> Option<(String, String)> {
        let by_first = self.by_first_byte();
        for place in 0..bytes.len() {
            for &needle in &by_first[usize::from(bytes[place])] {
                let (name, value) = &self.0[needle];
                if bytes[place..].starts_with(value) {
                    return Some((name.clone(), String::from_utf8_lossy(value).into_owned()));
                }
            }
        }
        None
    }

    fn by_first_byte(&self) -> Vec<Vec<usize>> {
        let mut by_first = vec![Vec::new(); 256];
        for (number, (_, value)) in self.0.iter().enumerate() {
            by_first[usize::from(value[0])].push(number);
        }
        by_first
    }
}

/// The signs of base64 that stand for these bytes alone, when they begin `shift` bytes into a group.
fn base64_inside(bytes: &[u8], shift: usize) -> Vec<u8> {
    let bits: Vec<u8> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .collect();
    // The first sign that holds none of the bits before.
    let skip = (6 - shift * 8 % 6) % 6;
    let groups = bits[skip..].chunks_exact(6);
    groups
        .map(|group| BASE64[usize::from(group.iter().fold(0, |sign, bit| sign << 1 | bit))])
        .collect()
}

#[test]
fn every_spelling_is_found_and_others_are_not() {
    let mut needles = Needles::default();
    needles.add("value", "Пробная-42");
    let hidden = [
        "… ПРОБНАЯ-42 …".as_bytes().to_vec(),
        b"d09fd180d0bed0b1d0bdd0b0d18f2d3432".to_vec(),
        // base64 of «xПробная-42y», «xxПробная-42» and «Пробная-42».
        "eNCf0YDQvtCx0L3QsNGPLTQyeQ==".as_bytes().to_vec(),
        "eHjQn9GA0L7QsdC90LDRjy00Mg==".as_bytes().to_vec(),
        "0J_RgNC-0LHQvdCw0Y8tNDI".as_bytes().to_vec(),
        b"\\u041f\\u0440\\u043e\\u0431\\u043d\\u0430\\u044f\\u002d\\u0034\\u0032".to_vec(),
    ];
    for bytes in hidden {
        assert!(
            needles.found_in(&bytes).is_some(),
            "{}",
            String::from_utf8_lossy(&bytes)
        );
    }
    assert_eq!(needles.found_in("Пробная-43, проба".as_bytes()), None);
}
