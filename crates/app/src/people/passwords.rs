//! Hashing of passwords: argon2id with 19 MiB, 2 passes, 1 lane (OWASP, RFC 9106), in the
//! background and at most two at once, so that signing in cannot starve the server.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::people::Password;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::{App, Failure, Outcome};

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// A hash that no password has, made with the same parameters: verifying it takes as long as
/// verifying the hash of somebody who exists.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm8gcGFzc3dvcmQgaGFzaA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What verifying found out.
pub(super) struct Verdict {
    /// The password is the one that was hashed.
    pub fits: bool,
    /// A new hash, where the old one was made with other parameters.
    pub rehashed: Option<String>,
}

/// The hash of a new password.
pub(super) async fn hash(app: &App, password: &Password) -> Outcome<String> {
    let secret = Zeroizing::new(password.reveal().to_owned());
    let salt = app.random();
    in_the_background(move || hashed(&secret, salt)).await?
}

/// Does this password have that hash? Without a hash it takes as long and says no.
pub(super) async fn verify(app: &App, password: &str, hash: Option<String>) -> Outcome<Verdict> {
    let secret = Zeroizing::new(password.to_owned());
    let salt = app.random();
    in_the_background(move || {
        let kept = hash.as_deref().unwrap_or(NOBODY);
        let kept = PasswordHash::new(kept).map_err(Failure::broken)?;
        let fits = argon2()?.verify_password(secret.as_bytes(), &kept).is_ok() && hash.is_some();
        let rehashed = match fits && !is_current(&kept) {
            true => Some(hashed(&secret, salt)?),
            false => None,
        };
        Ok(Verdict { fits, rehashed })
    })
    .await?
}

fn hashed(secret: &str, salt: [u8; 16]) -> Outcome<String> {
    let hash = argon2()?
        .hash_password_with_salt(secret.as_bytes(), &salt)
        .map_err(Failure::broken)?;
    Ok(hash.to_string())
}

fn argon2() -> Outcome<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(Failure::broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn is_current(hash: &PasswordHash) -> bool {
    let is_same =
        |it: Params| (it.m_cost(), it.t_cost(), it.p_cost()) == (MEMORY_KIB, PASSES, LANES);
    hash.algorithm.as_str() == "argon2id" && Params::try_from(hash).is_ok_and(is_same)
}

async fn in_the_background<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Outcome<T> {
    let turn = AT_ONCE.acquire().await.map_err(Failure::broken)?;
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    done.await.map_err(Failure::broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_nobody_costs_as_much_as_that_of_somebody() {
        assert!(is_current(&PasswordHash::new(NOBODY).unwrap()));
        let somebody = hashed("correct horse battery", [1; 16]).unwrap();
        assert!(
            somebody.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{somebody}"
        );
        assert_eq!(somebody.len(), NOBODY.len());
    }
}
