//! Hash N-Degree Quads (RDFC-1.0, section 4.8): telling apart blank nodes that look alike on their own.

use std::collections::BTreeMap;

use super::permutation::Permutations;
use super::{CanonicalizeError, Issuer, State, WORK_BUDGET};
use crate::rdf::{Quad, Term};

/// Deepest chain of look-alike blank nodes that is followed.
const MAX_RECURSION: usize = 256;

/// The hash of a node's surroundings and the labels issued while exploring them.
pub(super) struct Path {
    pub(super) hash: String,
    pub(super) issuer: Issuer,
}

impl State<'_> {
    pub(super) fn hash_n_degree(
        &mut self,
        node: usize,
        mut issuer: Issuer,
        depth: usize,
    ) -> Result<Path, CanonicalizeError> {
        if depth > MAX_RECURSION {
            return Err(CanonicalizeError::BudgetExhausted);
        }
        self.spend(1 + self.quads_of[node].len())?;
        let mut data = String::new();
        for (hash, related) in self.related(node, &issuer) {
            data.push_str(&hash);
            let mut chosen: Option<(String, Issuer)> = None;
            for order in Permutations::of(related) {
                self.spend(1 + order.len())?;
                let shortest = chosen.as_ref().map(|(path, _)| path.as_str());
                if let Some(better) = self.explore(&order, issuer.clone(), shortest, depth)? {
                    chosen = Some(better);
                }
            }
            if let Some((path, best)) = chosen {
                data.push_str(&path);
                issuer = best;
            }
        }
        Ok(Path {
            hash: self.hash.hex(&data),
            issuer,
        })
    }

    fn spend(&mut self, steps: usize) -> Result<(), CanonicalizeError> {
        self.work += steps;
        if self.work > WORK_BUDGET {
            return Err(CanonicalizeError::BudgetExhausted);
        }
        Ok(())
    }

    /// Steps 5.4.1 to 5.4.6 for one order of the related nodes; `None` if its path is no better than `best`.
    fn explore(
        &mut self,
        order: &[usize],
        mut issuer: Issuer,
        best: Option<&str>,
        depth: usize,
    ) -> Result<Option<(String, Issuer)>, CanonicalizeError> {
        let worse = |path: &str| best.is_some_and(|best| path.len() >= best.len() && path > best);
        let mut path = String::new();
        let mut recursion = Vec::new();
        for &related in order {
            path.push_str("_:");
            match self.canonical.get(related) {
                Some(label) => path.push_str(&label),
                None => {
                    if !issuer.contains(related) {
                        recursion.push(related);
                    }
                    path.push_str(&issuer.issue(related));
                }
            }
            if worse(&path) {
                return Ok(None);
            }
        }
        for related in recursion {
            let result = self.hash_n_degree(related, issuer.clone(), depth + 1)?;
            path.push_str("_:");
            path.push_str(&issuer.issue(related));
            path.push('<');
            path.push_str(&result.hash);
            path.push('>');
            issuer = result.issuer;
            if worse(&path) {
                return Ok(None);
            }
        }
        Ok(best
            .is_none_or(|best| path.as_str() < best)
            .then_some((path, issuer)))
    }

    /// Steps 1 to 3: related blank nodes by the hash of their relation, one entry per relating statement.
    fn related(&self, node: usize, issuer: &Issuer) -> BTreeMap<String, Vec<usize>> {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &quad in &self.quads_of[node] {
            let positions = [
                (Some(&quad.subject), 's'),
                (Some(&quad.object), 'o'),
                (quad.graph.as_ref(), 'g'),
            ];
            for (term, position) in positions {
                let Some(Term::Blank(label)) = term else {
                    continue;
                };
                let Some(&related) = self.numbers.get(label.as_str()) else {
                    continue;
                };
                if related != node {
                    let hash = self.hash_related(related, quad, issuer, position);
                    groups.entry(hash).or_default().push(related);
                }
            }
        }
        groups
    }

    /// Hash Related Blank Node (RDFC-1.0, section 4.7).
    fn hash_related(&self, related: usize, quad: &Quad, issuer: &Issuer, position: char) -> String {
        let mut input = String::from(position);
        if position != 'g' {
            input.push('<');
            input.push_str(&quad.predicate);
            input.push('>');
        }
        match self.canonical.get(related).or_else(|| issuer.get(related)) {
            Some(label) => {
                input.push_str("_:");
                input.push_str(&label);
            }
            None => input.push_str(&self.first_degree[related]),
        }
        self.hash.hex(&input)
    }
}
