//! Tables of comma-separated values (RFC 4180), read strictly: whatever could be meant in two ways
//! is refused with its place. Every cell is text; one that a spreadsheet would take for a formula is
//! refused as well.

/// The most bytes of a table.
pub const MOST_BYTES: usize = 512 * 1024;
/// The most rows, not counting the first.
pub const MOST_ROWS: usize = 1_000;
/// The most characters of a cell.
pub const MOST_CELL: usize = 300;

/// What is wrong at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file, from 1; a cell may reach over several.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// Code of the sentence that says what.
    pub code: &'static str,
}

/// A row with the line on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line, from 1.
    pub line: usize,
    /// Its cells, without white space around them.
    pub cells: Vec<String>,
}

/// Reads a table. Rows without anything in them are left out.
///
/// # Errors
/// The first place that cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(fault(1, 1, "csv-too-large"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|it| **it == b'\n').count() + 1;
        let row = before.rsplit(|it| *it == b'\n').next().unwrap_or_default();
        let column = row.iter().filter(|it| **it == b',').count() + 1;
        fault(line, column, "csv-not-utf-8")
    })?;
    let mut reader = Reader::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\r' if signs.peek() == Some(&'\n') => {}
            _ => reader.take(sign)?,
        }
    }
    reader.end()
}

const fn fault(line: usize, column: usize, code: &'static str) -> Fault {
    Fault { line, column, code }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing of the cell was read yet.
    Before,
    /// Inside a cell without quotes.
    Bare,
    /// Inside quotes.
    Quoted,
    /// A quote was read inside quotes: the end, or the first half of a quote.
    Quote,
}

struct Reader {
    rows: Vec<Row>,
    row: Row,
    cell: String,
    state: State,
    line: usize,
}

impl Reader {
    fn new() -> Self {
        Self {
            rows: Vec::new(),
            row: Row {
                line: 1,
                cells: Vec::new(),
            },
            cell: String::new(),
            state: State::Before,
            line: 1,
        }
    }

    fn here(&self, code: &'static str) -> Fault {
        fault(self.line, self.row.cells.len() + 1, code)
    }

    fn take(&mut self, sign: char) -> Result<(), Fault> {
        match (self.state, sign) {
            (State::Quoted, '"') => self.state = State::Quote,
            (State::Quote, '"') => {
                self.cell.push('"');
                self.state = State::Quoted;
            }
            (State::Before | State::Bare | State::Quote, ',') => self.end_cell()?,
            (State::Before | State::Bare | State::Quote, '\n') => self.end_row()?,
            (State::Before, '"') => self.state = State::Quoted,
            (State::Bare, '"') | (State::Quote, _) => return Err(self.here("csv-quote")),
            (State::Quoted, _) => {
                self.line += usize::from(sign == '\n');
                self.cell.push(sign);
            }
            (State::Before | State::Bare, _) => {
                self.cell.push(sign);
                self.state = State::Bare;
            }
        }
        match self.cell.len() > MOST_CELL * 4 {
            true => Err(self.here("csv-cell-too-long")),
            false => Ok(()),
        }
    }

    fn end_cell(&mut self) -> Result<(), Fault> {
        let cell = self.cell.trim().to_owned();
        let fits = cell.chars().count() <= MOST_CELL;
        let fault = match cell.chars().next() {
            _ if !fits => Some("csv-cell-too-long"),
            Some('=' | '+' | '-' | '@' | '\t' | '\r') => Some("csv-formula"),
            _ if cell.chars().any(|it| it.is_control() && it != '\n') => Some("csv-control"),
            _ => None,
        };
        if let Some(code) = fault {
            return Err(self.here(code));
        }
        self.row.cells.push(cell);
        self.cell.clear();
        self.state = State::Before;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Fault> {
        self.end_cell()?;
        self.line += 1;
        let next = Row {
            line: self.line,
            cells: Vec::new(),
        };
        let row = std::mem::replace(&mut self.row, next);
        if row.cells.iter().any(|it| !it.is_empty()) {
            if self.rows.len() > MOST_ROWS {
                return Err(fault(row.line, 1, "csv-too-many-rows"));
            }
            self.rows.push(row);
        }
        Ok(())
    }

    fn end(mut self) -> Result<Vec<Row>, Fault> {
        if self.state == State::Quoted {
            return Err(fault(
                self.row.line,
                self.row.cells.len() + 1,
                "csv-quote-open",
            ));
        }
        if self.state != State::Before || !self.row.cells.is_empty() {
            self.end_row()?;
        }
        Ok(self.rows)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let rows = read(text.as_bytes()).unwrap();
        rows.into_iter().map(|it| it.cells).collect()
    }

    fn code(bytes: &[u8]) -> (usize, usize, &'static str) {
        let it = read(bytes).unwrap_err();
        (it.line, it.column, it.code)
    }

    #[test]
    fn quotes_hold_commas_lines_and_quotes() {
        assert_eq!(
            cells("a, b\r\n\"x, \"\"y\"\"\nz\",2\n\n,\nlast,1"),
            [vec!["a", "b"], vec!["x, \"y\"\nz", "2"], vec!["last", "1"]]
        );
    }

    #[test]
    fn a_mark_at_the_beginning_is_no_part_of_the_first_cell() {
        assert_eq!(cells("\u{feff}email\n"), [vec!["email"]]);
    }

    #[test]
    fn every_fault_has_its_line_and_column() {
        assert_eq!(code(b"a,b\nc,\"d"), (2, 2, "csv-quote-open"));
        assert_eq!(code(b"a,b\nc\"d,e"), (2, 1, "csv-quote"));
        assert_eq!(code(b"a,\"b\"c"), (1, 2, "csv-quote"));
        assert_eq!(code(b"a,b\nc,\xff"), (2, 2, "csv-not-utf-8"));
        assert_eq!(code(b"a\n=1+1"), (2, 1, "csv-formula"));
        assert_eq!(code(b"a\nb\n\"@SUM(1)\""), (3, 1, "csv-formula"));
        assert_eq!(code(b"a,\x07"), (1, 2, "csv-control"));
        assert_eq!(
            code("x".repeat(301).as_bytes()),
            (1, 1, "csv-cell-too-long")
        );
        assert_eq!(
            code("x\n".repeat(1_002).as_bytes()),
            (1_002, 1, "csv-too-many-rows")
        );
        assert_eq!(code(&vec![b'x'; MOST_BYTES + 1]), (1, 1, "csv-too-large"));
        assert_eq!(cells(&"x\n".repeat(1_001)).len(), 1_001);
    }

    #[test]
    fn lines_are_counted_through_quotes() {
        assert_eq!(code(b"\"a\nb\",c\n=1"), (3, 1, "csv-formula"));
    }

    proptest! {
        #[test]
        fn whatever_is_read_can_be_written_and_read_again(table in prop::collection::vec(prop::collection::vec("[a-z ,\"]{0,8}x", 1..4), 0..8)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",");
            let text = table.iter().map(line).collect::<Vec<_>>().join("\r\n");
            let trimmed: Vec<Vec<String>> = table.iter()
                .map(|row| row.iter().map(|it| it.trim().to_owned()).collect())
                .collect();
            prop_assert_eq!(cells(&text), trimmed);
        }

        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }
    }
}
