//! Secrets that follow from an id and the master key, so that none is kept: 32 digits of the id,
//! then 32 of its tag, all hexadecimal.

use newtype_uuid::{GenericUuid, TypedUuid, TypedUuidKind};
use subtle::ConstantTimeEq;

use crate::App;

/// Digits of an id.
const ID: usize = 32;

/// The token of an id, for a purpose such as `link`.
pub(crate) fn token<K: TypedUuidKind>(app: &App, purpose: &str, id: TypedUuid<K>) -> String {
    let id = id.into_untyped_uuid().simple().to_string();
    let tag = tag(app, purpose, &id);
    id + &tag
}

/// The id of a token that this installation made for the purpose.
pub(crate) fn read<K: TypedUuidKind>(
    app: &App,
    purpose: &str,
    token: &str,
) -> Option<TypedUuid<K>> {
    let (id, given) = token.split_at_checked(ID)?;
    let is_ours = bool::from(tag(app, purpose, id).as_bytes().ct_eq(given.as_bytes()));
    is_ours.then(|| id.parse().ok()).flatten()
}

fn tag(app: &App, purpose: &str, id: &str) -> String {
    let tag = app.master_key.tag(purpose, id.as_bytes());
    tag.iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
