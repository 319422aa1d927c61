//! The people whom an administrator looks after.

use app::Failure;
use app::people::{
    AddPerson, AskedMembership, Held, Known, Organization, add_person, search_people,
};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use domain::people::{Actor, Role};
use serde::Deserialize;

use super::choices::{one_of, organizations, role_word, roles};
use super::forms;
use super::grant::{self, From, email_field};
use crate::asked::{Fields, Frame, Signed};
use crate::form::{Field, HowMany, Mend, error_of};
use crate::page::Shown;
use crate::pages::part::{Crumb, Pages};
use crate::pages::people::{FormPage, FormPart, HeldLine, People, PersonLine};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /people`.
pub(super) async fn show(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(onward): Query<Search>,
) -> Result<Response, Trouble> {
    let after = forms::read(&onward.after);
    let is_first = after.is_none();
    let query: String = onward.q.chars().take(100).collect();
    let found = search_people(&site.app, &actor, &query, after).await?;
    let asked = match query.trim() {
        "" => String::new(),
        text => format!("q={}&", forms::in_address(text)),
    };
    let next = found.next.as_ref().map(forms::written);
    let pages = Pages {
        first: (!is_first).then(|| format!("/people?{asked}")),
        next: next.map(|it| format!("/people?{asked}after={}", forms::in_address(&it))),
    };
    let lines = found
        .people
        .into_iter()
        .map(|it| line(&shell, &actor, it))
        .collect();
    Ok(Shown(People {
        shell,
        lines,
        pages,
        query,
    })
    .into_response())
}

fn line(shell: &Shell, actor: &Actor, it: Known) -> PersonLine {
    let is_self = it.person == actor.person;
    let held = |held: Held| HeldLine {
        role: role_word(shell, held.role),
        organization: held.name,
        end: (!(is_self && held.role == Role::Administrator))
            .then(|| format!("/memberships/{}/end", held.membership)),
    };
    PersonLine {
        page: format!("/people/{}", it.person),
        name: it.name,
        address: it.address,
        held: it.held.into_iter().map(held).collect(),
    }
}

/// What is looked for, and where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Search {
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
}

/// What stands in the form.
#[derive(Clone, Debug, Default)]
struct Typed {
    name: String,
    email: String,
    organization: String,
    roles: Vec<String>,
}

/// `GET /people/new`.
pub(super) async fn form(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    Query(from): Query<From>,
) -> Result<Response, Trouble> {
    let typed = Typed {
        organization: from.organization,
        ..Typed::default()
    };
    grant::begun(&site, &actor, &typed.organization, |offered| {
        page(&site, shell, offered, &typed, Vec::new())
    })
    .await
}

/// `POST /people`.
pub(super) async fn add(
    State(site): State<Site>,
    Frame(shell): Frame,
    Signed(actor): Signed,
    fields: Fields,
) -> Result<Response, Trouble> {
    let typed = Typed {
        name: fields.text("name").to_owned(),
        email: fields.text("email").to_owned(),
        organization: fields.text("organization").to_owned(),
        roles: fields.all("role").map(str::to_owned).collect(),
    };
    let outcome = match typed.command(fields.text("password")) {
        Ok(command) => add_person(&site.app, &actor, command, fields.key()).await,
        Err(failure) => Err(failure),
    };
    let who = (&site, &shell, &actor);
    grant::ended(
        who,
        (outcome, "/people"),
        &typed.organization,
        |offered, mends| page(&site, shell.clone(), offered, &typed, mends),
    )
    .await
}

impl Typed {
    fn command(&self, password: &str) -> Result<AddPerson, Failure> {
        let organization = grant::chosen(&self.organization)?;
        let memberships = self
            .roles
            .iter()
            .map(|role| AskedMembership {
                organization,
                role: role.clone(),
            })
            .collect();
        Ok(AddPerson {
            name: self.name.clone(),
            email: self.email.clone(),
            memberships,
            password: password.to_owned(),
        })
    }
}

fn page(
    site: &Site,
    shell: Shell,
    offered: &[Organization],
    typed: &Typed,
    mends: Vec<Mend>,
) -> FormPage {
    let chosen: Vec<&str> = typed.roles.iter().map(String::as_str).collect();
    let mut boxes = one_of(
        &shell,
        "role",
        "person-role",
        roles(&shell, &chosen),
        &mends,
    );
    boxes.how_many = HowMany::Any;
    let offered = organizations(offered, &typed.organization);
    let parts = vec![
        FormPart::Line(
            Field::new("name", shell.say("person-name"))
                .kind("text", "off")
                .limit(120)
                .value(&typed.name)
                .error(error_of(&mends, "name")),
        ),
        FormPart::Line(email_field(&shell, &typed.email, &mends)),
        FormPart::Select(one_of(
            &shell,
            "organization",
            "person-organization",
            offered,
            &mends,
        )),
        FormPart::Boxes(boxes),
        FormPart::Line(
            Field::new("password", shell.say("person-password"))
                .kind("password", "new-password")
                .hint(shell.say("person-password-hint"))
                .limit(200)
                .optional()
                .error(error_of(&mends, "password")),
        ),
    ];
    FormPage {
        crumbs: vec![
            Crumb::above("/people", shell.say("people-title")),
            Crumb::here(shell.say("person-add-title")),
        ],
        title: shell.say("person-add-title").to_string(),
        lede: shell.say("person-add-lede").to_string(),
        action: "/people".to_owned(),
        key: site.fresh_key(),
        parts,
        button: shell.say("person-add-button").to_string(),
        mends,
        shell,
    }
}
