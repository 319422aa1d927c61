//! Letters by SMTP (RFC 5321): plain text and HTML as alternatives, marked as sent by a program
//! (RFC 3834), with a way to get fewer (RFC 2369, RFC 8058).

use std::fmt;
use std::time::{Duration, SystemTime};

use domain::time::Timestamp;
use futures::future::BoxFuture;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::{Carry, Mail, NotCarried};

/// The longest that talking to the server may take.
const LONGEST: Duration = Duration::from_secs(60);

/// How the way to the server is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte, usually at port 465.
    Tls,
    /// TLS after a word in the clear, usually at port 587; without TLS nothing is sent.
    StartTls,
    /// None: for a server on the same machine or in a network that can be trusted.
    Open,
}

/// Where letters are handed over.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// Name of the server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way there is kept secret.
    pub security: Security,
    /// User and password, where the server asks for them.
    pub credentials: Option<(String, String)>,
    /// The sender, such as `Testamur <testamur@district.example>`.
    pub from: String,
}

/// The password is not shown.
impl fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("security", &self.security)
            .field("user", &self.credentials.as_ref().map(|(user, _)| user))
            .field("from", &self.from)
            .finish()
    }
}

/// A server that takes letters.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// Prepares the way; nothing is asked of the server yet.
    ///
    /// # Errors
    /// A sentence about what cannot be used.
    pub fn new(settings: &SmtpSettings) -> Result<Self, String> {
        let from: Mailbox = settings.from.parse().map_err(|_| {
            format!(
                "expected a sender such as Testamur <testamur@district.example>, found {}",
                settings.from
            )
        })?;
        let parameters = || {
            TlsParameters::new(settings.host.clone())
                .map_err(|error| format!("TLS to {}: {error}", settings.host))
        };
        let tls = match settings.security {
            Security::Tls => Tls::Wrapper(parameters()?),
            Security::StartTls => Tls::Required(parameters()?),
            Security::Open => Tls::None,
        };
        let mut builder =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host.clone())
                .port(settings.port)
                .tls(tls)
                .timeout(Some(LONGEST));
        if let Some((user, password)) = &settings.credentials {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self {
            transport: builder.build(),
            from,
        })
    }

    fn message(&self, mail: &Mail) -> Result<Message, NotCarried> {
        let for_good = |error: String| NotCarried::ForGood(error);
        let to: Mailbox = mail
            .to
            .parse()
            .map_err(|_| for_good(format!("{} is no address for mail", mail.to)))?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .date(moment(mail.at))
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .subject(mail.words.subject.clone())
            .raw_header(header("Auto-Submitted", "auto-generated")?);
        if let Some(way) = mail.stop.as_ref().or(mail.choices.as_ref()) {
            message = message.raw_header(header("List-Unsubscribe", &format!("<{way}>"))?);
        }
        if mail.stop.is_some() {
            let one_click = "List-Unsubscribe=One-Click";
            message = message.raw_header(header("List-Unsubscribe-Post", one_click)?);
        }
        let both =
            MultiPart::alternative_plain_html(mail.words.text.clone(), mail.words.html.clone());
        message
            .multipart(both)
            .map_err(|error| for_good(error.to_string()))
    }
}

fn moment(at: Timestamp) -> SystemTime {
    let seconds = u64::try_from(at.as_second()).unwrap_or(0);
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

fn header(name: &'static str, value: &str) -> Result<HeaderValue, NotCarried> {
    let name = HeaderName::new_from_ascii(name.to_owned())
        .map_err(|error| NotCarried::ForGood(error.to_string()))?;
    Ok(HeaderValue::new(name, value.to_owned()))
}

impl Carry for Smtp {
    fn carry<'a>(&'a self, mail: &'a Mail) -> BoxFuture<'a, Result<(), NotCarried>> {
        Box::pin(async move {
            let message = self.message(mail)?;
            match self.transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if is_about_the_letter(&error) => Err(NotCarried::ForGood(told(&error))),
                Err(error) => Err(NotCarried::ForNow(told(&error))),
            }
        })
    }
}

/// The server refuses this letter or its receiver for good. That it does not believe our password
/// (RFC 4954: 530, 534, 535, 538) says nothing about the letter.
fn is_about_the_letter(error: &SmtpError) -> bool {
    const ABOUT_US: [u16; 4] = [530, 534, 535, 538];
    let code = error.status().map(u16::from);
    error.is_permanent() && !code.is_some_and(|it| ABOUT_US.contains(&it))
}

/// The error with what caused it.
fn told(error: &SmtpError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(it) = cause {
        let words = it.to_string();
        if !text.contains(&words) {
            text.push_str(": ");
            text.push_str(&words);
        }
        cause = it.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::Written;

    fn smtp() -> Smtp {
        Smtp::new(&SmtpSettings {
            host: "localhost".to_owned(),
            port: 25,
            security: Security::Open,
            credentials: None,
            from: "Testamur <testamur@district.example>".to_owned(),
        })
        .unwrap()
    }

    fn mail(stop: Option<&str>) -> Mail {
        Mail {
            id: domain::ids::LetterId::from_u128(7),
            at: Timestamp::UNIX_EPOCH,
            to: "mara@example.org".to_owned(),
            words: Written {
                subject: "Not yet: Wait time \u{2013} \u{bf}y ahora?".to_owned(),
                text: "Hello Mara".to_owned(),
                html: "<p>Hello Mara</p>".to_owned(),
            },
            stop: stop.map(str::to_owned),
            choices: Some("https://c.example/account/letters".to_owned()),
        }
    }

    fn formatted(stop: Option<&str>) -> String {
        let message = smtp().message(&mail(stop)).unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    #[test]
    fn a_letter_is_text_and_html_and_says_that_a_program_sent_it() {
        let text = formatted(None);
        assert!(text.contains("multipart/alternative"));
        assert!(text.contains("Auto-Submitted: auto-generated"));
        assert!(text.contains("List-Unsubscribe: <https://c.example/account/letters>"));
        assert!(!text.contains("List-Unsubscribe-Post"));
        assert!(
            text.contains("Message-ID: <00000000-0000-0000-0000-000000000007@district.example>")
        );
        assert!(text.contains("Thu, 01 Jan 1970"));
    }

    #[test]
    fn what_can_be_stopped_takes_one_click() {
        let text = formatted(Some("https://c.example/unsubscribe/x"));
        assert!(text.contains("List-Unsubscribe: <https://c.example/unsubscribe/x>"));
        assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    }

    #[test]
    fn an_address_cannot_smuggle_a_header() {
        let mut it = mail(None);
        it.to = "mara@example.org\r\nBcc: all@example.org".to_owned();
        assert!(matches!(smtp().message(&it), Err(NotCarried::ForGood(_))));
        it.to = "mara@example.org".to_owned();
        it.words.subject = "One\r\nBcc: all@example.org".to_owned();
        let text = String::from_utf8(smtp().message(&it).unwrap().formatted()).unwrap();
        assert!(!text.contains("\r\nBcc:"));
    }
}
