//! The ordinary user that runs the server when the tests are run by root.

use std::os::unix::fs::MetadataExt;

use crate::Failure;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) user: u32,
    pub(crate) group: u32,
}

impl Owner {
    /// PostgreSQL refuses to be run by root, so root lends it to the user `postgres` (or `nobody`).
    pub(crate) fn find() -> Result<Option<Owner>, Failure> {
        let own =
            std::fs::metadata("/proc/self").map_err(|error| Failure::of("/proc/self", error))?;
        if own.uid() != 0 {
            return Ok(None);
        }
        let users = std::fs::read_to_string("/etc/passwd")
            .map_err(|error| Failure::of("/etc/passwd", error))?;
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| of_name(name, &users))
            .map(Some)
            .ok_or_else(|| {
                Failure::new("the tests are run by root and there is no user postgres or nobody to run PostgreSQL")
            })
    }
}

/// User and group number of a name in the format of `/etc/passwd`.
fn of_name(name: &str, users: &str) -> Option<Owner> {
    let line = users
        .lines()
        .find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    Some(Owner {
        user: fields.next()?.parse().ok()?,
        group: fields.next()?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_found_by_the_whole_name() {
        let users =
            "root:x:0:0:root:/root:/bin/sh\npostgres2:x:9:9::/:\npostgres:x:105:113:,,,:/x:/y\n";
        let found = Owner {
            user: 105,
            group: 113,
        };
        assert_eq!(of_name("postgres", users), Some(found));
        assert_eq!(of_name("nobody", users), None);
    }
}
