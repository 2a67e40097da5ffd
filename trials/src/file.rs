//! Files as citizens send them, and as others do.

use std::io::{Cursor, Write as _};

use image::{
    ExtendedColorType, ImageEncoder as _, ImageFormat, RgbImage, codecs::jpeg::JpegEncoder,
};

/// A picture of noise, so that its file is not much smaller than its pixels.
fn noise(width: u32, height: u32, seed: u32) -> RgbImage {
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        image::Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
    })
}

/// A PNG of this size; each seed another one.
#[must_use]
pub fn png(width: u32, height: u32, seed: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    noise(width, height, seed)
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("a picture is written into memory");
    bytes.into_inner()
}

/// A JPEG of this size with a segment `APP1` that says how the camera was held (EXIF, 1 … 8) and where
/// (`place`).
#[must_use]
pub fn jpeg(width: u32, height: u32, orientation: u8, place: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new(&mut bytes)
        .write_image(
            &noise(width, height, 1),
            width,
            height,
            ExtendedColorType::Rgb8,
        )
        .expect("a picture is written into memory");
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif.extend(place.as_bytes());
    let length = u16::try_from(exif.len() + 2).expect("a segment is short");
    let mut segment = vec![0xff, 0xe1];
    segment.extend(length.to_be_bytes());
    segment.extend(exif);
    bytes.splice(2..2, segment);
    bytes
}

/// A PNG whose header promises pixels that are not there: a few hundred bytes.
#[must_use]
pub fn hollow_png(width: u32, height: u32, depth: u8) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let rgba = 6;
    header.extend([depth, rgba, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [
        (b"IHDR", header),
        (b"IDAT", packed(&[0; 4096])),
        (b"IEND", Vec::new()),
    ] {
        let length = u32::try_from(data.len()).expect("a chunk is short");
        let named = [name.as_slice(), &data].concat();
        let mut sum = flate2::Crc::new();
        sum.update(&named);
        bytes.extend(length.to_be_bytes());
        bytes.extend(&named);
        bytes.extend(sum.sum().to_be_bytes());
    }
    bytes
}

/// Zlib, as PNG and PDF pack.
#[must_use]
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).expect("memory takes everything");
    packer.finish().expect("memory takes everything")
}

/// A PDF of one page with more entries in its catalog and more objects, which are numbered from 4.
#[must_use]
pub fn pdf(catalog: &str, more: &[&str]) -> Vec<u8> {
    let catalog = format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>");
    let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>";
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in [catalog.as_str(), pages, page]
        .iter()
        .chain(more)
        .enumerate()
    {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    let (table, count) = (bytes.len(), places.len() + 1);
    bytes.extend(format!("xref\n0 {count}\n0000000000 65535 f \n").bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let trailer = format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
    bytes.extend(trailer.bytes());
    bytes
}

/// A PDF whose catalog, pages and further objects (from 4 on) stand in a packed object stream.
#[must_use]
pub fn packed_pdf(catalog: &str, more: &[&str]) -> Vec<u8> {
    let catalog = format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>");
    let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>";
    let (mut index, mut objects) = (String::new(), String::new());
    let all: Vec<_> = [catalog.as_str(), pages, page]
        .iter()
        .chain(more)
        .copied()
        .collect();
    for (number, object) in all.iter().enumerate() {
        index.push_str(&format!("{} {} ", number + 1, objects.len()));
        objects.push_str(&format!("{object} "));
    }
    let (count, first) = (all.len(), index.len());
    let stream = packed((index + &objects).as_bytes());
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let (container, table) = (count + 1, count + 2);
    let place = bytes.len();
    let kind = format!("/Type /ObjStm /N {count} /First {first}");
    push_stream(&mut bytes, container, &kind, &stream);
    let table_place = bytes.len();
    // Free, then one entry of type 2 for each object, then the container and the table itself.
    let mut entries = vec![0, 0, 0, 0, 0, 0, 0];
    for index in 0..count {
        entries.push(2);
        entries.extend(u32::try_from(container).expect("small").to_be_bytes());
        entries.extend(u16::try_from(index).expect("small").to_be_bytes());
    }
    for place in [place, table_place] {
        entries.push(1);
        entries.extend(u32::try_from(place).expect("small").to_be_bytes());
        entries.extend([0, 0]);
    }
    let size = table + 1;
    let kind = format!("/Type /XRef /Size {size} /W [1 4 2] /Root 1 0 R");
    push_stream(&mut bytes, table, &kind, &packed(&entries));
    bytes.extend(format!("startxref\n{table_place}\n%%EOF\n").bytes());
    bytes
}

fn push_stream(bytes: &mut Vec<u8>, number: usize, kind: &str, data: &[u8]) {
    let length = data.len();
    bytes.extend(
        format!("{number} 0 obj\n<< {kind} /Filter /FlateDecode /Length {length} >>\nstream\n")
            .bytes(),
    );
    bytes.extend(data);
    bytes.extend(b"\nendstream\nendobj\n");
}
