//! The seal for 96 pixels and more, with words and braid.

use std::fmt::Write as _;

use super::shapes::{Point, Short, braid, petal_points, petals, sector, small, tick, turn};
use super::{CREAM, Criterion, GOLD, INK, SealData, escaped};

const CENTRE: f64 = 200.0;
const EDGE: f64 = 186.0;
const PETALS: usize = 9;

pub(super) fn earned(seal: &SealData) -> String {
    let colour = seal.accent.hex();
    let count = seal.count() * PETALS;
    let mut svg = open(seal);
    let _ = write!(
        svg,
        r#"<path fill="{colour}" d="{}"/><path stroke="{GOLD}" stroke-width="4" stroke-linecap="round" d="{}"/>"#,
        petals(CENTRE, EDGE, count),
        petal_points(CENTRE, EDGE + 3.5, count),
    );
    rings(&mut svg, seal, GOLD, "2.2");
    let _ = write!(
        svg,
        r#"<circle cx="200" cy="200" r="121" fill="{CREAM}" stroke="{GOLD}" stroke-width="3"/>"#
    );
    arcs(&mut svg, seal, CREAM);
    let _ = write!(
        svg,
        r#"<g fill="none" stroke="{colour}" stroke-width=".9">"#
    );
    braids(&mut svg, seal);
    let _ = write!(
        svg,
        r#"</g><circle cx="200" cy="200" r="84" fill="{CREAM}" stroke="{colour}" stroke-width="1"/>"#
    );
    for (at, criterion) in seal.drawn_criteria().iter().enumerate() {
        let angle = turn(at, seal.count());
        draw_tick(&mut svg, angle, colour, "7");
        gold_point(&mut svg, *criterion, angle);
    }
    code(&mut svg, seal, colour, INK);
    svg + "</svg>"
}

