use image::metadata::Orientation;
use image::{GenericImageView as _, ImageDecoder as _};
use trials::file;

use super::super::Unfit;
use super::{FileKind, Limits, inspect};

const LIMITS: Limits = Limits {
    bytes: 5 << 20,
    pixels: 40_000_000,
};

fn kept(bytes: &[u8]) -> Vec<u8> {
    inspect(bytes, LIMITS).expect("a file that is fit").bytes
}

fn refused(bytes: &[u8]) -> Unfit {
    inspect(bytes, LIMITS).expect_err("a file that is not fit")
}

#[test]
fn the_content_says_what_a_file_is() {
    for (bytes, kind) in [
        (file::png(4, 4, 1), FileKind::Png),
        (file::jpeg(4, 4, 1, ""), FileKind::Jpeg),
        (file::pdf("", &[]), FileKind::Pdf),
    ] {
        assert_eq!(inspect(&bytes, LIMITS).expect("fit").kind, kind);
    }
    assert_eq!(refused(b""), Unfit::Empty);
    for other in [
        &b"GIF89a\x01\0\x01\0\0\0\0;"[..],
        b"<!doctype html><script>alert(1)</script>",
        b"PK\x03\x04",
        b"MZ",
        b"%PD",
        b"\0",
    ] {
        assert_eq!(refused(other), Unfit::WrongType, "{other:?}");
    }
    let large = vec![b'a'; (5 << 20) + 1];
    assert_eq!(refused(&large), Unfit::TooLarge);
}

#[test]
fn a_picture_is_nothing_but_pixels() {
    let jpeg = file::jpeg(16, 8, 6, "55.75N 37.62E");
    let again = kept(&jpeg);
    assert!(!contains(&again, b"55.75N") && !contains(&again, b"Exif"));
    let picture = image::load_from_memory(&again).expect("a picture");
    assert_eq!(picture.dimensions(), (8, 16), "held upright");
    let mut decoder =
        image::codecs::jpeg::JpegDecoder::new(std::io::Cursor::new(&again)).expect("a JPEG");
    assert_eq!(
        decoder.orientation().expect("read"),
        Orientation::NoTransforms
    );

    let png = file::png(8, 8, 1);
    let with_archive = [&png[..], b"PK\x03\x04secret", b"PK\x05\x06"].concat();
    let again = kept(&with_archive);
    assert!(!contains(&again, b"PK\x03\x04") && !contains(&again, b"secret"));
    let before = image::load_from_memory(&png).expect("a picture");
    let after = image::load_from_memory(&again).expect("a picture");
    assert_eq!(before.to_rgb8(), after.to_rgb8(), "every pixel is the same");

    // A document behind the picture, as some send to have both.
    let both = [&file::jpeg(8, 8, 1, "")[..], &file::pdf("", &[])].concat();
    assert!(!contains(&kept(&both), b"%PDF"));
}

