//! The job that signs an edition. Running it twice makes one credential.

use credential::badge::issue;
use domain::audit::{Fact, sha256_hex};
use domain::ids::CredentialId;
use serde_json::json;
use store::award::signing::{self, Edition, Pieces};
use store::award::{credential as editions, status_list};

use super::ToSign;
use super::addresses::Addresses;
use super::edition::{Ingredients, badge};
use super::issuer_key::{self, SigningKey};
use super::status_list::ToSignList;
use crate::letters::CREDENTIAL_READY;
use crate::{App, Failure, Outcome};

/// What was loaded for one signature.
struct Loaded {
    edition: Edition,
    address: Option<String>,
    pieces: Vec<Pieces>,
    list_is_signed: bool,
}

/// Signs an edition that is not signed yet: the status list first, so that whoever sees the
/// credential can check it at once, then the credential, then a letter to its holder.
pub async fn sign_credential(app: &App, job: ToSign) -> Outcome<()> {
    let loaded = load(app, job.credential).await?;
    if loaded.edition.signed_at.is_some() {
        return Ok(());
    }
    let key = issuer_key::open(app, loaded.edition.organization).await?;
    if !loaded.list_is_signed {
        let list = ToSignList {
            list: loaded.edition.status_list,
        };
        super::status_list::sign_status_list(app, list).await?;
    }
    let signed = sign(app, &loaded, &key)?;
    keep(app, loaded.edition, signed).await
}

async fn load(app: &App, id: CredentialId) -> Outcome<Loaded> {
    app.read(move |unit| {
        let edition = signing::find(unit.tx, id)?
            .ok_or_else(|| Failure::broken(format!("there is no credential {id} to sign")))?;
        let list = status_list::find(unit.tx, edition.status_list)?;
        Ok(Loaded {
            address: signing::address_of(unit.tx, edition.person)?,
            pieces: signing::pieces(unit.tx, edition.submission)?,
            list_is_signed: list.is_some_and(|list| list.signed.is_some()),
            edition,
        })
    })
    .await
}

fn sign(app: &App, loaded: &Loaded, key: &SigningKey) -> Outcome<String> {
    let badge = badge(&Ingredients {
        edition: &loaded.edition,
        address: loaded.address.as_deref(),
        pieces: &loaded.pieces,
        did: &key.did,
        addresses: Addresses::new(&app.settings.public_url),
    })?;
    let signed =
        issue(&badge, &key.secret, &key.method, app.clock.now()).map_err(Failure::broken)?;
    Ok(in_ascii(&signed.to_string()))
}

/// The same JSON with every character beyond ASCII written as `\u....`, since some wallets read
/// files in another encoding. Such characters stand only in strings.
pub(super) fn in_ascii(json: &str) -> String {
    let mut units = [0; 2];
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            text.push(c);
        } else {
            for unit in c.encode_utf16(&mut units) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

async fn keep(app: &App, edition: Edition, signed: String) -> Outcome<()> {
    app.write(move |unit| {
        if !editions::sign(unit.tx, edition.credential, &signed, unit.now)? {
            return Ok(());
        }
        let fact = Fact::of("credential-signed", "credential", edition.credential)
            .with(json!({"award": edition.award}));
        unit.record(fact, &json!({"sha256": sha256_hex(&signed)}))?;
        let values = json!({
            "award": edition.award,
            "title": edition.content.title,
            "issuer": edition.issuer,
        });
        unit.write_letter(edition.person, CREDENTIAL_READY, &values)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_json_means_the_same() {
        let json = json!({"é": "niña “quoted” 🎉\n"});
        let text = in_ascii(&json.to_string());
        assert!(text.is_ascii());
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap(),
            json
        );
    }
}
