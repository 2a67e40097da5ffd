//! PDFs are read through and kept as they came (R-UPL-04): whole, open, passive, and nothing beside.

use std::cell::Cell;

use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use super::super::Unfit;

/// Longest text of one object stream or cross-reference stream, in bytes.
const LONGEST_TEXT: usize = 4 << 20;
/// How many values the object streams of one document may hold together: each takes some hundred bytes of
/// memory, and a thousand of them a byte of the file.
const MOST_VALUES: usize = 1_000_000;
/// A ZIP archive ends so; a reader of archives finds it in this many last bytes, whatever stands before.
const ARCHIVE_END: &[u8] = b"PK\x05\x06";
const ARCHIVE_END_WITHIN: usize = 65_557;

/// Names of what acts by itself or carries something, wherever they stand as a value.
const ACTIVE_VALUES: [&[u8]; 13] = [
    b"JavaScript",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"Rendition",
    b"RichMedia",
    b"RichMediaExecute",
    b"GoToE",
    b"EmbeddedFile",
    b"FileAttachment",
    b"Movie",
    b"Sound",
    b"3D",
];
/// The same where they stand as a key.
const ACTIVE_KEYS: [&[u8]; 6] = [
    b"JS",
    b"JavaScript",
    b"EF",
    b"EmbeddedFiles",
    b"XFA",
    b"RichMediaContent",
];

thread_local! {
    /// Values that may still come. The library asks a plain function, which has no other place for it.
    static VALUES_LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

pub(super) fn read_through(bytes: &[u8]) -> Result<(), Unfit> {
    // Before the library tries to open it: it reads what is locked without our limits.
    if contains(bytes, b"/Encrypt") {
        return Err(Unfit::Locked);
    }
    if !stands_alone(bytes) {
        return Err(Unfit::Damaged);
    }
    VALUES_LEFT.set(Some(MOST_VALUES));
    let options = LoadOptions {
        filter: Some(count_values),
        // A damaged file is refused, not mended: readers mend each in its own way, and see other things in it.
        strict: true,
        max_decompressed_size: Some(LONGEST_TEXT),
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| Unfit::Damaged)?;
    if VALUES_LEFT.take().is_none() {
        return Err(Unfit::Damaged);
    }
    judge(&document)
}

fn judge(document: &Document) -> Result<(), Unfit> {
    if document.was_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(Unfit::Locked);
    }
    let active = document.objects.values().any(is_active);
    if active || dictionary_is_active(&document.trailer) {
        return Err(Unfit::ActiveContent);
    }
    match document.page_iter().next() {
        Some(_) if is_all_there(document) => Ok(()),
        _ => Err(Unfit::Damaged),
    }
}

/// Whether every object was read. The library steps over what it cannot read in a stream of objects; what
/// others read there nobody has looked at.
fn is_all_there(document: &Document) -> bool {
    let is_there = |number: u32| {
        let mut same_number = document.objects.range((number, 0)..=(number, u16::MAX));
        same_number.next().is_some()
    };
    let entries = &document.reference_table.entries;
    entries.iter().all(|(number, entry)| match entry {
        XrefEntry::Normal { .. } | XrefEntry::Compressed { .. } => is_there(*number),
        XrefEntry::Free | XrefEntry::UnusableFree => true,
    })
}

/// Nothing stands after the document, and no archive is hidden in it. What stands before it makes it another
/// kind of file.
fn stands_alone(bytes: &[u8]) -> bool {
    let end = bytes.trim_ascii_end();
    let tail = &bytes[bytes.len().saturating_sub(ARCHIVE_END_WITHIN)..];
    end.ends_with(b"%%EOF") && !contains(tail, ARCHIVE_END)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Called with every object before the library opens it, if it is a stream of objects, and with every object
/// that came out of one. `None`: the object is left out.
fn count_values(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let Object::Stream(stream) = object else {
        return Some((id, object.clone()));
    };
    if stream.dict.has_type(b"ObjStm") {
        let text = stream.get_plain_content_with_limit(LONGEST_TEXT);
        let values = text.map_or(usize::MAX, |text| values_in(&text));
        let left = VALUES_LEFT.get().and_then(|left| left.checked_sub(values));
        VALUES_LEFT.set(left);
        left?;
    }
    // Streams do not come out of streams: only whether there is an answer counts.
    Some((id, Object::Null))
}

/// No fewer values than there are: `[1-1/a(b)nullnull]` holds six and no blank.
fn values_in(text: &[u8]) -> usize {
    let count = |belongs: fn(&u8) -> bool| text.iter().filter(|byte| belongs(byte)).count();
    let words = text.split(|byte| !byte.is_ascii_alphanumeric());
    let beginnings = count(|byte| b"/<([+-.".contains(byte));
    let shortest_word = 4;
    words.filter(|word| !word.is_empty()).count()
        + beginnings
        + count(u8::is_ascii_alphabetic) / shortest_word
}

/// The library lets nothing nest deeper than a hundred.
fn is_active(object: &Object) -> bool {
    match object {
        Object::Name(name) => ACTIVE_VALUES.contains(&name.as_slice()),
        Object::Array(values) => values.iter().any(is_active),
        Object::Dictionary(dictionary) => dictionary_is_active(dictionary),
        Object::Stream(stream) => dictionary_is_active(&stream.dict),
        _ => false,
    }
}

fn dictionary_is_active(dictionary: &Dictionary) -> bool {
    dictionary
        .iter()
        .any(|(key, value)| ACTIVE_KEYS.contains(&key.as_slice()) || is_active(value))
}
