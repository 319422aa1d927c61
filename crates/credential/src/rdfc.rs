//! RDF Dataset Canonicalization, RDFC-1.0 (W3C Recommendation 2024-05-21).
//!
//! In "Hash N-Degree Quads" step 3.1.3 a related blank node is added once per statement that relates it, not once in
//! all: the JavaScript and Python implementations do so, and a signature made by one must verify under the other.

mod ndegree;
mod permutation;

use std::collections::{BTreeMap, HashMap};

use sha2::{Digest as _, Sha256, Sha384};

use crate::nquads::write_quad;
use crate::rdf::{Dataset, Quad, Term};

/// Steps of work that one dataset may cost, a step being about one hash. Honest documents need none or a few dozen, a
/// chain of sixty look-alike nodes some 25,000; a dataset built to be slow is refused within a fraction of a second.
pub const WORK_BUDGET: usize = 65_536;

/// Which hash labels the blank nodes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HashAlgorithm {
    /// The default.
    #[default]
    Sha256,
    /// Used with P-384 keys.
    Sha384,
}

impl HashAlgorithm {
    fn hex(self, data: &str) -> String {
        match self {
            Self::Sha256 => hex(&Sha256::digest(data)),
            Self::Sha384 => hex(&Sha384::digest(data)),
        }
    }
}

/// Lowercase hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble & 0xf)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(*byte)])
        .collect()
}

/// Why a dataset has no canonical form here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CanonicalizeError {
    /// The blank nodes are so alike that telling them apart costs more than [`WORK_BUDGET`].
    #[error(
        "the blank nodes of the document cannot be told apart within {WORK_BUDGET} steps of work"
    )]
    BudgetExhausted,
}

/// A dataset in canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canonical {
    /// Canonical N-Quads: sorted lines, each with its line end.
    pub nquads: String,
    /// From each blank node label of the input to its canonical label (`c14n0`, ...).
    pub labels: BTreeMap<String, String>,
}

/// Canonicalizes a dataset.
///
/// # Errors
/// [`CanonicalizeError::BudgetExhausted`] for datasets built to be slow.
pub fn canonicalize(
    dataset: &Dataset,
    hash: HashAlgorithm,
) -> Result<Canonical, CanonicalizeError> {
    let mut state = State::new(dataset, hash);
    state.label_unique();
    state.label_rest()?;
    Ok(state.finish(dataset))
}

/// Issues labels in order of first request, and remembers them (RDFC-1.0, section 4.5).
#[derive(Debug, Clone)]
struct Issuer {
    prefix: &'static str,
    issued: HashMap<usize, usize>,
    order: Vec<usize>,
}

impl Issuer {
    fn new(prefix: &'static str) -> Self {
        Self {
            prefix,
            issued: HashMap::new(),
            order: Vec::new(),
        }
    }

    fn issue(&mut self, node: usize) -> String {
        let number = *self.issued.entry(node).or_insert_with(|| {
            self.order.push(node);
            self.order.len() - 1
        });
        format!("{}{number}", self.prefix)
    }

    fn get(&self, node: usize) -> Option<String> {
        self.issued
            .get(&node)
            .map(|number| format!("{}{number}", self.prefix))
    }

    fn contains(&self, node: usize) -> bool {
        self.issued.contains_key(&node)
    }
}

/// The canonicalization state (RDFC-1.0, section 4.3); blank nodes are numbers here, in order of their labels.
struct State<'a> {
    hash: HashAlgorithm,
    names: Vec<&'a str>,
    numbers: HashMap<&'a str, usize>,
    quads_of: Vec<Vec<&'a Quad>>,
    first_degree: Vec<String>,
    canonical: Issuer,
    work: usize,
}

impl<'a> State<'a> {
    fn new(dataset: &'a Dataset, hash: HashAlgorithm) -> Self {
        let mut mentioned: BTreeMap<&'a str, Vec<&'a Quad>> = BTreeMap::new();
        for quad in dataset.iter() {
            for label in blank_labels(quad) {
                let quads = mentioned.entry(label).or_default();
                if quads.last().is_none_or(|last| !std::ptr::eq(*last, quad)) {
                    quads.push(quad);
                }
            }
        }
        let names: Vec<&str> = mentioned.keys().copied().collect();
        let mut state = Self {
            hash,
            numbers: names
                .iter()
                .enumerate()
                .map(|(number, name)| (*name, number))
                .collect(),
            names,
            quads_of: mentioned.into_values().collect(),
            first_degree: Vec::new(),
            canonical: Issuer::new("c14n"),
            work: 0,
        };
        state.first_degree = (0..state.names.len())
            .map(|node| state.hash_first_degree(node))
            .collect();
        state
    }

    /// RDFC-1.0, section 4.6.
    fn hash_first_degree(&self, node: usize) -> String {
        let name = self.names[node];
        let mut lines: Vec<String> = self.quads_of[node]
            .iter()
            .map(|quad| {
                let mut line = String::new();
                write_quad(&mut line, quad, &|label| {
                    if label == name { "a" } else { "z" }
                });
                line
            })
            .collect();
        lines.sort_unstable();
        self.hash.hex(&lines.concat())
    }

    fn by_hash(&self) -> BTreeMap<String, Vec<usize>> {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for node in 0..self.names.len() {
            if !self.canonical.contains(node) {
                groups
                    .entry(self.first_degree[node].clone())
                    .or_default()
                    .push(node);
            }
        }
        groups
    }

    fn label_unique(&mut self) {
        for nodes in self.by_hash().into_values() {
            if let [only] = nodes[..] {
                self.canonical.issue(only);
            }
        }
    }

    fn label_rest(&mut self) -> Result<(), CanonicalizeError> {
        for nodes in self.by_hash().into_values() {
            let mut paths = Vec::new();
            for node in nodes {
                if self.canonical.contains(node) {
                    continue;
                }
                let mut issuer = Issuer::new("b");
                issuer.issue(node);
                paths.push(self.hash_n_degree(node, issuer, 0)?);
            }
            paths.sort_by(|left, right| left.hash.cmp(&right.hash));
            for path in paths {
                for node in path.issuer.order {
                    self.canonical.issue(node);
                }
            }
        }
        Ok(())
    }

    fn finish(self, dataset: &Dataset) -> Canonical {
        let labels: BTreeMap<String, String> = self
            .names
            .iter()
            .enumerate()
            .filter_map(|(node, name)| Some(((*name).to_owned(), self.canonical.get(node)?)))
            .collect();
        let mut lines: Vec<String> = dataset
            .iter()
            .map(|quad| {
                let mut line = String::new();
                write_quad(&mut line, quad, &|label| {
                    labels.get(label).map_or(label, String::as_str)
                });
                line
            })
            .collect();
        lines.sort_unstable();
        Canonical {
            nquads: lines.concat(),
            labels,
        }
    }
}

fn blank_labels(quad: &Quad) -> impl Iterator<Item = &str> {
    [Some(&quad.subject), Some(&quad.object), quad.graph.as_ref()]
        .into_iter()
        .flatten()
        .filter_map(|term| match term {
            Term::Blank(label) => Some(label.as_str()),
            _ => None,
        })
}
