//! Use cases of the room `people`: signing in, sessions, people, organizations, memberships.

mod account;
mod add_organization;
mod add_person;
mod administered;
mod demo;
mod first_administrator;
mod lists;
mod memberships;
mod operate;
mod passwords;
mod secret;
mod session;
mod sign_in;
mod throttling;

pub use account::{ChangePassword, change_language, change_password};
pub use add_organization::{
    AddOrganization, NewOrganization, OrganizationAdded, add_organization, new_organization,
};
pub use add_person::{AddPerson, AskedMembership, NewPerson, PersonAdded, add_person, new_person};
pub use demo::{DemoPerson, list_demo_people, sign_in_to_demo};
pub use first_administrator::{
    BecomeFirstAdministrator, become_first_administrator, setup_is_open, setup_token,
};
pub use lists::{
    Held, Known, ORGANIZATIONS_TO_CHOOSE, OrganizationPage, PAGE, People, list_organizations,
    list_people, organizations_to_choose, view_organization,
};
pub use memberships::{GrantMembership, MembershipGranted, end_membership, grant_membership};
pub use operate::{LookedAfter, MakePerson, looked_after, make_person};
pub use session::{
    OwnSession, Visitor, end_other_sessions, list_own_sessions, revoke_session, sign_out, visitor,
};
pub use sign_in::{Device, SignIn, SignedIn, sign_in};
pub use store::people::organization::Organization;
pub use store::people::person::After;
