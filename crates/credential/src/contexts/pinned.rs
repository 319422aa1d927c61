//! The pinned content of every trusted context, compiled in.
//!
//! Where each file comes from, and under which licence: `contexts/README.md`.

/// One JSON-LD context, fixed to the byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pinned {
    /// The address that documents name it by.
    pub url: &'static str,
    /// Lowercase hexadecimal SHA-256 of `text`.
    pub sha256: &'static str,
    /// The JSON, exactly as published.
    pub text: &'static str,
}

/// The closed list: a document that names any other context is not believed.
pub const TRUSTED: &[Pinned] = &[
    Pinned {
        url: "https://www.w3.org/ns/credentials/v2",
        sha256: "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
        text: include_str!("../../contexts/credentials-v2.jsonld"),
    },
    Pinned {
        url: "https://www.w3.org/2018/credentials/v1",
        sha256: "ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc",
        text: include_str!("../../contexts/credentials-v1.jsonld"),
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        sha256: "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
        text: include_str!("../../contexts/ob-v3p0-3.0.3.json"),
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
        sha256: "bba433989e1e700ca60838a3c22378e7d8381aeb0c9590f9ddf84d1714f10296",
        text: include_str!("../../contexts/ob-v3p0-3.0.2.json"),
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
        sha256: "cfc147db5fd5e3575b06bd471fe04784e92de69296f64a351b8dff0ec3372e9c",
        text: include_str!("../../contexts/ob-v3p0-3.0.1.json"),
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
        sha256: "b077fa134d909d92c1dcd1c153f2af1b244aeb415967fdc1467d7fc5dd48ac10",
        text: include_str!("../../contexts/ob-v3p0-3.0.0.json"),
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
        sha256: "146f85aa16effd7ca1da8056eb443f53ce1eca8a34186cb062832c0a97d889c3",
        text: include_str!("../../contexts/ob-v3p0-extensions.json"),
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
        sha256: "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6",
        text: include_str!("../../contexts/clr-v2p0-2.0.1.json"),
    },
    Pinned {
        url: "https://purl.imsglobal.org/spec/clr/v2p0/context.json",
        sha256: "e198d7b517d74c5036434ce495086f67b10244709e9a3df9dcb7f8b1579b6167",
        text: include_str!("../../contexts/clr-v2p0-2.0.0.json"),
    },
    Pinned {
        url: "https://w3id.org/security/data-integrity/v1",
        sha256: "b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554",
        text: include_str!("../../contexts/data-integrity-v1.jsonld"),
    },
    Pinned {
        url: "https://w3id.org/security/data-integrity/v2",
        sha256: "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4",
        text: include_str!("../../contexts/data-integrity-v2.jsonld"),
    },
    Pinned {
        url: "https://w3id.org/security/multikey/v1",
        sha256: "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597",
        text: include_str!("../../contexts/multikey-v1.jsonld"),
    },
    Pinned {
        url: "https://w3id.org/security/jwk/v1",
        sha256: "0f14b62f6071aafe00df265770ea0c7508e118247d79b7d861a406d2aa00bece",
        text: include_str!("../../contexts/jwk-v1.jsonld"),
    },
    Pinned {
        url: "https://www.w3.org/ns/did/v1",
        sha256: "adefa50311393eb1bd788a38ac9fe2696c65367928f6996812cd54577394f4da",
        text: include_str!("../../contexts/did-v1.jsonld"),
    },
    Pinned {
        url: "https://www.w3.org/ns/credentials/status/v1",
        sha256: "fda5add353231e6a6884a46b12e6c75464281900cb348284d9c360f62381d9f7",
        text: include_str!("../../contexts/bitstring-status-list-v1.jsonld"),
    },
    Pinned {
        url: "https://w3id.org/security/suites/ed25519-2020/v1",
        sha256: "67646fbc0d6582ad7fbf08ccf0d3a4bedbb4177fd2d63385de52dc1b092ed6c5",
        text: include_str!("../../contexts/security-suites-ed25519-2020-v1.jsonld"),
    },
];

/// Open Badges 3.0.3 as it was published at the same address before November 2025.
///
/// 1EdTech added `jti` and later `endorsementJwt` in place; wallets still hold this older content, so what we issue
/// must mean the same under both.
pub const OPEN_BADGES_3_0_3_BEFORE_2025_11: Pinned = Pinned {
    url: "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    sha256: "ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761",
    text: include_str!("../../contexts/ob-v3p0-3.0.3.before-2025-11.json"),
};
