//! Full-text search: FTS5 on SQLite, `tsvector` on PostgreSQL. The only file whose statements differ
//! between the two; what they find and in which order does not: words come folded and cut from
//! `domain`, so that neither database's own idea of a word matters.

use domain::catalogue::search::{Query, Searched};

use crate::{Fork, Row, StoreError, Tx, args};

use super::listing::{Listed, Position, line};

pub(crate) mod sql {
    crate::forks! {
        /// Makes a line findable.
        ADD = sqlite "INSERT INTO search (rowid, title, competency, rest) VALUES ($1, $2, $3, $4)",
              postgres "INSERT INTO search (rowid, words)
                        VALUES ($1, setweight(CAST(CAST($2 AS TEXT) AS tsvector), 'A')
                                 || setweight(CAST(CAST($3 AS TEXT) AS tsvector), 'B')
                                 || CAST(CAST($4 AS TEXT) AS tsvector))";
        /// How many lines with these words there are of each profile.
        GROUPS = sqlite "SELECT profile.id, profile.facets, organization.slug AS issuer_slug,
                                organization.name AS issuer, found.listed
                         FROM (SELECT listing.profile_id, count(*) AS listed
                               FROM search CROSS JOIN listing ON listing.number = search.rowid
                               WHERE search MATCH $1 GROUP BY listing.profile_id) AS found
                         JOIN profile ON profile.id = found.profile_id
                         JOIN organization ON organization.id = profile.organization_id",
                 postgres "SELECT profile.id, profile.facets, organization.slug AS issuer_slug,
                                  organization.name AS issuer, found.listed
                           FROM (SELECT listing.profile_id, count(*) AS listed
                                 FROM search JOIN listing ON listing.number = search.rowid
                                 WHERE search.words @@ CAST(CAST($1 AS TEXT) AS tsquery)
                                 GROUP BY listing.profile_id) AS found
                           JOIN profile ON profile.id = found.profile_id
                           JOIN organization ON organization.id = profile.organization_id";
        /// Lines of some profiles (a JSON list; NULL for all) after a place, by title.
        BY_TITLE = sqlite "WITH page AS MATERIALIZED (
                             SELECT number, title FROM listing
                             WHERE ($1 IS NULL OR profile_id IN (SELECT value FROM json_each($1)))
                               AND (title, number) > ($2, $3)
                             ORDER BY title, number LIMIT $4)
                           SELECT listing.number, listing.title, listing.card, 0 AS score,
                                  micro_credential.slug, version.published_at,
                                  organization.name AS issuer, organization.accent
                           FROM page JOIN listing ON listing.number = page.number
                           JOIN version ON version.id = listing.version_id
                           JOIN micro_credential ON micro_credential.id = version.micro_credential_id
                           JOIN organization ON organization.id = micro_credential.organization_id
                           ORDER BY page.title, page.number",
                   postgres "WITH page AS MATERIALIZED (
                               SELECT number, title FROM listing
                               WHERE (CAST($1 AS TEXT) IS NULL OR profile_id IN (
                                       SELECT value COLLATE \"C\"
                                       FROM json_array_elements_text(CAST(CAST($1 AS TEXT) AS json))))
                                 AND (title, number) > ($2, $3)
                               ORDER BY title, number LIMIT $4)
                             SELECT listing.number, listing.title, listing.card, CAST(0 AS BIGINT) AS score,
                                    micro_credential.slug, version.published_at,
                                    organization.name AS issuer, organization.accent
                             FROM page JOIN listing ON listing.number = page.number
                             JOIN version ON version.id = listing.version_id
                             JOIN micro_credential ON micro_credential.id = version.micro_credential_id
                             JOIN organization ON organization.id = micro_credential.organization_id
                             ORDER BY page.title, page.number";
        /// Lines with these words ($1; $2 the same in titles alone, $3 in titles and competencies), of
        /// some profiles, after a place: those with all words in the title first, then those with all
        /// in title and competency, then the rest, each by how often and how near the top they stand.
        BY_WORDS = sqlite "WITH hit AS MATERIALIZED (
                             SELECT rowid AS number,
                                    CASE WHEN rowid IN (SELECT rowid FROM search WHERE search MATCH $2) THEN 2000000000
                                         WHEN rowid IN (SELECT rowid FROM search WHERE search MATCH $3) THEN 1000000000
                                         ELSE 0 END
                                    + CAST(bm25(search, 10.0, 4.0, 1.0) * -1000000 AS INTEGER) AS score
                             FROM search WHERE search MATCH $1),
                           page AS MATERIALIZED (
                             SELECT hit.number, hit.score, listing.title
                             FROM hit CROSS JOIN listing ON listing.number = hit.number
                             WHERE ($4 IS NULL OR listing.profile_id IN (SELECT value FROM json_each($4)))
                               AND (hit.score < $5 OR (hit.score = $5
                                 AND (listing.title > $6 OR (listing.title = $6 AND listing.number > $7))))
                             ORDER BY hit.score DESC, listing.title, listing.number LIMIT $8)
                           SELECT listing.number, listing.title, listing.card, page.score,
                                  micro_credential.slug, version.published_at,
                                  organization.name AS issuer, organization.accent
                           FROM page JOIN listing ON listing.number = page.number
                           JOIN version ON version.id = listing.version_id
                           JOIN micro_credential ON micro_credential.id = version.micro_credential_id
                           JOIN organization ON organization.id = micro_credential.organization_id
                           ORDER BY page.score DESC, page.title, page.number",
                   postgres "WITH hit AS MATERIALIZED (
                               SELECT rowid AS number,
                                      CASE WHEN words @@ CAST(CAST($2 AS TEXT) AS tsquery) THEN 2000000000
                                           WHEN words @@ CAST(CAST($3 AS TEXT) AS tsquery) THEN 1000000000
                                           ELSE 0 END
                                      + CAST(ts_rank('{0.1, 0.2, 0.4, 1.0}', words, CAST(CAST($1 AS TEXT) AS tsquery))
                                             * 1000000 AS BIGINT) AS score
                               FROM search WHERE words @@ CAST(CAST($1 AS TEXT) AS tsquery)),
                             page AS MATERIALIZED (
                               SELECT hit.number, hit.score, listing.title
                               FROM hit JOIN listing ON listing.number = hit.number
                               WHERE (CAST($4 AS TEXT) IS NULL OR listing.profile_id IN (
                                       SELECT value COLLATE \"C\"
                                       FROM json_array_elements_text(CAST(CAST($4 AS TEXT) AS json))))
                                 AND (hit.score < $5 OR (hit.score = $5
                                   AND (listing.title > $6 OR (listing.title = $6 AND listing.number > $7))))
                               ORDER BY hit.score DESC, listing.title, listing.number LIMIT $8)
                             SELECT listing.number, listing.title, listing.card, page.score,
                                    micro_credential.slug, version.published_at,
                                    organization.name AS issuer, organization.accent
                             FROM page JOIN listing ON listing.number = page.number
                             JOIN version ON version.id = listing.version_id
                             JOIN micro_credential ON micro_credential.id = version.micro_credential_id
                             JOIN organization ON organization.id = micro_credential.organization_id
                             ORDER BY page.score DESC, page.title, page.number";
    }
    crate::statements! {
        /// A line is found no more.
        REMOVE = "DELETE FROM search WHERE rowid = $1";
    }
}

