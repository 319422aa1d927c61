//! The Merkle tree of RFC 6962, section 2.1 (the same in RFC 9162, section 2.1.1), over SHA-256.
//!
//! ```text
//! MTH({})    = SHA-256()
//! MTH({d})   = SHA-256(0x00 || d)
//! MTH(D[n])  = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n])), k the largest power of two below n
//! ```
//!
//! A tree that only grows needs its peaks alone: the roots of the full trees that it falls into, one
//! for each bit of its size.

use sha2::{Digest, Sha256};

/// A hash of the tree.
pub type Hash = [u8; 32];

/// The hash of a leaf.
pub fn leaf(data: &[u8]) -> Hash {
    Sha256::new_with_prefix([0])
        .chain_update(data)
        .finalize()
        .into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    let hasher = Sha256::new_with_prefix([1]).chain_update(left);
    hasher.chain_update(right).finalize().into()
}

/// A tree that leaves are added to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    size: u64,
    /// From the largest to the smallest.
    peaks: Vec<Hash>,
}

impl Tree {
    /// A tree as it was kept; nothing if the peaks do not fit the size.
    pub fn kept(size: u64, peaks: Vec<Hash>) -> Option<Self> {
        let fits = usize::try_from(size.count_ones()).is_ok_and(|it| it == peaks.len());
        fits.then_some(Self { size, peaks })
    }

    /// The number of its leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// What has to be kept to go on.
    pub fn peaks(&self) -> &[Hash] {
        &self.peaks
    }

    /// One more leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut top = leaf;
        let mut full = self.size;
        while full & 1 == 1 {
            if let Some(left) = self.peaks.pop() {
                top = node(&left, &top);
            }
            full >>= 1;
        }
        self.peaks.push(top);
        self.size += 1;
    }

    /// The hash of the whole tree.
    pub fn root(&self) -> Hash {
        let folded = self.peaks.iter().rev().copied();
        folded
            .reduce(|right, left| node(&left, &right))
            .unwrap_or_else(|| Sha256::digest([]).into())
    }
}

/// A hash in lower-case hexadecimal.
pub fn to_hex(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads what [`to_hex`] wrote.
pub fn of_hex(text: &str) -> Option<Hash> {
    let digits = text.as_bytes();
    if digits.len() != 64 || digits.iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The leaves and roots that implementations of Certificate Transparency test themselves with.
    const LEAVES: [&[u8]; 8] = [
        b"",
        &[0x00],
        &[0x10],
        &[0x20, 0x21],
        &[0x30, 0x31],
        &[0x40, 0x41, 0x42, 0x43],
        &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        &[
            0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d,
            0x6e, 0x6f,
        ],
    ];
    const ROOTS: [&str; 9] = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    #[test]
    fn the_roots_are_those_of_certificate_transparency() {
        let mut tree = Tree::default();
        assert_eq!(to_hex(&tree.root()), ROOTS[0]);
        for (data, root) in LEAVES.iter().zip(&ROOTS[1..]) {
            tree.push(leaf(data));
            assert_eq!(to_hex(&tree.root()), *root, "{}", tree.size());
        }
    }

    #[test]
    fn peaks_that_do_not_fit_their_size_are_no_tree() {
        assert!(Tree::kept(3, vec![[0; 32]; 2]).is_some());
        assert!(Tree::kept(3, vec![[0; 32]; 1]).is_none());
        assert!(Tree::kept(0, vec![[0; 32]; 1]).is_none());
    }

    #[test]
    fn a_hash_is_read_as_it_is_written_and_nothing_else_is() {
        assert_eq!(
            of_hex(ROOTS[1]).map(|it| to_hex(&it)).as_deref(),
            Some(ROOTS[1])
        );
        for bad in [
            "",
            "6e34",
            &ROOTS[1].to_uppercase(),
            &ROOTS[1].replace('6', "é"),
        ] {
            assert_eq!(of_hex(bad), None, "{bad}");
        }
    }

    /// The definition, word by word.
    fn defined(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => *one,
            many => {
                let half = many.len().next_power_of_two() / 2;
                node(&defined(&many[..half]), &defined(&many[half..]))
            }
        }
    }

    proptest! {
        #[test]
        fn a_tree_that_is_kept_and_goes_on_has_the_root_of_the_definition(
            size in 0_usize..200,
            stop in 0_usize..200,
        ) {
            let leaves: Vec<Hash> = (0..size).map(|n| leaf(&n.to_be_bytes())).collect();
            let mut tree = Tree::default();
            for (n, leaf) in leaves.iter().enumerate() {
                if n == stop {
                    tree = Tree::kept(tree.size(), tree.peaks().to_vec()).unwrap();
                }
                tree.push(*leaf);
            }
            prop_assert_eq!(tree.root(), defined(&leaves));
        }
    }
}
