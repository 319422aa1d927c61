//! `/audit`: what happened, newest first.

use app::audit::{Looked, Seen, last_head, look_into_log};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::refusal::{Refusal, Refuse};
use jiff::tz::TimeZone;

use super::asked::{Asked, LONGEST, encoded};
use crate::asked::{Frame, Signed};
use crate::dates::Dates;
use crate::form::{Field, Mend, error_of};
use crate::icon::Mark;
use crate::page::Shown;
use crate::pages::audit::{EventLine, Log};
use crate::pages::part::{Link, Pages, State as Standing};
use crate::shell::Shell;
use crate::site::Site;
use crate::trouble::Trouble;

/// `GET /audit?person=&kind=&thing=&before=`
pub(super) async fn show(
    State(site): State<Site>,
    Signed(actor): Signed,
    Frame(shell): Frame,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let (filter, before) = match asked.read() {
        Ok(read) => read,
        Err(refusal) => {
            let mends = vec![mend(&shell, &refusal)];
            let mut answer =
                Shown(page(shell, &asked, &Looked::default(), None, mends)).into_response();
            *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(answer);
        }
    };
    let found = look_into_log(&site.app, &actor, filter, before).await?;
    let head = last_head(&site.app).await?;
    let sealed = head.map(|it| {
        let at = dates(&shell).moment(it.at);
        let said = shell
            .say("audit-sealed-up-to")
            .put("count", it.size.to_string());
        said.put("at", at).to_string()
    });
    Ok(Shown(page(shell, &asked, &found, sealed, Vec::new())).into_response())
}

fn page(
    shell: Shell,
    asked: &Asked,
    found: &Looked,
    sealed: Option<String>,
    mends: Vec<Mend>,
) -> Log {
    let field = |name: &str, value: &str, hint: &str| {
        Field::new(name, shell.say(&format!("audit-{name}")))
            .kind("text", "off")
            .limit(LONGEST)
            .optional()
            .hint(shell.say(hint))
            .value(value)
            .error(error_of(&mends, name))
    };
    Log {
        fields: vec![
            field("person", &asked.person, "audit-person-hint"),
            field("kind", &asked.kind, "audit-kind-hint"),
            field("thing", &asked.thing, "audit-thing-hint"),
        ],
        is_filtered: asked.is_filtered(),
        lines: found.events.iter().map(|it| line(&shell, it)).collect(),
        pages: Pages {
            first: (!asked.before.is_empty()).then(|| "/audit".to_owned()),
            next: found.next.map(|it| asked.going_on(it)),
        },
        sealed,
        mends,
        shell,
    }
}

fn line(shell: &Shell, it: &Seen) -> EventLine {
    let entry = &it.line.entry;
    let at = jiff::Timestamp::from_microsecond(entry.at).unwrap_or_default();
    let person = (!entry.person.is_empty()).then(|| {
        let name = it.name.clone().unwrap_or_else(|| entry.person.clone());
        Link::new(format!("/audit?person={}", encoded(&entry.person)), name)
    });
    let thing = format!("{}/{}", entry.subject_kind, entry.subject);
    let role = domain::people::Role::parse(&entry.role)
        .map(|it| shell.say(&format!("role-{}", it.as_str())).to_string());
    EventLine {
        machine: Dates::machine(at),
        at: dates(shell).moment(at),
        kind: Link::new(format!("/audit?kind={}", encoded(&entry.kind)), &entry.kind),
        person,
        role,
        thing: Link::new(format!("/audit?thing={}", encoded(&thing)), &thing),
        detail: if entry.detail == "null" {
            String::new()
        } else {
            entry.detail.clone()
        },
        standing: match it.line.position {
            Some(position) => {
                let said = shell
                    .say("audit-sealed")
                    .put("position", position.to_string());
                Standing::new(Mark::Met, said)
            }
            None => Standing::new(Mark::Waiting, shell.say("audit-unsealed")),
        },
    }
}

/// What is wrong with a wish, at its field.
fn mend(shell: &Shell, refusal: &Refusal) -> Mend {
    let parameters = refusal.parameters();
    let of = |wanted: &str| {
        let found = parameters.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let place = of("place");
    let text = shell.say(&format!("audit-{place}-unreadable")).to_string();
    Mend { field: place, text }
}

fn dates(shell: &Shell) -> Dates {
    Dates::new(shell.language, TimeZone::UTC)
}
