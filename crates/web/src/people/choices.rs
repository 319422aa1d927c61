//! What the forms of this room offer to choose from, in words.

use app::people::Organization;
use domain::people::{OrganizationKind, Role};

use crate::form::{Choice, Choices, HowMany, Mend, error_of};
use crate::shell::Shell;

/// One of many: a name in the form, its words, its options.
pub(crate) fn one_of(
    shell: &Shell,
    name: &str,
    word: &str,
    options: Vec<Choice>,
    mends: &[Mend],
) -> Choices {
    Choices {
        name: name.to_owned(),
        legend: shell.say(word).to_string(),
        hint: None,
        error: error_of(mends, name),
        how_many: HowMany::One,
        options,
    }
}

/// A role in words.
pub(crate) fn role_word(shell: &Shell, role: Role) -> String {
    shell.say(&format!("role-{}", role.as_str())).to_string()
}

/// Every role.
pub(crate) fn roles(shell: &Shell, chosen: &[&str]) -> Vec<Choice> {
    let choice = |role: Role| {
        Choice::new(
            role.as_str(),
            role_word(shell, role),
            chosen.contains(&role.as_str()),
        )
    };
    Role::ALL.into_iter().map(choice).collect()
}

/// A kind of organization in words.
pub(crate) fn kind_word(shell: &Shell, kind: OrganizationKind) -> String {
    let word = match kind {
        OrganizationKind::State => "organization-kind-state",
        OrganizationKind::District => "organization-kind-district",
        OrganizationKind::School => "organization-kind-school",
        OrganizationKind::Provider => "organization-kind-provider",
    };
    shell.say(word).to_string()
}

/// Every kind of organization.
pub(crate) fn kinds(shell: &Shell, chosen: &str) -> Vec<Choice> {
    let choice = |kind: OrganizationKind| {
        Choice::new(
            kind.as_str(),
            kind_word(shell, kind),
            kind.as_str() == chosen,
        )
    };
    OrganizationKind::ALL.into_iter().map(choice).collect()
}

/// Organizations by name.
pub(crate) fn organizations(of: &[Organization], chosen: &str) -> Vec<Choice> {
    let choice = |it: &Organization| {
        let id = it.id.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, it.name.as_str(), is_chosen)
    };
    of.iter().map(choice).collect()
}
