//! Encrypted connections to PostgreSQL, asked for as `libpq` does: `sslmode` and `sslrootcert` in the
//! address.
//!
//! | `sslmode` | encrypted | whose server it is |
//! |---|---|---|
//! | `disable` | never | not asked |
//! | `prefer` (without a word) | if the server can | not asked |
//! | `require` | always | not asked: safe from listeners, not from an impostor |
//! | `verify-full` | always | its certificate is for the name in the address, and one of `sslrootcert` vouches for it |

use std::{path::PathBuf, sync::Arc};

use percent_encoding::percent_decode_str;
use rustls::{
    ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject},
};
use tokio_postgres::config::SslMode;

use crate::port::StoreError;

/// How a connection is to be protected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Protection {
    /// Not at all.
    None,
    /// Encrypted if the server can.
    Preferred,
    /// Encrypted.
    Required,
    /// Encrypted, to the server that one of these certificates vouches for.
    Verified(PathBuf),
}

impl Protection {
    /// What the driver has to do before TLS begins.
    pub(super) fn mode(&self) -> SslMode {
        match self {
            Protection::None => SslMode::Disable,
            Protection::Preferred => SslMode::Prefer,
            Protection::Required | Protection::Verified(_) => SslMode::Require,
        }
    }

    /// What TLS has to do; nothing where there is none.
    pub(super) fn client(&self) -> Result<Option<ClientConfig>, StoreError> {
        let provider = Arc::new(ring::default_provider());
        let begun = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .map_err(|error| refused(error.to_string()))?;
        Ok(match self {
            Protection::None => None,
            Protection::Preferred | Protection::Required => {
                let anybody = Arc::new(Anybody(provider));
                let begun = begun.dangerous().with_custom_certificate_verifier(anybody);
                Some(begun.with_no_client_auth())
            }
            Protection::Verified(file) => {
                let roots = roots(file)?;
                Some(begun.with_root_certificates(roots).with_no_client_auth())
            }
        })
    }
}

/// Takes what is said of TLS out of an address, which the driver does not know.
pub(super) fn split(url: &str) -> Result<(String, Protection), StoreError> {
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let (mut mode, mut file, mut rest) = (None, None, Vec::new());
    for pair in query.split('&').filter(|it| !it.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = || percent_decode_str(value).decode_utf8_lossy().into_owned();
        match name {
            "sslmode" => mode = Some(value()),
            "sslrootcert" => file = Some(PathBuf::from(value())),
            _ => rest.push(pair),
        }
    }
    let protection = match (mode.as_deref(), file) {
        (None | Some("prefer"), None) => Protection::Preferred,
        (Some("disable"), None) => Protection::None,
        (Some("require"), None) => Protection::Required,
        (Some("verify-full"), Some(file)) => Protection::Verified(file),
        (Some("verify-full"), None) => {
            return Err(refused(
                "sslmode=verify-full needs sslrootcert=FILE with the certificates that vouch for the server",
            ));
        }
        (None | Some("disable" | "prefer" | "require"), Some(_)) => {
            return Err(refused(
                "sslrootcert counts only with sslmode=verify-full; add that, or leave it out",
            ));
        }
        (Some(other), _) => {
            return Err(refused(format!(
                "sslmode: expected disable, prefer, require or verify-full, found {other}"
            )));
        }
    };
    let address = match rest.is_empty() {
        true => address.to_owned(),
        false => format!("{address}?{}", rest.join("&")),
    };
    Ok((address, protection))
}

fn roots(file: &PathBuf) -> Result<RootCertStore, StoreError> {
    let unusable = |error: &dyn std::fmt::Display| {
        refused(format!("sslrootcert: {}: {error}", file.display()))
    };
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unusable(&error))? {
        let certificate = certificate.map_err(|error| unusable(&error))?;
        roots.add(certificate).map_err(|error| unusable(&error))?;
    }
    if roots.is_empty() {
        return Err(unusable(&"there is no certificate in it"));
    }
    Ok(roots)
}

fn refused(words: impl Into<String>) -> StoreError {
    StoreError::Unavailable(words.into())
}

/// Believes that the server is whoever it says; what it signs must still fit its certificate.
#[derive(Debug)]
struct Anybody(Arc<CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let known = &self.0.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, known)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let known = &self.0.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(query: &str) -> Result<(String, Protection), String> {
        let found = split(&format!("postgres://a@h/db{query}"));
        found.map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_said_of_tls_is_taken_out_of_the_address() {
        let plain = "postgres://a@h/db".to_owned();
        assert_eq!(of(""), Ok((plain.clone(), Protection::Preferred)));
        assert_eq!(
            of("?sslmode=disable"),
            Ok((plain.clone(), Protection::None))
        );
        assert_eq!(of("?sslmode=require"), Ok((plain, Protection::Required)));
        let file = Protection::Verified(PathBuf::from("/etc/a b.pem"));
        let rest = "postgres://a@h/db?application_name=x&connect_timeout=3".to_owned();
        assert_eq!(
            of(
                "?application_name=x&sslmode=verify-full&sslrootcert=/etc/a%20b.pem&connect_timeout=3"
            ),
            Ok((rest, file))
        );
    }

    #[test]
    fn half_a_wish_is_refused_with_what_is_missing() {
        for (query, missing) in [
            ("?sslmode=verify-full", "sslrootcert=FILE"),
            ("?sslmode=require&sslrootcert=/a", "sslmode=verify-full"),
            ("?sslmode=allow", "expected disable"),
        ] {
            let refused = of(query).unwrap_err();
            assert!(refused.contains(missing), "{refused}");
        }
    }
}
