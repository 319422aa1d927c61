//! Use cases of the room `award`: what a decision leads to, how it is signed, who sees it.

mod addresses;
mod edition;
mod held;
mod issuer;
mod issuer_key;
mod make;
mod narrative;
mod revoke;
mod sign;
mod sign_stack;
mod stack;
mod status_list;
mod verification;
mod view;
mod visibility;

pub use addresses::Addresses;
/// How a check of a signed edition came out: what [`view_award`] answers with.
pub use credential::verify::{Check, CheckName, Outcome as CheckOutcome, Report};
pub use held::{HeldPage, list_awards};
pub use issuer::{IssuerShown, view_did_document, view_issuer};
pub use issuer_key::{KeyStanding, ensure_issuer_key, issuer_key_standing};
pub use make::{Awarding, ToSign, make};
pub use revoke::{
    DecideRevocation, ProposeRevocation, RevocationLine, confirm_revocation, drop_revocation,
    list_revocations, propose_revocation,
};
pub use sign::sign_credential;
pub use sign_stack::sign_stack;
pub use stack::{
    AwardStacks, Counted, StackAwardShown, StackToSign, award_stack_holders, award_stacks,
    list_stack_awards, set_stack_visibility, view_stack_award, view_stack_credential,
};
pub use status_list::{ToSignList, sign_status_list, view_status_list};
/// Rows that the answers hold.
pub use store::award::{
    held::{Held, Position},
    issuer::{Issuer, Offer},
    issuer_key::PublicKey,
    showing::Shown,
    stack::{HeldStack, StackAward},
};
pub use verification::Verification;
pub use view::{AwardShown, view_award, view_credential, view_seal, view_verification};
pub use visibility::{SetVisibility, set_visibility};
