//! Stacks, their versions and members.

use domain::catalogue::stack::{Member, Stack};
use domain::ids::{OrganizationId, PersonId, StackId, StackVersionId};
use jiff::Timestamp;

use crate::{Row, StoreError, Tx, args};

pub(crate) mod sql {
    crate::statements! {
        /// The stack of an issuer with that code.
        BY_CODE = "SELECT stack.id, stack.slug, stack.current_version_id, stack_version.number,
                          stack_version.content, stack_version.content_hash
                   FROM stack LEFT JOIN stack_version ON stack_version.id = stack.current_version_id
                   WHERE stack.organization_id = $1 AND stack.code = $2";
        /// One more, unless its short name is taken.
        INSERT = "INSERT INTO stack (id, organization_id, slug, code, current_version_id, created_at)
                  VALUES ($1, $2, $3, $4, NULL, $5) ON CONFLICT (slug) DO NOTHING";
        /// The version before is followed by another.
        RETIRE = "UPDATE stack_version SET state = 'retired' WHERE stack_id = $1 AND state = 'published'";
        /// One more version, published.
        INSERT_VERSION = "INSERT INTO stack_version (id, stack_id, number, state, title, content, content_hash, published_at)
                          VALUES ($1, $2, $3, 'published', $4, $5, $6, $7)";
        /// From now on the current one.
        MAKE_CURRENT = "UPDATE stack SET current_version_id = $2 WHERE id = $1";
        /// The members of the version before.
        FORGET_MEMBERS = "DELETE FROM stack_member WHERE stack_id = $1";
        /// A member of the current version.
        INSERT_MEMBER = "INSERT INTO stack_member (stack_id, kind, member_id) VALUES ($1, $2, $3)";
        /// The published micro-credential of that name.
        MICRO_CREDENTIAL = "SELECT micro_credential.id FROM micro_credential
                            JOIN version ON version.id = micro_credential.current_version_id
                            WHERE micro_credential.slug = $1 AND version.state = 'published'";
        /// The current version by short name.
        CURRENT = "SELECT stack.id, stack.slug, stack.organization_id, stack_version.id AS version_id,
                          stack_version.number, stack_version.content, stack_version.published_at,
                          organization.name AS issuer, organization.accent, organization.time_zone
                   FROM stack
                   JOIN stack_version ON stack_version.id = stack.current_version_id
                   JOIN organization ON organization.id = stack.organization_id
                   WHERE stack.slug = $1";
        /// Current versions after a place, by title.
        LISTED = "SELECT stack.id, stack.slug, stack.organization_id, stack_version.id AS version_id,
                         stack_version.number, stack_version.content, stack_version.published_at,
                         organization.name AS issuer, organization.accent, organization.time_zone
                  FROM stack_version
                  JOIN stack ON stack.id = stack_version.stack_id
                  JOIN organization ON organization.id = stack.organization_id
                  WHERE stack_version.state = 'published' AND (stack_version.title, stack_version.id) > ($1, $2)
                  ORDER BY stack_version.title, stack_version.id LIMIT $3";
        /// What a stack's micro-credentials are now, and whether somebody works on them or holds
        /// them: an award counts while no edition of it is revoked.
        PARTS = "SELECT micro_credential.slug, listing.card,
                        (SELECT award.id FROM award
                         JOIN version ON version.id = award.version_id
                         WHERE award.person_id = $2 AND version.micro_credential_id = micro_credential.id
                           AND NOT EXISTS (SELECT 1 FROM credential
                                           WHERE credential.award_id = award.id AND credential.state = 'revoked')
                         ORDER BY award.awarded_at LIMIT 1) AS award_id,
                        (SELECT pursuit.id FROM pursuit
                         WHERE pursuit.person_id = $2 AND pursuit.micro_credential_id = micro_credential.id
                           AND pursuit.open = 1 LIMIT 1) AS pursuit_id
                 FROM stack_member
                 JOIN micro_credential ON micro_credential.id = stack_member.member_id
                 JOIN listing ON listing.version_id = micro_credential.current_version_id
                 WHERE stack_member.stack_id = $1 AND stack_member.kind = 'micro-credential'";
        /// What a stack's stacks are now, and whether somebody holds them.
        INNER_STACKS = "SELECT stack.slug, stack_version.content,
                         (SELECT stack_award.id FROM stack_award
                          WHERE stack_award.person_id = $2 AND stack_award.stack_id = stack.id
                            AND NOT EXISTS (SELECT 1 FROM stack_credential
                                            WHERE stack_credential.stack_award_id = stack_award.id
                                              AND stack_credential.state = 'revoked')) AS award_id
                 FROM stack_member
                 JOIN stack ON stack.id = stack_member.member_id
                 JOIN stack_version ON stack_version.id = stack.current_version_id
                 WHERE stack_member.stack_id = $1 AND stack_member.kind = 'stack'";
        /// The current stacks that something belongs to.
        CONTAINING = "SELECT stack.slug, stack_version.title FROM stack_member
                      JOIN stack ON stack.id = stack_member.stack_id
                      JOIN stack_version ON stack_version.id = stack.current_version_id
                      WHERE stack_member.kind = $1 AND stack_member.member_id = $2
                      ORDER BY stack.slug LIMIT 50";
        /// People after an id who hold something of a stack.
        HOLDERS = "SELECT DISTINCT holder.person_id FROM (
                     SELECT award.person_id FROM stack_member
                     JOIN version ON version.micro_credential_id = stack_member.member_id
                     JOIN award ON award.version_id = version.id
                     WHERE stack_member.stack_id = $1 AND stack_member.kind = 'micro-credential' AND award.person_id > $2
                     UNION
                     SELECT stack_award.person_id FROM stack_member
                     JOIN stack_award ON stack_award.stack_id = stack_member.member_id
                     WHERE stack_member.stack_id = $1 AND stack_member.kind = 'stack' AND stack_award.person_id > $2
                   ) AS holder ORDER BY holder.person_id LIMIT $3";
        /// The short name of a stack.
        SLUG = "SELECT slug FROM stack WHERE id = $1";
    }
}