pub(super) fn on_the_way(seal: &SealData) -> String {
    let colour = format!("var(--accent,{})", seal.accent.hex());
    let prefix = seal.prefix();
    let mut svg = open(seal);
    let _ = write!(
        svg,
        r#"<path fill="none" stroke="currentColor" stroke-width="1.3" d="{}"/>"#,
        petals(CENTRE, EDGE, seal.count() * PETALS),
    );
    rings(&mut svg, seal, "currentColor", ".9");
    svg.push_str(r#"<circle cx="200" cy="200" r="121" fill="none" stroke="currentColor" stroke-width=".9"/>"#);
    arcs(&mut svg, seal, "currentColor");
    if seal.drawn_criteria().iter().any(|it| it.met) {
        let _ = write!(
            svg,
            r#"<clipPath id="{prefix}c"><path d="{}"/></clipPath>"#,
            met_sectors(seal)
        );
        let _ = write!(
            svg,
            r#"<g clip-path="url(#{prefix}c)" fill="none" stroke="{colour}" stroke-width=".9">"#,
        );
        braids(&mut svg, seal);
        svg.push_str("</g>");
    }
    svg.push_str(
        r#"<circle cx="200" cy="200" r="84" fill="none" stroke="currentColor" stroke-width="1"/>"#,
    );
    for (at, criterion) in seal.drawn_criteria().iter().enumerate() {
        let angle = turn(at, seal.count());
        if criterion.met {
            draw_tick(&mut svg, angle, &colour, "7");
            gold_point(&mut svg, *criterion, angle);
        } else {
            draw_tick(&mut svg, angle, "currentColor", "1.4");
        }
    }
    code(&mut svg, seal, &colour, "currentColor");
    svg + "</svg>"
}

/// The opening, with the curves that are used more than once.
fn open(seal: &SealData) -> String {
    let prefix = seal.prefix();
    let mut svg = seal.open(400);
    let _ = write!(
        svg,
        r#"<defs><path id="{prefix}w" d="{}"/><path id="{prefix}t" d="M61 200A139 139 0 0 1 339 200"/><path id="{prefix}b" d="M47.5 200A152.5 152.5 0 0 0 352.5 200"/></defs>"#,
        braid(CENTRE, 101.0, 13.0, waves(seal)),
    );
    svg
}

fn waves(seal: &SealData) -> usize {
    seal.count() * seal.waves_per_criterion()
}

fn rings(svg: &mut String, seal: &SealData, colour: &str, width: &str) {
    for ring in 0..seal.rings() {
        let radius = Short(180.0 - 5.2 * f64::from(ring));
        let _ = write!(
            svg,
            r#"<circle cx="200" cy="200" r="{radius}" fill="none" stroke="{colour}" stroke-width="{width}"/>"#,
        );
    }
}

/// Title above, issuer and year below.
fn arcs(svg: &mut String, seal: &SealData, colour: &str) {
    let prefix = seal.prefix();
    let (title, title_size) = fitted(&seal.title, 22.0, 0.8, 400.0);
    let (issuer, issuer_size) =
        fitted(&format!("{}, {}", seal.issuer, seal.year), 15.5, 0.6, 440.0);
    let _ = write!(
        svg,
        r##"<text fill="{colour}" font-size="{}" font-weight="500" letter-spacing=".8"><textPath href="#{prefix}t" startOffset="50%" text-anchor="middle">{}</textPath></text>"##,
        Short(title_size),
        escaped(&title),
    );
    let _ = write!(
        svg,
        r##"<text fill="{colour}" font-size="{}" letter-spacing=".6"><textPath href="#{prefix}b" startOffset="50%" text-anchor="middle">{}</textPath></text>"##,
        Short(issuer_size),
        escaped(&issuer),
    );
}

/// Text and its size, so that it fits on an arc of that length: first smaller, down to 11, then cut. A letter of the
/// serif is about half as wide as it is high.
fn fitted(text: &str, size: f64, spacing: f64, length: f64) -> (String, f64) {
    const LEAST: f64 = 11.0;
    let room = |size: f64| length / (0.5 * size + spacing);
    let letters = text.chars().count();
    if small(letters) <= room(size) {
        return (text.to_owned(), size);
    }
    let smaller = (length / small(letters) - spacing) / 0.5;
    if smaller >= LEAST {
        return (text.to_owned(), smaller);
    }
    let kept: String = text.chars().take(room(LEAST) as usize - 1).collect();
    (kept.trim_end().to_owned() + "…", LEAST)
}

fn braids(svg: &mut String, seal: &SealData) {
    let prefix = seal.prefix();
    for copy in 0..6 {
        let angle = Short(turn(copy, 6 * waves(seal)));
        let _ = write!(
            svg,
            r##"<use href="#{prefix}w" transform="rotate({angle} 200 200)"/>"##
        );
    }
}

fn met_sectors(seal: &SealData) -> String {
    let half = turn(1, 2 * seal.count());
    let met = seal
        .drawn_criteria()
        .iter()
        .enumerate()
        .filter(|(_, it)| it.met);
    met.map(|(at, _)| {
        let middle = turn(at, seal.count());
        if seal.count() == 1 {
            // An arc from a point to itself is nothing: two halves instead.
            sector(CENTRE, 125.0, 0.0, 180.0) + &sector(CENTRE, 125.0, 180.0, 360.0)
        } else {
            sector(CENTRE, 125.0, middle - half, middle + half)
        }
    })
    .collect()
}

fn draw_tick(svg: &mut String, angle: f64, colour: &str, width: &str) {
    let _ = write!(
        svg,
        r#"<path stroke="{colour}" stroke-width="{width}" stroke-linecap="round" d="{}"/>"#,
        tick(CENTRE, angle, 63.0, 77.0),
    );
}

fn gold_point(svg: &mut String, criterion: Criterion, angle: f64) {
    if criterion.leading {
        let Point { x, y } = Point::at(CENTRE, angle, 54.0);
        let _ = write!(
            svg,
            r#"<circle cx="{}" cy="{}" r="3.4" fill="{GOLD}"/>"#,
            Short(x),
            Short(y)
        );
    }
}

fn code(svg: &mut String, seal: &SealData, colour: &str, ink: &str) {
    let letters = small(seal.code.chars().count().max(1));
    let size = Short((124.0 / letters).min(40.0));
    let _ = write!(
        svg,
        r#"<text x="200" y="208" text-anchor="middle" font-size="{size}" font-weight="500" letter-spacing="1" fill="{colour}">{}</text><text x="200" y="229" text-anchor="middle" font-size="14.5" font-style="italic" fill="{ink}">{}</text>"#,
        escaped(&seal.code),
        escaped(&seal.level),
    );
}
