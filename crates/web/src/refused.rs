//! A refusal of the domain as an answer: its status, its sentence, its places.

use app::Failure;
use axum::http::StatusCode;
use domain::refusal::{Kind, Place, Refusal, Refuse};

use crate::trouble::{Spot, Trouble};

/// The status that a sort of "no" has.
pub const fn status_of(kind: Kind) -> StatusCode {
    match kind {
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::SignIn => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl From<&Place> for Spot {
    fn from(place: &Place) -> Self {
        Self {
            field: place.field.clone(),
            code: place.code.to_owned(),
            parameters: place.parameters.clone(),
        }
    }
}

impl From<&Refusal> for Trouble {
    fn from(refusal: &Refusal) -> Self {
        let mut trouble = Self::new(status_of(refusal.kind()), refusal.code());
        trouble.parameters = refusal.parameters();
        trouble.spots = refusal.places().iter().map(Spot::from).collect();
        trouble.retry_after = match refusal.kind() {
            Kind::TooMany => {
                let seconds = trouble
                    .parameters
                    .iter()
                    .find(|(name, _)| *name == "seconds");
                seconds.and_then(|(_, value)| value.parse().ok())
            }
            Kind::Unavailable => Some(2),
            _ => None,
        };
        trouble
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::from(&refusal)
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => Self::from(&refusal),
            Failure::Broken(reason) => {
                tracing::error!(reason, "a use case broke");
                Self::of_status(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_its_code_places_and_wait() {
        let places = vec![Place::new("name", "name-missing")];
        let it = Trouble::from(Refusal::from(domain::people::Refusal::Fields(places)));
        assert_eq!(
            (it.status, it.spots[0].code.as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, "name-missing")
        );
        let it = Trouble::from(Refusal::from(domain::people::Refusal::TooManySignIns {
            retry_after: 9,
        }));
        assert_eq!(
            (it.status, it.retry_after),
            (StatusCode::TOO_MANY_REQUESTS, Some(9))
        );
    }
}
