//! Slows down those who guess passwords: tries are counted for the address and for the network.
//!
//! A try is counted before the password is looked at, so that many at once do not slip through,
//! and given back when it was right.

use std::net::IpAddr;

use domain::audit::sha256_hex;
use domain::people::{Refusal, Throttle};
use store::people::throttle;

use crate::{Outcome, Unit};

/// A school or district shares one network address: it may fail this many times as often.
const NETWORK_SHARE: u32 = 8;

/// Where tries are counted.
#[derive(Clone, Debug)]
pub(super) struct Scopes {
    address: String,
    network: Option<String>,
}

impl Scopes {
    /// The scopes of an address, as it was typed, and a network address. An address that can be
    /// none is counted as well: whether somebody has it is not to be told apart.
    pub(super) fn of(address: &str, network: Option<IpAddr>) -> Self {
        let address = sha256_hex(address.trim().to_lowercase());
        let network = network.map(|it| format!("network:{}", network_of(it)));
        Self {
            address: format!("address:{address}"),
            network,
        }
    }

    /// Counts a try, or says how long to wait. The caller commits the refusal as well.
    pub(super) fn count(&self, unit: &Unit<'_>) -> Outcome<Result<(), Refusal>> {
        let address = throttle::find(unit.tx, &self.address, unit.now)?;
        let network = match &self.network {
            Some(scope) => Some((scope, throttle::find(unit.tx, scope, unit.now)?)),
            None => None,
        };
        let waits = [
            address.wait(unit.now),
            network
                .as_ref()
                .and_then(|(_, it)| shared(*it).wait(unit.now)),
        ];
        if let Some(retry_after) = waits.into_iter().flatten().max() {
            return Ok(Err(Refusal::TooManySignIns { retry_after }));
        }
        throttle::put(unit.tx, &self.address, address.after_failure(unit.now))?;
        if let Some((scope, it)) = network {
            throttle::put(unit.tx, scope, it.after_failure(unit.now))?;
        }
        Ok(Ok(()))
    }

    /// The try was right: the address begins anew, the network gets its try back.
    pub(super) fn give_back(&self, unit: &Unit<'_>) -> Outcome<()> {
        throttle::remove(unit.tx, &self.address)?;
        if let Some(scope) = &self.network {
            let it = throttle::find(unit.tx, scope, unit.now)?;
            let less = Throttle {
                failures: it.failures.saturating_sub(1),
                ..it
            };
            throttle::put(unit.tx, scope, less)?;
        }
        Ok(())
    }
}

fn shared(network: Throttle) -> Throttle {
    Throttle {
        failures: network.failures / NETWORK_SHARE,
        ..network
    }
}

/// A household has 64 bits of IPv6 addresses to choose from: they count as one.
fn network_of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(it) => it.to_string(),
        IpAddr::V6(it) => {
            let [a, b, c, d, ..] = it.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_addresses_of_a_household_are_one_network() {
        let of = |text: &str| network_of(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
