//! Running text: paragraphs parted by an empty line, and lists whose lines start with `- `.
//!
//! Nothing else has a meaning; in particular there is no markup that could carry a script.

/// One block of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<'t> {
    /// A paragraph, on one line.
    Paragraph(&'t str),
    /// A list; each item on one line, without its dash.
    List(Vec<&'t str>),
}

/// The text as it is stored: lines that were wrapped by hand are joined, paragraphs stay parted by
/// one empty line, list items keep a line of their own. Applying it twice changes nothing.
#[must_use]
pub fn normalise(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut gap = "";
    for line in text.lines() {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            gap = if result.is_empty() { "" } else { "\n\n" };
            continue;
        }
        if gap != "\n\n" && !result.is_empty() {
            gap = if words.starts_with("- ") { "\n" } else { " " };
        }
        result.push_str(gap);
        result.push_str(&words);
        gap = "";
    }
    result
}

/// The blocks of a text that was normalised.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    for paragraph in text.split("\n\n") {
        for line in paragraph.lines().filter(|line| !line.is_empty()) {
            match (line.strip_prefix("- "), blocks.last_mut()) {
                (Some(item), Some(Block::List(items))) => items.push(item),
                (Some(item), _) => blocks.push(Block::List(vec![item])),
                (None, _) => blocks.push(Block::Paragraph(line)),
            }
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_wrapped_by_hand_become_one_paragraph() {
        assert_eq!(normalise("\n  Ask,\n  then wait.  \n"), "Ask, then wait.");
    }

    #[test]
    fn an_empty_line_parts_paragraphs_however_many_there_are() {
        assert_eq!(normalise("One.\n\n \n\nTwo."), "One.\n\nTwo.");
    }

    #[test]
    fn list_items_keep_their_lines() {
        let text = normalise("Note:\n- the time,\n  in seconds\n- the question\n\nThat is all.");
        assert_eq!(
            text,
            "Note:\n- the time, in seconds\n- the question\n\nThat is all."
        );
        assert_eq!(
            blocks(&text),
            [
                Block::Paragraph("Note:"),
                Block::List(vec!["the time, in seconds", "the question"]),
                Block::Paragraph("That is all."),
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn normalising_twice_changes_nothing(text in "[a-z \n-]{0,80}") {
            let once = normalise(&text);
            proptest::prop_assert_eq!(normalise(&once), once);
        }
    }
}
