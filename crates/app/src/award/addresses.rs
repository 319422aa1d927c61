//! Where strangers find what the room publishes. Addresses that are signed hold immutable ids.

use credential::did_web::{self, DidWebError};
use domain::catalogue::Slug;
use domain::ids::{AwardId, CredentialId, IssuerKeyId, OrganizationId, StatusListId};

/// Addresses under the installation's public address.
#[derive(Clone, Copy, Debug)]
pub struct Addresses<'a> {
    public_url: &'a str,
}

impl<'a> Addresses<'a> {
    /// Under that address, which has no slash at its end.
    pub fn new(public_url: &'a str) -> Self {
        Self { public_url }
    }

    /// The issuer's decentralized identifier: the DID method `web` over host, port and path of the
    /// public address.
    ///
    /// # Errors
    /// If the public address names no host that `did:web` can hold.
    pub fn did(&self, issuer: OrganizationId) -> Result<String, DidWebError> {
        let (host, path) = self.host_and_path();
        let id = issuer.to_string();
        let mut segments: Vec<&str> = path.split('/').filter(|it| !it.is_empty()).collect();
        segments.extend(["issuers", &id]);
        did_web::identifier(host, &segments)
    }

    /// The full name of a key: what a proof says that it was made with.
    ///
    /// # Errors
    /// As [`Addresses::did`].
    pub fn key(&self, issuer: OrganizationId, key: IssuerKeyId) -> Result<String, DidWebError> {
        Ok(format!("{}#{key}", self.did(issuer)?))
    }

    /// The issuer's page.
    pub fn issuer(&self, issuer: OrganizationId) -> String {
        format!("{}/issuers/{issuer}", self.public_url)
    }

    /// The issuer's DID document.
    pub fn did_document(&self, issuer: OrganizationId) -> String {
        format!("{}/did.json", self.issuer(issuer))
    }

    /// The award's page, which is its credential to programs.
    pub fn award(&self, award: AwardId) -> String {
        format!("{}/awards/{award}", self.public_url)
    }

    /// An edition of an award: the award's page answers for its newest one.
    pub fn edition(&self, award: AwardId, credential: CredentialId) -> String {
        format!("{}#{credential}", self.award(award))
    }

    /// A status list.
    pub fn status_list(&self, list: StatusListId) -> String {
        format!("{}/status-lists/{list}", self.public_url)
    }

    /// The page of one version of a micro-credential.
    pub fn version(&self, slug: &str, number: u32) -> String {
        format!(
            "{}/micro-credentials/{slug}?version={number}",
            self.public_url
        )
    }

    /// The page of one version of a stack.
    pub fn stack(&self, slug: &str, number: u32) -> String {
        format!("{}/stacks/{slug}?version={number}", self.public_url)
    }

    /// The page of a stack's award, which is its credential to programs.
    pub fn stack_award(&self, award: AwardId) -> String {
        format!("{}/stack-awards/{award}", self.public_url)
    }

    /// An edition of a stack's award: the award's page answers for its newest one.
    pub fn stack_edition(&self, award: AwardId, credential: CredentialId) -> String {
        format!("{}#{credential}", self.stack_award(award))
    }

    /// A criterion of that version's rubric, as a place in its page.
    pub fn criterion(&self, slug: &str, number: u32, criterion: &Slug) -> String {
        format!("{}#criterion-{criterion}", self.version(slug, number))
    }

    /// A level of a criterion, as a place in that page.
    pub fn level(&self, slug: &str, number: u32, criterion: &Slug, level: u8) -> String {
        format!("{}-level-{level}", self.criterion(slug, number, criterion))
    }

    /// Can strangers fetch what is at these addresses? Not from a machine that only knows itself.
    pub fn are_reachable(&self) -> bool {
        let (host, _) = self.host_and_path();
        let name = host.split(':').next().unwrap_or_default();
        let is_local =
            name == "localhost" || name.ends_with(".localhost") || name.starts_with("127.");
        self.public_url.starts_with("https://") && !is_local
    }

    fn host_and_path(&self) -> (&'a str, &'a str) {
        let rest = self
            .public_url
            .split_once("://")
            .map_or(self.public_url, |(_, rest)| rest);
        rest.split_once('/').unwrap_or((rest, ""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_known_by_host_port_and_its_own_id() {
        let issuer = OrganizationId::from_u128(7);
        let did = |url| Addresses::new(url).did(issuer).unwrap();
        let id = issuer.to_string();
        assert_eq!(
            did("http://localhost:8080"),
            format!("did:web:localhost%3A8080:issuers:{id}")
        );
        assert_eq!(
            did("https://example.org/testamur"),
            format!("did:web:example.org:testamur:issuers:{id}")
        );
    }

    #[test]
    fn a_did_leads_to_the_document_that_is_served() {
        let issuer = OrganizationId::from_u128(7);
        let addresses = Addresses::new("https://example.org/testamur");
        let did = addresses.did(issuer).unwrap();
        assert_eq!(did_web::url(&did).unwrap(), addresses.did_document(issuer));
    }

    #[test]
    fn a_machine_that_only_knows_itself_cannot_be_reached() {
        for url in [
            "http://localhost:8080",
            "https://127.0.0.1",
            "http://example.org",
        ] {
            assert!(!Addresses::new(url).are_reachable(), "{url}");
        }
        assert!(Addresses::new("https://example.org").are_reachable());
    }
}
