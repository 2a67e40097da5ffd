//! Pictures are drawn anew: what is kept holds pixels and nothing else, no place where it was taken, no text,
//! no second file behind the first (R-UPL-06).

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageResult, Limits};

use super::super::Unfit;
use super::jpeg_end;

/// Quality of a JPEG that is drawn anew, of 100: text on a photographed page stays sharp.
const QUALITY: u8 = 90;
/// Memory a decoder may take for a pixel: four channels of a byte each.
const BYTES_PER_PIXEL: u64 = 4;
/// Memory a decoder may take beside its pixels.
const BESIDE: u64 = 16 << 20;

pub(super) fn redraw_png(bytes: &[u8], pixels: u64) -> Result<Vec<u8>, Unfit> {
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), limits(pixels)).map_err(unfit)?;
    let mut out = Vec::new();
    draw(&decode(decoder, pixels)?, PngEncoder::new(&mut out))?;
    Ok(out)
}

pub(super) fn redraw_jpeg(bytes: &[u8], pixels: u64) -> Result<Vec<u8>, Unfit> {
    // The decoder fills what is missing of a picture with grey.
    if !jpeg_end::is_whole(bytes) {
        return Err(Unfit::Damaged);
    }
    let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(unfit)?;
    let mut out = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
    draw(&decode(decoder, pixels)?, encoder)?;
    Ok(out)
}

/// The header says how large the picture is: a large one is refused before a pixel of it is made. How the
/// camera was held is applied, because what says so goes.
fn decode(mut decoder: impl ImageDecoder, pixels: u64) -> Result<DynamicImage, Unfit> {
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > pixels {
        return Err(Unfit::TooManyPixels);
    }
    let mut left = limits(pixels);
    left.reserve(decoder.total_bytes()).map_err(unfit)?;
    decoder.set_limits(left).map_err(unfit)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(unfit)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn draw(image: &DynamicImage, encoder: impl ImageEncoder) -> Result<(), Unfit> {
    let drawn: ImageResult<()> = image.write_with_encoder(encoder);
    drawn.map_err(unfit)
}

fn limits(pixels: u64) -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(pixels * BYTES_PER_PIXEL + BESIDE);
    limits
}

#[expect(clippy::needless_pass_by_value, reason = "the shape of `map_err`")]
fn unfit(error: ImageError) -> Unfit {
    match error {
        ImageError::Limits(_) => Unfit::TooManyPixels,
        _ => Unfit::Damaged,
    }
}
