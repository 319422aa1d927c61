//! A refusal of a use case in the words of the product.

use app::Failure;
use domain::refusal::{Parameter, Refuse};
use web::words::{self, Language};

use crate::world::Unusable;

/// What was refused, why, and what to do.
pub(super) fn unusable(failure: Failure) -> Unusable {
    let Failure::Refused(refusal) = failure else {
        return failure.into();
    };
    let parameters = refusal.parameters();
    let mut lines = vec![sentence(refusal.code(), &parameters)];
    for place in refusal.places() {
        lines.push(format!(
            "{}: {}",
            place.field,
            sentence(place.code, &place.parameters)
        ));
    }
    Unusable::Refused(lines.join("\n"))
}

fn sentence(code: &str, parameters: &[Parameter]) -> String {
    let id = format!("refusal-{code}");
    if !words::knows(&id) {
        return code.to_owned();
    }
    let start = words::say(Language::English, &id);
    parameters
        .iter()
        .fold(start, |phrase, (name, value)| phrase.put(name, value))
        .to_string()
}