/// How much of a search a line must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// Every word.
    Every,
    /// At least one of them.
    Some,
}

/// A search in the language of one database.
struct Asked {
    anywhere: String,
    title: String,
    competency: String,
}

/// Words hold letters and digits only, so that nothing needs escaping.
fn asked(tx: &Tx, query: &Query, how: Match) -> Asked {
    let words = query.words();
    let last = words.len().saturating_sub(1);
    if tx.is_sqlite() {
        let between = if how == Match::Every { " AND " } else { " OR " };
        let word = |(at, it): (usize, &String)| {
            let star = if at == last { " *" } else { "" };
            format!("\"{it}\"{star}")
        };
        let all: Vec<_> = words.iter().enumerate().map(word).collect();
        let anywhere = all.join(between);
        Asked {
            title: format!("{{title}} : ({anywhere})"),
            competency: format!("{{title competency}} : ({anywhere})"),
            anywhere,
        }
    } else {
        let between = if how == Match::Every { " & " } else { " | " };
        let of = |weights: &str| {
            let word = |(at, it): (usize, &String)| {
                let star = if at == last { "*" } else { "" };
                match format!("{star}{weights}") {
                    none if none.is_empty() => format!("'{it}'"),
                    suffix => format!("'{it}':{suffix}"),
                }
            };
            let all: Vec<_> = words.iter().enumerate().map(word).collect();
            all.join(between)
        };
        Asked {
            anywhere: of(""),
            title: of("A"),
            competency: of("AB"),
        }
    }
}

