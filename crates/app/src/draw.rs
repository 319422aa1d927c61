//! Ids and randomness of one unit of work. They are drawn from a seed taken before it, so that a
//! unit that is run again makes the same ids.

use std::cell::Cell;

use sha2::{Digest, Sha256};

/// A sequence of random bytes that follows from its seed: SHA-256 of seed and counter.
pub struct Draw {
    seed: [u8; 32],
    counter: Cell<u64>,
}

impl Draw {
    /// Starts a sequence.
    pub fn new(seed: [u8; 32]) -> Self {
        Self {
            seed,
            counter: Cell::new(0),
        }
    }

    /// The next `N` bytes; at most 32.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        const { assert!(N <= 32) };
        let counter = self.counter.get();
        self.counter.set(counter + 1);
        let digest = Sha256::new()
            .chain_update(self.seed)
            .chain_update(counter.to_be_bytes())
            .finalize();
        let mut bytes = [0; N];
        bytes.copy_from_slice(&digest[..N]);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_sequence_and_no_value_twice() {
        let (a, b) = (Draw::new([1; 32]), Draw::new([1; 32]));
        let first: [u8; 16] = a.bytes();
        assert_eq!(first, b.bytes::<16>());
        assert_ne!(first, a.bytes::<16>());
    }
}
