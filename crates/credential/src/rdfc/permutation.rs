//! All orders of a list that may hold an item several times, each order once.

/// An iterator over the distinct orders, in lexicographic order.
pub(super) struct Permutations {
    next: Option<Vec<usize>>,
}

impl Permutations {
    pub(super) fn of(mut items: Vec<usize>) -> Self {
        items.sort_unstable();
        Self { next: Some(items) }
    }
}

impl Iterator for Permutations {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        let current = self.next.take()?;
        self.next = following(&current);
        Some(current)
    }
}

fn following(items: &[usize]) -> Option<Vec<usize>> {
    let pivot = items.windows(2).rposition(|pair| pair[0] < pair[1])?;
    let successor = items.iter().rposition(|item| *item > items[pivot])?;
    let mut next = items.to_vec();
    next.swap(pivot, successor);
    next[pivot + 1..].reverse();
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_items_have_six_orders_and_a_doubled_item_fewer() {
        assert_eq!(Permutations::of(vec![3, 1, 2]).count(), 6);
        assert_eq!(Permutations::of(vec![1, 2, 1]).count(), 3);
        assert_eq!(Permutations::of(vec![]).count(), 1);
    }
}
