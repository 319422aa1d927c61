//! Use cases of the room `people`: signing in, sessions, people, organizations, memberships.

mod accept_invitation;
mod account;
mod add_organization;
mod add_person;
mod addresses;
mod administered;
mod demo;
mod edit_organization;
mod first_administrator;
mod help_in;
mod invitations;
mod links;
mod lists;
mod memberships;
mod merging;
mod operate;
mod passwords;
mod person_page;
mod secret;
mod session;
mod sign_in;
mod throttling;
pub(crate) mod tokens;

pub use accept_invitation::{
    AcceptAnew, OpenInvitation, accept_anew, accept_invitation, open_invitation,
};
pub use account::{ChangePassword, change_language, change_password};
pub use add_organization::{
    AddOrganization, NewOrganization, OrganizationAdded, add_organization, new_organization,
};
pub use add_person::{AddPerson, AskedMembership, NewPerson, PersonAdded, add_person, new_person};
pub use addresses::{
    MOST_ADDRESSES, add_address, choose_address, give_address, list_addresses, remove_address,
};
pub use demo::{DemoPerson, list_demo_people, sign_in_to_demo};
pub use edit_organization::{
    EditOrganization, MOST_ALIASES, Tended, close_organization, edit_organization,
    tend_organization,
};
pub use first_administrator::{
    BecomeFirstAdministrator, become_first_administrator, setup_is_open, setup_token,
};
pub use help_in::{PasswordLink, end_sessions_of, make_password_link};
pub use invitations::{
    InvitationLine, Invite, InviteMany, Invited, TableFault, TableRead, check_invitations, invite,
    invite_many, list_invitations, resend_invitation, withdraw_invitation,
};
pub use links::{AskSignInLink, OpenLink, UseLink, ask_sign_in_link, open_link, use_link};
pub use lists::{
    Held, Known, ORGANIZATIONS_TO_CHOOSE, OrganizationPage, PAGE, People, list_organizations,
    list_people, organizations_to_choose, search_people, view_organization,
};
pub use memberships::{GrantMembership, MembershipGranted, end_membership, grant_membership};
pub use merging::{MergePeople, PeopleMerged, merge_people, undo_merge};
pub(crate) use operate::ask_to_run;
pub use operate::{LookedAfter, MakePerson, looked_after, make_person};
pub use person_page::{Happened, PersonPage, view_person};
pub use session::{
    OwnSession, Visitor, end_other_sessions, list_own_sessions, revoke_session, sign_out, visitor,
};
pub use sign_in::{Device, SignIn, SignedIn, sign_in};
pub use store::people::address::Address;
pub use store::people::organization::Organization;
pub use store::people::person::After;
