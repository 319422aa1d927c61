//! The installation's own key, with which heads of the log are signed.

use credential::multikey::SecretKey;
use domain::audit::Fact;
use serde_json::json;
use store::audit::key::{self, InstallationKey};
use zeroize::Zeroizing;

use crate::{App, Failure, Outcome};

const PURPOSE: &str = "installation-key audit";

/// Opens the key; makes it if there is none.
pub(super) async fn open_or_make(app: &App) -> Outcome<SecretKey> {
    match open(app).await? {
        Some(secret) => Ok(secret),
        None => make(app).await,
    }
}

/// Opens the key, if there is one.
pub(super) async fn open(app: &App) -> Outcome<Option<SecretKey>> {
    let known = app.read(|unit| Ok(key::find(unit.tx)?)).await?;
    known.map(|it| unseal(app, &it)).transpose()
}

async fn make(app: &App) -> Outcome<SecretKey> {
    let seed = Zeroizing::new(app.random::<32>());
    let public = SecretKey::from_seed(&seed).public().to_multibase();
    let secret = app
        .master_key
        .seal(PURPOSE, seed.as_slice(), app.random())?;
    let made = InstallationKey { public, secret };
    let kept = app
        .write(move |unit| {
            if key::keep(unit.tx, &made, unit.now)? {
                let fact = Fact::of("installation-key-made", "installation", "audit");
                unit.record(fact, &json!({"publicKeyMultibase": made.public}))?;
            }
            key::find(unit.tx)?.ok_or_else(|| Failure::broken("the installation key is gone"))
        })
        .await?;
    unseal(app, &kept)
}

fn unseal(app: &App, kept: &InstallationKey) -> Outcome<SecretKey> {
    let bytes = app.master_key.open(PURPOSE, &kept.secret)?;
    let seed: &[u8; 32] = bytes
        .as_slice()
        .try_into()
        .map_err(|_| Failure::broken("the installation key is not 32 bytes long"))?;
    Ok(SecretKey::from_seed(seed))
}
