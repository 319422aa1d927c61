//! The mail server, as an operator sets it.
//!
//! ```toml
//! [mail]
//! host = "smtp.district.example"
//! tls = "starttls"                    # or "tls" from the first byte, or "none"
//! user = "testamur"
//! password_file = "/etc/testamur/mail-password"
//! from = "Testamur <testamur@district.example>"
//! ```

use std::path::PathBuf;

use app::letters::{Security, SmtpSettings};
use serde::Deserialize;

use crate::world::Unusable;

/// The table `[mail]` of a configuration file. Unknown keys are refused.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailFile {
    /// Name of the server. Without it letters stay in the outbox.
    pub host: Option<String>,
    /// Its port; otherwise 587 for `starttls`, 465 for `tls`, 25 for `none`.
    pub port: Option<u16>,
    /// `starttls` (if nothing is said), `tls` or `none`.
    pub tls: Option<String>,
    /// Who we are there.
    pub user: Option<String>,
    /// The password there.
    pub password: Option<String>,
    /// A file with the password, in the place of the password itself.
    pub password_file: Option<PathBuf>,
    /// The sender.
    pub from: Option<String>,
}

impl MailFile {
    /// What is set in the environment wins over the file: `TESTAMUR_MAIL_HOST`, `TESTAMUR_MAIL_PORT`,
    /// `TESTAMUR_MAIL_TLS`, `TESTAMUR_MAIL_USER`, `TESTAMUR_MAIL_PASSWORD`,
    /// `TESTAMUR_MAIL_PASSWORD_FILE`, `TESTAMUR_MAIL_FROM`.
    ///
    /// # Errors
    /// If the port is no number.
    pub(super) fn over(self, said: &impl Fn(&str) -> Option<String>) -> Result<Self, Unusable> {
        let port = said("TESTAMUR_MAIL_PORT").map(|text| {
            text.parse()
                .map_err(|_| wrong("port", "a number from 1 to 65535", &text))
        });
        Ok(Self {
            host: said("TESTAMUR_MAIL_HOST").or(self.host),
            port: port.transpose()?.or(self.port),
            tls: said("TESTAMUR_MAIL_TLS").or(self.tls),
            user: said("TESTAMUR_MAIL_USER").or(self.user),
            password: said("TESTAMUR_MAIL_PASSWORD").or(self.password),
            password_file: said("TESTAMUR_MAIL_PASSWORD_FILE")
                .map(PathBuf::from)
                .or(self.password_file),
            from: said("TESTAMUR_MAIL_FROM").or(self.from),
        })
    }

    /// The settings; nothing without a server.
    ///
    /// # Errors
    /// With a sentence about what is missing or does not fit together.
    pub(super) fn settle(self) -> Result<Option<SmtpSettings>, Unusable> {
        let Some(host) = self.host else {
            return Ok(None);
        };
        let from = self.from.ok_or_else(|| {
            said("from: expected a sender such as Testamur <testamur@district.example>")
        })?;
        let (security, port) = match self.tls.as_deref() {
            None | Some("starttls") => (Security::StartTls, 587),
            Some("tls") => (Security::Tls, 465),
            Some("none") => (Security::Open, 25),
            Some(other) => return Err(wrong("tls", "starttls, tls or none", other)),
        };
        let password = match (self.password, &self.password_file) {
            (Some(_), Some(_)) => {
                return Err(said("set password or password_file, not both"));
            }
            (None, Some(path)) => Some(
                std::fs::read_to_string(path)
                    .map(|text| text.trim_end_matches(['\r', '\n']).to_owned())
                    .map_err(|error| Unusable::place(path, error))?,
            ),
            (password, None) => password,
        };
        let credentials = match (self.user, password) {
            (Some(user), Some(password)) => Some((user, password)),
            (None, None) => None,
            _ => return Err(said("set user and a password together, or neither")),
        };
        if security == Security::Open && credentials.is_some() && !is_here(&host) {
            return Err(said(
                "tls = \"none\" would send the password in the clear to another machine; use starttls or tls",
            ));
        }
        Ok(Some(SmtpSettings {
            host,
            port: self.port.unwrap_or(port),
            security,
            credentials,
            from,
        }))
    }
}

fn is_here(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "::1")
}

fn said(sentence: &str) -> Unusable {
    Unusable::Configuration(format!("mail: {sentence}"))
}

fn wrong(key: &str, expected: &str, found: &str) -> Unusable {
    said(&format!("{key}: expected {expected}, found {found}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(text: &str) -> Result<Option<SmtpSettings>, Unusable> {
        toml::from_str::<MailFile>(text).unwrap().settle()
    }

    #[test]
    fn without_a_server_there_is_no_mail() {
        assert!(settled("from = \"a@b.example\"").unwrap().is_none());
    }

    #[test]
    fn the_port_follows_from_the_kind_of_security() {
        for (tls, port) in [("starttls", 587), ("tls", 465), ("none", 25)] {
            let text = format!("host = \"h\"\nfrom = \"a@b.example\"\ntls = \"{tls}\"");
            assert_eq!(settled(&text).unwrap().unwrap().port, port, "{tls}");
        }
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let base = "host = \"h\"\nfrom = \"a@b.example\"\n";
        for wrong in [
            "tls = \"ssl\"",
            "user = \"u\"",
            "password = \"p\"",
            "user = \"u\"\npassword = \"p\"\npassword_file = \"f\"",
            "user = \"u\"\npassword = \"p\"\ntls = \"none\"",
        ] {
            assert!(settled(&format!("{base}{wrong}")).is_err(), "{wrong}");
        }
        assert!(settled("host = \"h\"").is_err());
        let here = "host = \"localhost\"\nfrom = \"a@b.example\"\nuser = \"u\"\npassword = \"p\"\ntls = \"none\"";
        assert!(settled(here).unwrap().is_some());
    }

    #[test]
    fn the_environment_wins_and_a_password_is_never_shown() {
        let said = |name: &str| match name {
            "TESTAMUR_MAIL_PORT" => Some("2525".to_owned()),
            "TESTAMUR_MAIL_PASSWORD" => Some("secret words".to_owned()),
            _ => None,
        };
        let file: MailFile =
            toml::from_str("host = \"h\"\nfrom = \"a@b.example\"\nuser = \"u\"\nport = 1").unwrap();
        let it = file.over(&said).unwrap().settle().unwrap().unwrap();
        assert_eq!(it.port, 2525);
        assert!(!format!("{it:?}").contains("secret words"));
    }
}