/// What is known of a stack when a new version arrives.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptStack {
    /// Its id.
    pub id: StackId,
    /// Its short name.
    pub slug: String,
    /// Number of the current version.
    pub number: Option<u32>,
    /// What that says.
    pub content: Option<Stack>,
    /// Hash of that.
    pub content_hash: Option<String>,
}

/// The current version of a stack.
#[derive(Debug, Clone, PartialEq)]
pub struct StackShown {
    /// Its id.
    pub id: StackId,
    /// Its short name.
    pub slug: String,
    /// Its version.
    pub version: StackVersionId,
    /// Number of that.
    pub number: u32,
    /// What it says.
    pub content: Stack,
    /// Since when.
    pub published_at: Timestamp,
    /// Who issues it.
    pub organization: OrganizationId,
    /// Name of the issuer.
    pub issuer: String,
    /// Colour of the issuer.
    pub accent: String,
    /// Zone of the issuer.
    pub time_zone: String,
}

/// A member as it is now, and how somebody stands with it.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberShown {
    /// Which, by its name in addresses.
    pub member: Member,
    /// Its title.
    pub title: String,
    /// Name of its level.
    pub level: String,
    /// Typical hours; nothing for a stack.
    pub hours: Option<u16>,
    /// The award that counts, a micro-credential's or a stack's.
    pub award: Option<String>,
    /// The pursuit that is under way.
    pub pursuit: Option<String>,
}

/// A stack and its new version.
#[derive(Debug, Clone, PartialEq)]
pub struct NewStackVersion<'a> {
    /// Its id.
    pub id: StackVersionId,
    /// Of which stack.
    pub stack: StackId,
    /// From 1.
    pub number: u32,
    /// Its title.
    pub title: &'a str,
    /// What it says, as JSON.
    pub content: &'a str,
    /// SHA-256 of that.
    pub content_hash: &'a str,
    /// When.
    pub now: Timestamp,
}

/// The stack of an issuer with that code.
///
/// # Errors
/// Those of the database.
pub fn stack_by_code(
    tx: &Tx,
    organization: OrganizationId,
    code: &str,
) -> Result<Option<KeptStack>, StoreError> {
    let Some(row) = tx.optional(&sql::BY_CODE, &args![organization, code])? else {
        return Ok(None);
    };
    let content: Option<String> = row.get("content")?;
    Ok(Some(KeptStack {
        id: row.get("id")?,
        slug: row.get("slug")?,
        number: row.get("number")?,
        content: content
            .map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|_| row.inconsistent("content", "found text that is no stack"))?,
        content_hash: row.get("content_hash")?,
    }))
}

/// Keeps a stack without a version; answers whether its short name was free.
///
/// # Errors
/// Those of the database.
pub fn insert_stack(
    tx: &Tx,
    id: StackId,
    organization: OrganizationId,
    (slug, code): (&str, &str),
    now: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(&sql::INSERT, &args![id, organization, slug, code, now])? == 1)
}

