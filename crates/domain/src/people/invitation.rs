//! Invitations: somebody is asked to hold a role in an organization.

use super::{EmailAddress, Role};
use crate::people::csv::{self, Fault};
use crate::time::{Timestamp, days_after};

/// An invitation counts for this many days; sent again, it begins anew.
pub const INVITATION_DAYS: u32 = 14;
/// How often an invitation is sent.
pub const MOST_SENDINGS: u32 = 5;

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationState {
    /// It waits for an answer.
    Open,
    /// It was accepted.
    Accepted,
    /// It was taken back.
    Withdrawn,
    /// Nobody answered in time.
    Expired,
}

impl InvitationState {
    /// Where an invitation stands at a time.
    pub fn at(
        now: Timestamp,
        expires_at: Timestamp,
        accepted_at: Option<Timestamp>,
        withdrawn_at: Option<Timestamp>,
    ) -> Self {
        match (accepted_at, withdrawn_at) {
            (Some(_), _) => Self::Accepted,
            (None, Some(_)) => Self::Withdrawn,
            (None, None) if now >= expires_at => Self::Expired,
            (None, None) => Self::Open,
        }
    }

    /// The word used in the API and in sentences.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }
}

/// When an invitation that is sent now stops counting.
pub fn invitation_expires(now: Timestamp) -> Timestamp {
    days_after(now, INVITATION_DAYS)
}

/// A line of a table of invitations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    /// Its line in the file, from 1.
    pub line: usize,
    /// To whom.
    pub email: EmailAddress,
    /// Short name of the organization.
    pub organization: String,
    /// As what.
    pub role: Role,
}

/// The names of the columns, in this order.
pub const COLUMNS: [&str; 3] = ["email", "organization", "role"];

/// The column of a name, from 1.
pub fn column_of(name: &str) -> usize {
    let at = COLUMNS.iter().position(|it| *it == name);
    at.map_or(1, |at| at + 1)
}

/// Reads a table of invitations: a first line `email,organization,role`, then one for each.
///
/// # Errors
/// Every place to mend, in the order of the file; only the first if the table itself cannot be read.
pub fn read_invitees(bytes: &[u8]) -> Result<Vec<Invitee>, Vec<Fault>> {
    let rows = csv::read(bytes).map_err(|it| vec![it])?;
    let mut rows = rows.into_iter();
    let fault = |line, column, code| Fault { line, column, code };
    let first = rows.next().ok_or_else(|| vec![fault(1, 1, "csv-empty")])?;
    for (at, wanted) in COLUMNS.iter().enumerate() {
        let found = first.cells.get(at).map(|it| it.to_lowercase());
        if found.as_deref() != Some(*wanted) {
            return Err(vec![fault(first.line, at + 1, "csv-columns")]);
        }
    }
    let (mut invitees, mut faults) = (Vec::new(), Vec::new());
    for row in rows {
        let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
        let email = EmailAddress::parse("email", cell(0));
        let role = Role::parse(&cell(2).to_lowercase().replace(' ', "-"));
        if row.cells.len() > COLUMNS.len() {
            faults.push(fault(row.line, COLUMNS.len() + 1, "csv-too-many-cells"));
        }
        if let Err(place) = &email {
            faults.push(fault(row.line, 1, place.code));
        }
        if cell(1).is_empty() {
            faults.push(fault(row.line, 2, "organization-missing"));
        }
        match (email, role) {
            (Ok(email), Some(role)) => invitees.push(Invitee {
                line: row.line,
                email,
                organization: cell(1).to_owned(),
                role,
            }),
            (_, None) => faults.push(fault(row.line, 3, "role-unknown")),
            (Err(_), Some(_)) => {}
        }
    }
    if invitees.is_empty() && faults.is_empty() {
        faults.push(fault(first.line, 1, "csv-empty"));
    }
    match faults.is_empty() {
        true => Ok(invitees),
        false => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_becomes_invitations() {
        let read = read_invitees(
            b"Email,organization,role\nmara@example.org,alder-creek,educator\njo@example.org,alder-creek,Lead assessor\n",
        )
        .unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!((read[1].line, read[1].role), (3, Role::LeadAssessor));
    }

    #[test]
    fn everything_to_mend_is_said_at_once() {
        let faults = read_invitees(b"email,organization,role\nmara,,queen,x\n,alder,educator\n")
            .unwrap_err();
        let said: Vec<_> = faults
            .iter()
            .map(|it| (it.line, it.column, it.code))
            .collect();
        assert_eq!(
            said,
            [
                (2, 4, "csv-too-many-cells"),
                (2, 1, "address-unusable"),
                (2, 2, "organization-missing"),
                (2, 3, "role-unknown"),
                (3, 1, "address-missing"),
            ]
        );
    }

    #[test]
    fn a_table_without_its_columns_or_rows_is_refused() {
        let code = |bytes: &[u8]| {
            let it = read_invitees(bytes).unwrap_err();
            (it[0].column, it[0].code)
        };
        assert_eq!(code(b""), (1, "csv-empty"));
        assert_eq!(code(b"email,organization,role\n"), (1, "csv-empty"));
        assert_eq!(code(b"email,role\n"), (2, "csv-columns"));
    }

    #[test]
    fn an_invitation_that_nobody_answers_expires() {
        let now = Timestamp::UNIX_EPOCH;
        let end = invitation_expires(now);
        let at = |when, accepted| InvitationState::at(when, end, accepted, None);
        assert_eq!(at(now, None), InvitationState::Open);
        assert_eq!(at(end, None), InvitationState::Expired);
        assert_eq!(at(end, Some(now)), InvitationState::Accepted);
        assert_eq!(
            InvitationState::at(now, end, None, Some(now)),
            InvitationState::Withdrawn
        );
    }
}
