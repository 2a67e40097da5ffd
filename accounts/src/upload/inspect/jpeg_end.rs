//! Whether a JPEG was broken off.

const MARKER: u8 = 0xff;
const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;

/// Whether the picture has an end. Segments before its first scan are stepped over: a small picture of the
/// picture may stand in them, with an end of its own. In a scan no other byte follows 0xff but 0.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    scan(bytes).is_some_and(|scan| scan.windows(2).any(|pair| pair == [MARKER, END_OF_IMAGE]))
}

/// Everything from the first scan on.
fn scan(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes.get(2..)?;
    loop {
        let (&marker, after) = rest.split_first()?;
        if marker != MARKER {
            return None;
        }
        let (&code, after) = after.split_first()?;
        match code {
            START_OF_SCAN => return Some(after),
            // Bytes that only fill.
            MARKER => rest = &rest[1..],
            _ => {
                let length = after.first_chunk().copied().map(u16::from_be_bytes)?;
                rest = after.get(usize::from(length)..)?;
            }
        }
    }
}
