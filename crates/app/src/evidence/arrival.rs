//! Bytes that were just kept, until something refers to them: the sweep may be at the same bytes.

use domain::evidence::sweep::{Mark, Seen, stay};
use domain::ids::OrganizationId;
use domain::refusal::Request;
use store::blob::{Shelf, Stored};
use store::evidence::sweep;

use crate::{App, Outcome, Unit};

/// Bytes on a shelf to which the next unit is going to refer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arrival {
    organization: OrganizationId,
    stored: Stored,
    seen: Seen,
}

impl Arrival {
    /// Of bytes that were just put there.
    pub(crate) async fn of(
        app: &App,
        shelf: &Shelf,
        organization: OrganizationId,
        stored: Stored,
    ) -> Outcome<Self> {
        let mut seen = Seen::Made;
        if stored.already {
            seen = Seen::There;
            let mark = app
                .read(move |unit| Ok(sweep::mark_of(unit.tx, organization, stored.hash)?))
                .await?;
            // Looked at after the deletion was over, not before.
            if let Some(Mark::Gone(at)) = mark
                && shelf.exists(stored.hash).await?
            {
                seen = Seen::ThereAfter(at);
            }
        }
        Ok(Self {
            organization,
            stored,
            seen,
        })
    }

    /// Asked in the unit that refers to them.
    ///
    /// # Errors
    /// `busy` if they are being swept: sent again, they are kept anew.
    pub(crate) fn settle(&self, unit: &Unit<'_>) -> Outcome<()> {
        let mark = sweep::mark_of(unit.tx, self.organization, self.stored.hash)?;
        if !stay(mark, self.seen) {
            return Err(Request::Busy.into());
        }
        if mark.is_some() {
            sweep::unmark(unit.tx, self.organization, self.stored.hash)?;
        }
        Ok(())
    }
}
