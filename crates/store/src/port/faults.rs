//! Failures made on purpose, so that tests meet what a real cluster does on a bad day.

use super::{Faults, dice::Dice};

#[derive(Debug)]
pub(super) struct FaultLayer {
    rates: Faults,
    dice: Dice,
}

impl FaultLayer {
    pub(super) fn new(rates: Faults) -> FaultLayer {
        FaultLayer {
            rates,
            dice: Dice::new(rates.seed),
        }
    }

    pub(super) fn at_statement(&self) -> bool {
        self.dice.hits(self.rates.at_statement)
    }

    pub(super) fn before_commit(&self) -> bool {
        self.dice.hits(self.rates.before_commit)
    }

    pub(super) fn after_commit(&self) -> bool {
        self.dice.hits(self.rates.after_commit)
    }
}