#[test]
fn a_picture_that_is_too_large_is_never_made() {
    assert_eq!(
        refused(&file::hollow_png(60_000, 60_000, 8)),
        Unfit::TooManyPixels
    );
    assert_eq!(
        refused(&file::hollow_png(u32::MAX / 2, 1, 8)),
        Unfit::TooManyPixels
    );
    // Few pixels enough, but twice the bytes for each.
    assert_eq!(
        refused(&file::hollow_png(6_000, 6_000, 16)),
        Unfit::TooManyPixels
    );
    assert_eq!(refused(&file::hollow_png(60, 60, 8)), Unfit::Damaged);
    let mut wide = file::jpeg(8, 8, 1, "");
    let frame = wide
        .windows(2)
        .position(|pair| pair == [0xff, 0xc0])
        .expect("a frame");
    wide[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    assert_eq!(refused(&wide), Unfit::TooManyPixels);
}

#[test]
fn what_is_broken_off_is_damaged() {
    let files = [
        file::png(40, 40, 1),
        file::jpeg(40, 40, 1, ""),
        file::pdf("", &[]),
        file::packed_pdf("", &[]),
    ];
    for file in files {
        for part in [2, 3, 4, 10] {
            let cut = &file[..file.len() * (part - 1) / part];
            assert_eq!(refused(cut), Unfit::Damaged, "{part}");
        }
    }
    for file in [file::png(40, 40, 1), file::pdf("", &[])] {
        let mut broken = file.clone();
        broken.splice(30..60, vec![0; 30]);
        assert_eq!(refused(&broken), Unfit::Damaged);
    }
}

#[test]
fn a_document_stands_alone() {
    let pdf = file::pdf("", &[]);
    assert_eq!(kept(&pdf), pdf, "a document is kept as it came");
    assert_eq!(kept(&file::packed_pdf("", &[])), file::packed_pdf("", &[]));
    assert_eq!(refused(&[b"\n", &pdf[..]].concat()), Unfit::WrongType);
    assert_eq!(refused(&[&pdf[..], b"MZ"].concat()), Unfit::Damaged);
    assert_eq!(
        refused(&[&pdf[..], &file::jpeg(4, 4, 1, "")].concat()),
        Unfit::Damaged
    );
    // The archive's end has a comment, which is the document's.
    let archive = [&pdf[..pdf.len() - 6], b"PK\x05\x06\0\0\0\0%%EOF\n"].concat();
    assert_eq!(refused(&archive), Unfit::Damaged);
    let pageless = String::from_utf8_lossy(&pdf).replace("/Kids [3 0 R]", "/Kids [     ]");
    assert_eq!(refused(&unlossy(&pdf, &pageless)), Unfit::Damaged);
}

/// The document with the bytes that are no text put back.
fn unlossy(pdf: &[u8], text: &str) -> Vec<u8> {
    let head = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    let body = text.split_once("1 0 obj").map_or("", |(_, body)| body);
    assert!(pdf.starts_with(head));
    [head, &b"1 0 obj"[..], body.as_bytes()].concat()
}

#[test]
fn what_acts_by_itself_is_refused_wherever_it_hides() {
    let actions = [
        "<< /S /JavaScript /JS (app.alert(1)) >>",
        "<< /S /#4aavaScript /#4a#53 (app.alert(1)) >>",
        "<< /S /Launch /F (calc.exe) >>",
        "<< /S /SubmitForm /F (http://evil.example) >>",
        "<< /S /ImportData /F (x) >>",
        "<< /S /GoToE >>",
        "<< /Type /Filespec /EF << /F 9 0 R >> >>",
        "<< /AcroForm << /XFA [(template) 9 0 R] >> >>",
        "<< /Subtype /RichMedia >>",
        "<< /Subtype /FileAttachment >>",
        "[[[[<< /A << /S /Launch >> >>]]]]",
        "/JavaScript",
    ];
    for action in actions {
        for bytes in [
            file::pdf("/OpenAction 4 0 R", &[action]),
            file::packed_pdf("/OpenAction 4 0 R", &[action]),
            file::pdf("", &[action]),
            file::pdf(&format!("/Extra {action}"), &[]),
        ] {
            assert_eq!(refused(&bytes), Unfit::ActiveContent, "{action}");
        }
    }
    let carrier = file::pdf("/Names << /EmbeddedFiles << /Names [] >> >>", &[]);
    assert_eq!(refused(&carrier), Unfit::ActiveContent);
    // Where a document opens, and a link that somebody has to press.
    for passive in [
        "/OpenAction [3 0 R /Fit]",
        "/Outlines << /A << /S /URI /URI (https://portal.example) >> >>",
        "/Lang (JavaScript)",
    ] {
        kept(&file::pdf(passive, &[]));
        kept(&file::packed_pdf(passive, &[]));
    }
}

#[test]
fn what_is_locked_is_not_tried() {
    let key = "<< /Filter /Standard /V 1 /R 2 /O (o) /U (u) /P -4 >>";
    let pdf = file::pdf("", &[key]);
    let text = String::from_utf8_lossy(&pdf).replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 4 0 R");
    assert_eq!(refused(&unlossy(&pdf, &text)), Unfit::Locked);
    let hidden = text.replace("/Encrypt", "/#45ncrypt");
    assert!(inspect(&unlossy(&pdf, &hidden), LIMITS).is_err());
}

#[test]
fn a_document_that_unpacks_without_end_is_damaged() {
    let many = format!("[{}]", "0 ".repeat(990_000));
    let bomb = file::packed_pdf("", &[&many]);
    assert!(bomb.len() < 20_000, "{}", bomb.len());
    kept(&bomb);
    let many = format!("[{}]", "1-".repeat(990_000));
    assert_eq!(refused(&file::packed_pdf("", &[&many])), Unfit::Damaged);
    let long = format!("({})", "a".repeat(5 << 20));
    assert_eq!(refused(&file::packed_pdf("", &[&long])), Unfit::Damaged);
    // Too deep for the library, which steps over it: a reader may find an action down there.
    let deep = format!("{}/Launch{}", "[".repeat(50_000), "]".repeat(50_000));
    assert_eq!(refused(&file::packed_pdf("", &[&deep])), Unfit::Damaged);
    assert_eq!(refused(&file::pdf("", &[&deep])), Unfit::Damaged);
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
