//! The seal for less than 96 pixels: edge, rings, rays. Holds at 32 pixels.

use std::fmt::Write as _;

use super::shapes::{Short, petals, tick, turn};
use super::{CREAM, GOLD, SealData};

const CENTRE: f64 = 32.0;
const EDGE: f64 = 29.0;
const PETALS: usize = 4;

pub(super) fn earned(seal: &SealData) -> String {
    let mut svg = seal.open(64);
    let edge = petals(CENTRE, EDGE, seal.count() * PETALS);
    let _ = write!(svg, r#"<path fill="{}" d="{edge}"/>"#, seal.accent.hex());
    rings(
        &mut svg,
        seal,
        &format!(r#"stroke="{GOLD}" stroke-width="1.5""#),
    );
    for at in 0..seal.drawn_criteria().len() {
        ray(&mut svg, turn(at, seal.count()), CREAM, "4");
    }
    svg + "</svg>"
}

pub(super) fn on_the_way(seal: &SealData) -> String {
    let colour = format!("var(--accent,{})", seal.accent.hex());
    let mut svg = seal.open(64);
    let edge = petals(CENTRE, EDGE, seal.count() * PETALS);
    let _ = write!(
        svg,
        r#"<path fill="none" stroke="currentColor" stroke-width="1" d="{edge}"/>"#
    );
    rings(
        &mut svg,
        seal,
        r#"stroke="currentColor" stroke-opacity=".45" stroke-width="1""#,
    );
    for (at, criterion) in seal.drawn_criteria().iter().enumerate() {
        let angle = turn(at, seal.count());
        if criterion.met {
            ray(&mut svg, angle, &colour, "4.5");
        } else {
            ray(&mut svg, angle, "currentColor", "1.3");
        }
    }
    svg + "</svg>"
}

fn rings(svg: &mut String, seal: &SealData, stroke: &str) {
    for ring in 0..seal.rings() {
        let radius = Short(27.4 - 3.2 * f64::from(ring));
        let _ = write!(
            svg,
            r#"<circle cx="32" cy="32" r="{radius}" fill="none" {stroke}/>"#
        );
    }
}

fn ray(svg: &mut String, angle: f64, colour: &str, width: &str) {
    let _ = write!(
        svg,
        r#"<path stroke="{colour}" stroke-width="{width}" stroke-linecap="round" d="{}"/>"#,
        tick(CENTRE, angle, 4.5, 12.5),
    );
}
