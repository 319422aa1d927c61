//! Refusals and failures of use cases as troubles.

use app::Failure;
use axum::http::StatusCode;
use domain::refusal::{Kind, Place, Refusal, Refuse};

use super::{Spot, Trouble};

/// What each kind of "no" is in HTTP. Who may not know that a thing exists is refused as `NotFound` by the domain.
const fn status(kind: Kind) -> StatusCode {
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

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        let status = match refusal.code() {
            "method-not-allowed" => StatusCode::METHOD_NOT_ALLOWED,
            _ => status(refusal.kind()),
        };
        let parameters = refusal.parameters();
        let seconds = parameters.iter().find(|(name, _)| *name == "seconds");
        Self {
            status,
            code: refusal.code().to_owned(),
            retry_after: seconds.and_then(|(_, value)| value.parse().ok()),
            spots: refusal.places().into_iter().map(Spot::from).collect(),
            parameters,
        }
    }
}

impl From<Place> for Spot {
    fn from(place: Place) -> Self {
        Self {
            field: place.field,
            code: place.code.to_owned(),
            parameters: place.parameters,
        }
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => Self::from(refusal),
            Failure::Broken(reason) => {
                tracing::error!(reason, "a use case broke");
                Self::of_status(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }
}
