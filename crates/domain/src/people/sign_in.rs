//! Passwords, sessions and throttling: the rules, not the bytes.

use crate::refusal::Place;
use crate::time::{SignedDuration, Timestamp};

/// A session ends this many days after its last use.
pub const SESSION_IDLE_DAYS: u32 = 14;
/// A session ends this many days after sign-in, however much it is used.
pub const SESSION_LIFE_DAYS: u32 = 90;

/// A new password: 10 to 200 characters. Length is the only rule (NIST SP 800-63B section 3.1.1.2:
/// no composition rules).
pub struct Password(String);

impl Password {
    /// Reads a new password.
    pub fn parse(field: &str, text: &str) -> Result<Self, Place> {
        match text.chars().count() {
            0..10 => Err(Place::new(field, "password-too-short").with("minimum", 10)),
            10..=200 => Ok(Self(text.to_owned())),
            _ => Err(Place::new(field, "password-too-long").with("maximum", 200)),
        }
    }

    /// The secret itself, for hashing.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// Failed sign-ins for one key (an address, or a network address) in one window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Throttle {
    /// Failures in the window.
    pub failures: u32,
    /// When the window began.
    pub since: Timestamp,
}

impl Throttle {
    /// Failures allowed in one window.
    pub const LIMIT: u32 = 8;
    /// Length of a window.
    pub const WINDOW: SignedDuration = SignedDuration::from_mins(15);

    /// Seconds to wait before the next try, if any.
    pub fn wait(self, now: Timestamp) -> Option<u64> {
        let passed = now.duration_since(self.since);
        let blocked = self.failures >= Self::LIMIT && passed < Self::WINDOW;
        blocked.then(|| {
            u64::try_from((Self::WINDOW - passed).as_secs())
                .unwrap_or(0)
                .max(1)
        })
    }

    /// The throttle after one more failure; an old window starts anew.
    #[must_use]
    pub fn after_failure(self, now: Timestamp) -> Self {
        if now.duration_since(self.since) >= Self::WINDOW {
            return Self {
                failures: 1,
                since: now,
            };
        }
        Self {
            failures: self.failures.saturating_add(1),
            since: self.since,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ninth_try_has_to_wait_and_the_window_passes() {
        let start = Timestamp::UNIX_EPOCH;
        let mut throttle = Throttle {
            failures: 0,
            since: start,
        };
        for _ in 0..Throttle::LIMIT {
            assert_eq!(throttle.wait(start), None);
            throttle = throttle.after_failure(start);
        }
        assert_eq!(throttle.wait(start), Some(15 * 60));
        let after = start + Throttle::WINDOW;
        assert_eq!(throttle.wait(after), None);
        assert_eq!(throttle.after_failure(after).failures, 1);
    }

    #[test]
    fn only_length_makes_a_password_unusable() {
        assert!(Password::parse("password", "short").is_err());
        assert!(Password::parse("password", "aaaaaaaaaa").is_ok());
        assert!(Password::parse("password", &"x".repeat(201)).is_err());
    }
}
