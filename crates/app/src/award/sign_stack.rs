//! The job that signs a stack's award: an Open Badges 3.0 credential that names the awards which
//! made the stack complete. Running it twice makes one credential.

use credential::badge::{
    Achievement, Badge, Creator, Criteria, Evidence, Identity, Issuer, StatusEntry, Subject,
    hash_email, issue,
};
use domain::catalogue::stack::{Group, Member};
use store::award::signing;
use store::award::stack::{self as kept, StackAward};
use store::catalogue::{MemberShown, members_of};

use super::addresses::Addresses;
use super::edition::valid_until;
use super::issuer_key::{self, SigningKey};
use super::sign::in_ascii;
use super::stack::{Counted, StackToSign, keep_signed, read_counted};
use super::status_list::{ToSignList, sign_status_list};
use crate::{App, Failure, Outcome};

/// Signs a stack's award that is not signed yet: its status list first, then the credential.
pub async fn sign_stack(app: &App, job: StackToSign) -> Outcome<()> {
    let (award, address, members) = app
        .read(move |unit| {
            let award = kept::find(unit.tx, job.award)?
                .ok_or_else(|| Failure::broken(format!("no stack award {} to sign", job.award)))?;
            let address = signing::address_of(unit.tx, award.person)?;
            let members = members_of(unit.tx, award.stack, None)?;
            Ok((award, address, members))
        })
        .await?;
    if award.signed.is_some() {
        return Ok(());
    }
    let key = issuer_key::open(app, award.organization).await?;
    if award.signed_list.is_none() {
        let list = ToSignList {
            list: award.status_list,
        };
        sign_status_list(app, list).await?;
    }
    let badge = badge(app, &award, (address.as_deref(), &members), &key)?;
    let signed =
        issue(&badge, &key.secret, &key.method, app.clock.now()).map_err(Failure::broken)?;
    keep_signed(app, award, in_ascii(&signed.to_string())).await
}

fn badge(
    app: &App,
    award: &StackAward,
    (address, members): (Option<&str>, &[MemberShown]),
    key: &SigningKey,
) -> Outcome<Badge> {
    let addresses = Addresses::new(&app.settings.public_url);
    let content = &award.content;
    let counted = read_counted(award)?;
    let known_by = |address: &str| Identity::HashedEmail {
        hash: hash_email(address, &award.salt),
        salt: award.salt.clone(),
    };
    Ok(Badge {
        id: addresses.stack_edition(award.award, award.credential),
        name: content.title.clone(),
        description: Some(content.summary.clone()),
        image: None,
        issuer: Issuer {
            id: key.did.clone(),
            name: award.issuer.clone(),
            url: addresses.issuer(award.organization),
            image: None,
        },
        valid_from: award.awarded_at,
        valid_until: valid_until(award.awarded_at, content.valid_for_months)?,
        awarded: Some(award.awarded_at),
        subject: Subject {
            id: format!("urn:uuid:{}", award.credential),
            identities: address.map(known_by).into_iter().collect(),
            achievement: achievement(addresses, award, members, key),
            results: Vec::new(),
        },
        evidence: vec![Evidence {
            name: Some(
                said(
                    award,
                    "Micro-credentials earned",
                    "Microcredenciales obtenidas",
                )
                .to_owned(),
            ),
            narrative: Some(named(&counted)),
            ..Evidence::default()
        }],
        status: Some(StatusEntry {
            list: addresses.status_list(award.status_list),
            index: award.status_index,
        }),
    })
}

fn achievement(
    addresses: Addresses<'_>,
    award: &StackAward,
    members: &[MemberShown],
    key: &SigningKey,
) -> Achievement {
    let content = &award.content;
    let address = addresses.stack(&award.slug, award.version);
    Achievement {
        id: address.clone(),
        name: content.title.clone(),
        description: content.summary.clone(),
        criteria: Criteria {
            id: format!("{address}#way"),
            narrative: rule(award, members),
        },
        achievement_type: "MicroCredential".to_owned(),
        image: None,
        creator: Some(Creator {
            id: key.did.clone(),
            name: award.issuer.clone(),
            url: Some(addresses.issuer(award.organization)),
        }),
        alignments: Vec::new(),
        result_descriptions: Vec::new(),
        tags: Vec::new(),
        language: Some(content.language.to_string()),
        version: Some(award.version.to_string()),
        code: Some(content.code.to_string()),
    }
}

/// The rule in words (Markdown), in the language of the stack where we have it, else in English.
fn rule(award: &StackAward, members: &[MemberShown]) -> String {
    let title = |member: &Member| {
        let shown = members.iter().find(|it| it.member == *member);
        shown.map_or_else(|| member.slug().to_string(), |it| it.title.clone())
    };
    let group = |it: &Group| {
        let titles: Vec<String> = it.members.iter().map(title).collect();
        let titles = titles.join("; ");
        match it.needed {
            None => format!(
                "- {}: {} {titles}",
                it.title,
                said(award, "all of", "todas:")
            ),
            Some(needed) => {
                let any = said(award, "of", "de");
                format!("- {}: {needed} {any} {titles}", it.title)
            }
        }
    };
    let head = said(
        award,
        "Every group has to be complete. Each micro-credential was judged blind against its own rubric.",
        "Cada grupo debe estar completo. Cada microcredencial se evaluó a ciegas con su propia rúbrica.",
    );
    let groups: Vec<String> = award.content.groups.iter().map(group).collect();
    format!("{head}\n\n{}", groups.join("\n"))
}

fn named(counted: &[Counted]) -> String {
    let lines: Vec<String> = counted.iter().map(|it| format!("- {}", it.title)).collect();
    lines.join("\n")
}

fn said(award: &StackAward, english: &'static str, spanish: &'static str) -> &'static str {
    match award.content.language.as_str().split('-').next() {
        Some("es") => spanish,
        _ => english,
    }
}
