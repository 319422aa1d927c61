//! TLS: by rustls with ring alone. Two providers in one program end in a panic at the first
//! connection, so the one that counts is named here.

use rustls::crypto::{CryptoProvider, ring};

/// Makes ring the provider of this process, for connections that name none. Harmless if it is already.
pub fn use_ring() {
    if CryptoProvider::get_default().is_none() {
        // Another thread may have been quicker, with the same.
        let _ = ring::default_provider().install_default();
    }
}
