//! From a filled sheet to the bytes of a PDF.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TagTree};

use crate::area::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::error::PaperError;
use crate::font::Fonts;
use crate::line::Line;
use crate::sheet::{Chapter, Drawing, Mark, Sheet};
use crate::tree::node;

/// Of the text (BCP 47).
const LANGUAGE: &str = "ru";

impl Sheet {
    /// The finished paper. The library checks it against PDF/UA-1 (ISO 14289-1).
    pub(crate) fn print(mut self) -> Result<Vec<u8>, PaperError> {
        self.numbered();
        let mut document = Document::new_with(SerializeSettings {
            configuration: standard()?,
            ..SerializeSettings::default()
        });
        let mut drawn = vec![None; self.numbers];
        for marks in &self.pages {
            let settings =
                PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or(PaperError::Format)?;
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            for mark in marks {
                let identifier = draw(&mut surface, &self.fonts, mark);
                if let Some(place) = mark.number.and_then(|number| drawn.get_mut(number)) {
                    *place = Some(identifier);
                }
            }
            surface.finish();
            page.finish();
        }
        let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
        for branch in self.branches {
            if let Some(node) = node(branch, &drawn) {
                tree.push(node);
            }
        }
        document.set_tag_tree(tree);
        document.set_outline(outline(&self.chapters));
        document.set_metadata(metadata(self.title));
        document
            .finish()
            .map_err(|error| PaperError::Write(error.to_string()))
    }
}

fn standard() -> Result<Configuration, PaperError> {
    ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PaperError::Format)
}

fn metadata(title: &str) -> Metadata {
    Metadata::new()
        .title(title.to_owned())
        .language(LANGUAGE.to_owned())
        .creator("Ступени".to_owned())
}

/// The name of the paper first, its sections below it.
fn outline(chapters: &[Chapter]) -> Outline {
    let entry = |chapter: &Chapter| {
        let point = Point::from_xy(chapter.spot.x, chapter.spot.y);
        OutlineNode::new(
            chapter.name.clone(),
            XyzDestination::new(chapter.spot.page, point),
        )
    };
    let mut outline = Outline::new();
    if let Some((title, sections)) = chapters.split_first() {
        let mut root = entry(title);
        for section in sections {
            root.push_child(entry(section));
        }
        outline.push_child(root);
    }
    outline
}

fn draw(surface: &mut Surface<'_>, fonts: &Fonts, mark: &Mark) -> Identifier {
    let decoration = match mark.drawing {
        Drawing::Text { .. } => ArtifactType::Footer,
        Drawing::Shape { .. } => ArtifactType::Layout,
    };
    let tag = match (mark.number, &mark.drawing) {
        (None, _) => ContentTag::Artifact(Artifact::with_kind(decoration)),
        (Some(_), Drawing::Text { line, .. }) => ContentTag::Span(span(line)),
        (Some(_), Drawing::Shape { .. }) => ContentTag::Other,
    };
    let identifier = surface.start_tagged(tag);
    match &mark.drawing {
        Drawing::Text { x, y, line } => {
            let font = fonts.of(line.look.weight).font.clone();
            surface.set_fill(Some(line.look.ink.fill()));
            surface.draw_glyphs(
                Point::from_xy(*x, *y),
                &line.glyphs,
                font,
                &line.text,
                line.look.size,
                false,
            );
        }
        Drawing::Shape { path, ink } => {
            surface.set_fill(Some(ink.fill()));
            surface.draw_path(path);
        }
    }
    surface.end_tagged();
    identifier
}

/// The signs of a code stand apart for the eye alone: it is read out and copied as one word.
fn span(line: &Line) -> SpanTag<'_> {
    let one_word = (line.look.cell > 0.0).then_some(line.text.as_str());
    SpanTag::empty().with_actual_text(one_word)
}
