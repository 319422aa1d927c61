//! The route table: every address, who may call it, and how large a body it takes.
//!
//! A room lists its routes; [`table`] puts them together. The stranger test walks the same table,
//! so that no route is forgotten.

use std::fmt;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::Method;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use domain::people::{Actor, Refusal, Role};

use crate::site::Site;
use crate::trouble::Trouble;

/// Who may call a route. What they may do with the thing at hand is asked again in the use case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever holds one of these roles somewhere.
    Holds(&'static [Role]),
}

impl fmt::Display for Who {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anyone => out.write_str("anyone"),
            Self::SignedIn => out.write_str("signed-in"),
            Self::Holds(roles) => {
                let roles: Vec<_> = roles.iter().map(|it| it.as_str()).collect();
                out.write_str(&roles.join(","))
            }
        }
    }
}

/// The largest body of a form or of JSON, in bytes.
pub const FORM_BYTES: usize = 1024 * 1024;

/// One route.
pub struct Route {
    /// The method.
    pub method: Method,
    /// The address, with `{name}` for its parts.
    pub path: &'static str,
    /// Who may call it.
    pub who: Who,
    /// The largest body in bytes; nothing where the handler counts by itself.
    pub body_limit: Option<usize>,
    /// What answers.
    pub answer: MethodRouter<Site>,
}

impl Route {
    /// A route to read from.
    pub fn get(path: &'static str, who: Who, answer: MethodRouter<Site>) -> Self {
        Self {
            method: Method::GET,
            path,
            who,
            body_limit: Some(FORM_BYTES),
            answer,
        }
    }

    /// A route that a form or a program posts to.
    pub fn post(path: &'static str, who: Who, answer: MethodRouter<Site>) -> Self {
        Self {
            method: Method::POST,
            path,
            who,
            body_limit: Some(FORM_BYTES),
            answer,
        }
    }

    /// A route of another method.
    pub fn of(method: Method, path: &'static str, who: Who, answer: MethodRouter<Site>) -> Self {
        Self {
            method,
            path,
            who,
            body_limit: Some(FORM_BYTES),
            answer,
        }
    }

    /// The same, where the handler counts the bytes of the body by itself.
    #[must_use]
    pub fn counting_itself(mut self) -> Self {
        self.body_limit = None;
        self
    }
}

/// Every route of the product.
pub fn table() -> Vec<Route> {
    [
        crate::people::routes(),
        crate::catalogue::routes(),
        crate::growth::routes(),
        crate::pursuit::routes(),
        crate::evidence::routes(),
        crate::review::routes(),
        crate::assessors::routes(),
        crate::award::routes(),
        crate::letters::routes(),
        crate::audit::routes(),
        crate::running::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The table as a router: each route behind its door.
pub fn router(routes: Vec<Route>) -> Router<Site> {
    routes.into_iter().fold(Router::new(), |router, route| {
        let limit = match route.body_limit {
            Some(bytes) => DefaultBodyLimit::max(bytes),
            None => DefaultBodyLimit::disable(),
        };
        let door = from_fn_with_state(route.who, ask_at_the_door);
        router.route(route.path, route.answer.layer(limit).layer(door))
    })
}

async fn ask_at_the_door(State(who): State<Who>, request: Request, next: Next) -> Response {
    match admit(who, request.extensions().get::<Actor>()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => Trouble::from(domain::refusal::Refusal::from(refusal)).into_response(),
    }
}

/// May this visitor pass?
pub fn admit(who: Who, visitor: Option<&Actor>) -> Result<(), Refusal> {
    match (who, visitor) {
        (Who::Anyone, _) | (Who::SignedIn, Some(_)) => Ok(()),
        (_, None) => Err(Refusal::SignInFirst),
        (Who::Holds(roles), Some(actor)) if roles.iter().any(|role| actor.holds(*role)) => Ok(()),
        (Who::Holds(_), Some(_)) => Err(Refusal::NotAllowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::{OrganizationId, PersonId};
    use domain::people::Membership;

    fn assessor() -> Actor {
        let at = Membership {
            organization: OrganizationId::from_u128(1),
            role: Role::Assessor,
        };
        Actor {
            person: PersonId::from_u128(1),
            memberships: vec![at],
        }
    }

    #[test]
    fn each_door_admits_whom_it_names() {
        let it = assessor();
        assert_eq!(admit(Who::Anyone, None), Ok(()));
        assert_eq!(admit(Who::SignedIn, None), Err(Refusal::SignInFirst));
        assert_eq!(admit(Who::SignedIn, Some(&it)), Ok(()));
        assert_eq!(admit(Who::Holds(&[Role::Assessor]), Some(&it)), Ok(()));
        assert_eq!(
            admit(Who::Holds(&[Role::Administrator]), Some(&it)),
            Err(Refusal::NotAllowed)
        );
    }
}
