//! The map beside the list: the country with a number at each town, or the plan of one town with the numbers of the list.

use accounts::centre::{Found, Listed, Town};
use domain::map::{HEIGHT, PLAN_HEIGHT, PLAN_WIDTH, Plan, Point, Projection, TILE, WIDTH};
use leptos::prelude::*;

use super::criteria::Asked;
use super::list::Shown;
use super::mark::{Mark, gather};
use super::words;
use crate::context::SiteContext;

/// Marks of the country nearer than this are one, in units of the map: a finger tells them apart.
const APART: f64 = 42.0;
const RADIUS: f64 = 19.0;
/// The same on a plan, in its pixels.
const PLAN_APART: f64 = 28.0;
const PLAN_RADIUS: f64 = 13.0;
/// How far below its point a town is named, in pixels: a mark leaves it readable.
const BELOW: f64 = 24.0;
/// The longest ring of a plan, in its pixels.
const RING: f64 = 200.0;
/// Lengths that are easy to read, in kilometres.
const LENGTHS_KM: [f64; 10] = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];

/// A mark as it is drawn.
struct Sign {
    at: Point,
    radius: f64,
    text: String,
    /// Where it leads and what it is called.
    to: String,
    name: String,
}

/// The country: how many centres there are where.
pub(super) fn country(site: &SiteContext, found: &Found<'_>, asked: &Asked) -> AnyView {
    let mut towns: Vec<(&Town, usize)> = found
        .centres
        .chunk_by(|one, other| one.town.id == other.town.id)
        .map(|centres| (centres[0].town, centres.len()))
        .collect();
    // The largest one names the mark.
    towns.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let projection = Projection::russia();
    let points = towns
        .iter()
        .map(|(town, _)| projection.project(town.position));
    let signs = gather(points, APART).into_iter().map(|mark| {
        let count: usize = mark.members.iter().map(|member| towns[*member].1).sum();
        let (town, _) = towns[mark.members[0]];
        let others = mark.members.len() - 1;
        let name = match others {
            0 => town.name.clone(),
            others => format!("{} и ещё {}", town.name, words::towns(others)),
        };
        sign(Sign {
            at: mark.at,
            radius: RADIUS,
            text: count.to_string(),
            to: asked.at(&words::town(town)),
            name: format!("{name}: {}", words::centres(count)),
        })
    });
    let land = site.assets.map.as_ref().map(|map| {
        view! {
            <use_ class="map__land" href=format!("{map}#land")/>
            <use_ class="map__own" href=format!("{map}#own")/>
            <use_ class="map__border" href=format!("{map}#border")/>
        }
    });
    let drawing = view! { {land} {signs.collect_view()} };
    figure(
        "map map--country",
        format!("0 0 {WIDTH} {HEIGHT}"),
        drawing,
        "Число на карте — сколько центров в городе. Нажмите на него, чтобы увидеть город.",
    )
}

/// A town and what is around it: the numbers are those of the list.
pub(super) fn plan(site: &SiteContext, town: &Town, shown: &Shown<'_>) -> AnyView {
    let centres = shown.centres;
    let places = centres.iter().map(|listed| listed.centre.position);
    let plan = Plan::around(&places.clone().chain([town.position]).collect::<Vec<_>>());
    let marks = gather(places.map(|place| plan.project(place)), PLAN_APART);
    let signs = marks
        .iter()
        .map(|mark| sign(numbered(mark, centres, shown.first)));
    let tiles = site.tiles.as_ref().map(|template| tiles(template, &plan));
    let names = site
        .portal
        .config
        .centres
        .towns()
        .iter()
        .filter_map(|town| {
            let Point { x, y } = plan.project(town.position);
            let inside = (0.0..PLAN_WIDTH).contains(&x) && (0.0..PLAN_HEIGHT).contains(&y);
            let (x, y) = (decimal(x), decimal(y + BELOW));
            inside.then(|| view! { <text class="map__town" x=x y=y>{town.name.clone()}</text> })
        });
    let drawing = view! {
        {tiles}
        {rings(&plan, plan.project(town.position))}
        {names.collect_view()}
        {signs.collect_view()}
    };
    figure(
        "map",
        format!("0 0 {PLAN_WIDTH} {PLAN_HEIGHT}"),
        drawing,
        "Числа на плане — номера в списке. Север наверху.",
    )
}

fn numbered(mark: &Mark, centres: &[Listed<'_>], first: usize) -> Sign {
    let numbers: Vec<_> = mark
        .members
        .iter()
        .map(|member| (first + member).to_string())
        .collect();
    let one = centres[mark.members[0]].centre;
    let (text, name) = match numbers.as_slice() {
        [number] => (number.clone(), format!("{number}. {}", one.name)),
        several => (
            format!("{}+", several[0]),
            format!("Центры {}", several.join(", ")),
        ),
    };
    Sign {
        at: mark.at,
        radius: PLAN_RADIUS,
        text,
        to: format!("#centre-{}", one.id),
        name,
    }
}

fn sign(sign: Sign) -> impl IntoView {
    let (x, y) = (decimal(sign.at.x), decimal(sign.at.y));
    let name = sign.name.clone();
    view! {
        <a class="map__mark" href=sign.to aria-label=name>
            <title>{sign.name}</title>
            <circle cx=x.clone() cy=y.clone() r=sign.radius/>
            <text x=x y=y aria-hidden="true">{sign.text}</text>
        </a>
    }
}

/// Circles around the middle of the town, as long as they say.
fn rings(plan: &Plan, middle: Point) -> impl IntoView + use<> {
    let pixels = plan.km();
    let fits = |km: &&f64| **km * pixels <= RING;
    let longest = LENGTHS_KM
        .iter()
        .rev()
        .find(fits)
        .copied()
        .unwrap_or(LENGTHS_KM[0]);
    [longest / 2.0, longest].map(|km| {
        let (x, y) = (decimal(middle.x), decimal(middle.y));
        let (radius, above) = (decimal(km * pixels), decimal(middle.y - km * pixels));
        view! {
            <circle class="map__ring" cx=x.clone() cy=y r=radius/>
            <text class="map__length" x=x y=above>{words::distance(km)}</text>
        }
    })
}

fn tiles(template: &str, plan: &Plan) -> impl IntoView + use<> {
    let tiles = plan.tiles().into_iter().map(|tile| {
        let numbers = [("{z}", tile.zoom.into()), ("{x}", tile.x), ("{y}", tile.y)];
        let address = numbers
            .iter()
            .fold(template.to_owned(), |address, (name, number): &(_, u32)| {
                address.replace(name, &number.to_string())
            });
        let (x, y) = (decimal(tile.at.x), decimal(tile.at.y));
        view! { <image href=address x=x y=y width=TILE height=TILE/> }
    });
    tiles.collect_view()
}

fn figure(
    class: &'static str,
    view_box: String,
    drawing: impl IntoView + 'static,
    caption: &'static str,
) -> AnyView {
    view! {
        <figure class=class>
            <a class="map__skip" href="#list">"Пропустить карту, перейти к списку"</a>
            <div class="map__frame">
                <svg class="map__drawing" viewBox=view_box role="group" aria-label="Карта центров">{drawing}</svg>
            </div>
            <figcaption class="map__caption">{caption}</figcaption>
        </figure>
    }
    .into_any()
}

/// One decimal is enough for a pixel.
fn decimal(number: f64) -> String {
    format!("{number:.1}")
}