/// Publishes a version in the place of the one before, with its members: kind and id of each.
///
/// # Errors
/// Those of the database.
pub fn publish_stack(
    tx: &Tx,
    it: &NewStackVersion<'_>,
    members: &[(&'static str, String)],
) -> Result<(), StoreError> {
    tx.execute(&sql::RETIRE, &args![it.stack])?;
    let row = args![
        it.id,
        it.stack,
        it.number,
        it.title,
        it.content,
        it.content_hash,
        it.now
    ];
    tx.execute(&sql::INSERT_VERSION, &row)?;
    tx.execute(&sql::MAKE_CURRENT, &args![it.stack, it.id])?;
    tx.execute(&sql::FORGET_MEMBERS, &args![it.stack])?;
    for (kind, id) in members {
        tx.execute(&sql::INSERT_MEMBER, &args![it.stack, *kind, id])?;
    }
    Ok(())
}

/// The id of a published micro-credential, by its name in addresses.
///
/// # Errors
/// Those of the database.
pub fn published_by_slug(tx: &Tx, slug: &str) -> Result<Option<String>, StoreError> {
    tx.optional(&sql::MICRO_CREDENTIAL, &args![slug])?
        .map(|row| row.get("id"))
        .transpose()
}

/// The current version of a stack.
///
/// # Errors
/// Those of the database.
pub fn current_stack(tx: &Tx, slug: &str) -> Result<Option<StackShown>, StoreError> {
    tx.optional(&sql::CURRENT, &args![slug])?
        .as_ref()
        .map(shown)
        .transpose()
}

/// Current stacks after a title and version, by title.
///
/// # Errors
/// Those of the database.
pub fn stacks(tx: &Tx, after: (&str, &str), limit: u32) -> Result<Vec<StackShown>, StoreError> {
    let rows = tx.rows(&sql::LISTED, &args![after.0, after.1, limit])?;
    rows.iter().map(shown).collect()
}

/// The members of a stack as they are now, and how a person stands with them.
///
/// # Errors
/// Those of the database.
pub fn members_of(
    tx: &Tx,
    stack: StackId,
    person: Option<PersonId>,
) -> Result<Vec<MemberShown>, StoreError> {
    let person = person.map_or_else(String::new, |it| it.to_string());
    let mut members = Vec::new();
    for row in tx.rows(&sql::PARTS, &args![stack, &person])? {
        let card: domain::catalogue::Card =
            row.parse("card", |text| serde_json::from_str(text).ok())?;
        members.push(MemberShown {
            member: Member::MicroCredential(row.parse("slug", |it| it.parse().ok())?),
            title: card.title,
            level: card.level.to_string(),
            hours: Some(card.hours),
            award: row.get("award_id")?,
            pursuit: row.get("pursuit_id")?,
        });
    }
    for row in tx.rows(&sql::INNER_STACKS, &args![stack, &person])? {
        let content: Stack = row.parse("content", |text| serde_json::from_str(text).ok())?;
        members.push(MemberShown {
            member: Member::Stack(row.parse("slug", |it| it.parse().ok())?),
            title: content.title,
            level: content.level.to_string(),
            hours: None,
            award: row.get("award_id")?,
            pursuit: None,
        });
    }
    Ok(members)
}

/// Short names and titles of the current stacks that something belongs to, at most 50.
///
/// # Errors
/// Those of the database.
pub fn stacks_containing(
    tx: &Tx,
    kind: &str,
    id: &str,
) -> Result<Vec<(String, String)>, StoreError> {
    let rows = tx.rows(&sql::CONTAINING, &args![kind, id])?;
    let read = |row: &Row| Ok((row.get("slug")?, row.get("title")?));
    rows.iter().map(read).collect()
}

/// People who hold something of a stack, after an id.
///
/// # Errors
/// Those of the database.
pub fn holders(
    tx: &Tx,
    stack: StackId,
    after: Option<PersonId>,
    limit: u32,
) -> Result<Vec<PersonId>, StoreError> {
    let after = after.map_or_else(String::new, |it| it.to_string());
    let rows = tx.rows(&sql::HOLDERS, &args![stack, after, limit])?;
    rows.iter().map(|row| row.get("person_id")).collect()
}

/// The short name of a stack.
///
/// # Errors
/// Those of the database.
pub fn stack_slug(tx: &Tx, stack: StackId) -> Result<String, StoreError> {
    tx.one(&sql::SLUG, &args![stack])?.get("slug")
}

fn shown(row: &Row) -> Result<StackShown, StoreError> {
    Ok(StackShown {
        id: row.get("id")?,
        slug: row.get("slug")?,
        version: row.get("version_id")?,
        number: row.get("number")?,
        content: row.parse("content", |text| serde_json::from_str(text).ok())?,
        published_at: row.get("published_at")?,
        organization: row.get("organization_id")?,
        issuer: row.get("issuer")?,
        accent: row.get("accent")?,
        time_zone: row.get("time_zone")?,
    })
}
