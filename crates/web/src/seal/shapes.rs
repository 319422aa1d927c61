//! Curves of the seal. Angles are turns clockwise from the top, in degrees.

use std::f64::consts::{PI, TAU};
use std::fmt;
use std::fmt::Write as _;

/// A length with one decimal, as short as it can be written.
pub(super) struct Short(pub(super) f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.1}", self.0);
        let text = text.strip_suffix(".0").unwrap_or(&text);
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// A point at that angle and distance from the middle of a field.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Point {
    pub(super) fn at(centre: f64, degrees: f64, radius: f64) -> Self {
        let angle = degrees.to_radians();
        Self {
            x: centre + radius * angle.sin(),
            y: centre - radius * angle.cos(),
        }
    }

    fn half_way(self, other: Self) -> Self {
        Self {
            x: (self.x + other.x) / 2.0,
            y: (self.y + other.y) / 2.0,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Short(self.x), Short(self.y))
    }
}

/// A number of turns as a fraction of the circle, in degrees.
pub(super) fn turn(part: usize, of: usize) -> f64 {
    // Both are small: at most 12 criteria with 9 petals or 5 waves of 8 points.
    360.0 * small(part) / small(of)
}

pub(super) fn small(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

/// A closed edge of petals: arcs a little wider than half circles between points on a ring.
pub(super) fn petals(centre: f64, radius: f64, count: usize) -> String {
    let bow = Short(2.0 * radius * (PI / small(count)).sin() * 0.54);
    let mut path = format!("M{}", Point::at(centre, 0.0, radius));
    for petal in 1..=count {
        let _ = write!(
            path,
            "A{bow} {bow} 0 0 1 {}",
            Point::at(centre, turn(petal, count), radius)
        );
    }
    path + "Z"
}

/// Where the gold points lie: in the middle of each petal.
pub(super) fn petal_points(centre: f64, radius: f64, count: usize) -> String {
    (0..count).fold("M".to_owned(), |mut path, petal| {
        let _ = write!(
            path,
            "{}h0",
            Point::at(centre, turn(2 * petal + 1, 2 * count), radius)
        );
        if petal + 1 < count {
            path.push('M');
        }
        path
    })
}

/// A sine around a ring: eight points a wave, joined by quadratic curves through the middles between them.
pub(super) fn braid(centre: f64, radius: f64, height: f64, waves: usize) -> String {
    let count = waves * 8;
    let point = |at: usize| {
        let phase = TAU * small(at % 8) / 8.0;
        Point::at(
            centre,
            turn(at % count, count),
            radius + height * phase.sin(),
        )
    };
    let mut path = format!("M{}", point(0).half_way(point(1)));
    for at in 1..=count {
        let _ = write!(path, "Q{} {}", point(at), point(at).half_way(point(at + 1)));
    }
    path + "Z"
}

/// A line that points to the middle.
pub(super) fn tick(centre: f64, degrees: f64, inner: f64, outer: f64) -> String {
    format!(
        "M{}L{}",
        Point::at(centre, degrees, inner),
        Point::at(centre, degrees, outer)
    )
}

/// The slice of a circle between two angles.
pub(super) fn sector(centre: f64, radius: f64, from: f64, to: f64) -> String {
    let (start, end, middle) = (
        Point::at(centre, from, radius),
        Point::at(centre, to, radius),
        Short(centre),
    );
    let large = u8::from(to - from > 180.0);
    let r = Short(radius);
    format!("M{middle} {middle}L{start}A{r} {r} 0 {large} 1 {end}Z")
}
