//! Costs that are compared part by part.

use std::ops::{Add, AddAssign, Sub, SubAssign};

/// Penalty, then load, then dislike. Triples in this order form an ordered group, which is all that
/// shortest paths and potentials ask of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost([i64; 3]);

impl Cost {
    pub(super) const fn of(penalty: i64, load: i64, dislike: i64) -> Self {
        Self([penalty, load, dislike])
    }
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        Self([a + x, b + y, c + z])
    }
}

impl Sub for Cost {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        Self([a - x, b - y, c - z])
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Cost {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}