/// Makes a line findable by its words.
pub(super) fn add(tx: &Tx, number: i64, words: &Searched) -> Result<(), StoreError> {
    let written = |words: &[String]| {
        if tx.is_sqlite() {
            return words.join(" ");
        }
        // A tsvector counts to 16383; what stands behind that stands at the end.
        let word = |(at, it): (usize, &String)| format!("'{it}':{}", (at + 1).min(16_383));
        words
            .iter()
            .enumerate()
            .map(word)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let row = args![
        number,
        written(&words.title),
        written(&words.competency),
        written(&words.rest)
    ];
    tx.execute(tx.side_of(&sql::ADD), &row).map(|_| ())
}

/// A line is found no more.
pub(super) fn remove(tx: &Tx, number: i64) -> Result<(), StoreError> {
    tx.execute(&sql::REMOVE, &args![number]).map(|_| ())
}

/// Profiles of the lines that have every word, each with how many there are.
pub(super) fn groups(tx: &Tx, query: &Query) -> Result<Vec<Row>, StoreError> {
    let asked = asked(tx, query, Match::Every);
    tx.rows(tx.side_of(&sql::GROUPS), &args![asked.anywhere])
}

/// Lines of some profiles, or of all, after a place: by title.
///
/// # Errors
/// Those of the database.
pub fn by_title(
    tx: &Tx,
    profiles: Option<&[String]>,
    after: &Position,
    limit: u32,
) -> Result<Vec<Listed>, StoreError> {
    let row = args![json_list(profiles), &after.title, after.number, limit];
    lines(tx, &sql::BY_TITLE, &row)
}

/// Lines with these words, of some profiles, or of all, after a place: the best first.
///
/// # Errors
/// Those of the database.
pub fn by_words(
    tx: &Tx,
    query: &Query,
    how: Match,
    profiles: Option<&[String]>,
    after: &Position,
    limit: u32,
) -> Result<Vec<Listed>, StoreError> {
    let asked = asked(tx, query, how);
    let row = args![
        asked.anywhere,
        asked.title,
        asked.competency,
        json_list(profiles),
        after.score,
        &after.title,
        after.number,
        limit
    ];
    lines(tx, &sql::BY_WORDS, &row)
}

fn lines(tx: &Tx, fork: &'static Fork, row: &[crate::Value]) -> Result<Vec<Listed>, StoreError> {
    tx.rows(tx.side_of(fork), row)?.iter().map(line).collect()
}

/// Ids are hexadecimal, so that nothing needs escaping.
fn json_list(ids: Option<&[String]>) -> Option<String> {
    let quoted = |ids: &[String]| ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>();
    ids.map(|ids| format!("[{}]", quoted(ids).join(",")))
}
