//! Which way is up: the one thing in a picture's camera data that the eye needs (Exif 2.32, tag 0x0112).

/// The turn that a block of camera data (TIFF) asks for, 2 to 8; nothing for upright or unreadable.
pub(crate) fn read(tiff: &[u8]) -> Option<u8> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let two = |at: usize| {
        let it: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little {
            u16::from_le_bytes(it)
        } else {
            u16::from_be_bytes(it)
        })
    };
    let at: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let at = if is_little {
        u32::from_le_bytes(at)
    } else {
        u32::from_be_bytes(at)
    };
    let at = usize::try_from(at).ok()?;
    let entries = usize::from(two(at)?);
    for n in 0..entries {
        let entry = at.checked_add(2 + 12 * n)?;
        if two(entry)? == 0x0112 {
            let turn = u8::try_from(two(entry.checked_add(8)?)?).ok()?;
            return (2..=8).contains(&turn).then_some(turn);
        }
    }
    None
}

/// Camera data that says nothing but the turn.
pub(crate) fn write(turn: u8) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.push(turn);
    tiff.extend_from_slice(&[0; 6]);
    tiff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_is_nothing_else() {
        assert_eq!(read(&write(6)), Some(6));
        assert_eq!(write(6).len(), 26);
    }

    #[test]
    fn upright_nonsense_and_cut_data_ask_for_no_turn() {
        assert_eq!(read(&write(1)), None);
        assert_eq!(read(&write(9)), None);
        assert_eq!(read(b"II*\0\xff\xff\xff\xff"), None);
        for end in 0..20 {
            assert_eq!(read(&write(6)[..end]), None, "{end}");
        }
    }
}
