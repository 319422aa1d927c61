//! As much of HTTP/1.1 as a load driver on loopback needs: one connection, kept alive.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use crate::failure::Failure;

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Bytes that one answer may have.
const LARGEST_BODY: u64 = 64 << 20;

/// Lines of a head, and bytes of one line, that are read before giving up.
const MOST_HEADERS: usize = 100;
const LONGEST_LINE: u64 = 64 << 10;

/// One request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET` or another method.
    pub method: &'static str,
    /// Path and query.
    pub path: String,
    /// Headers besides `Host` and `Content-Length`.
    pub headers: Vec<(String, String)>,
    /// The body; empty for most.
    pub body: Vec<u8>,
}

impl Request {
    /// A `GET` of a path.
    pub fn get(path: impl Into<String>) -> Self {
        Self {
            method: "GET",
            path: path.into(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// A `POST` of a body of the given type.
    pub fn post(path: impl Into<String>, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            method: "POST",
            path: path.into(),
            headers: Vec::new(),
            body: body.into(),
        }
        .with("Content-Type", content_type)
    }

    /// The same with one more header.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// One answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header of that name (lower case).
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A connection to a server on loopback.
#[derive(Debug)]
pub struct Connection {
    stream: BufReader<TcpStream>,
    port: u16,
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// If nobody listens.
    pub fn open(port: u16) -> Result<Self, Failure> {
        let connect = || {
            let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            Ok(stream)
        };
        let stream =
            connect().map_err(Failure::during(format!("cannot connect to port {port}")))?;
        Ok(Self {
            stream: BufReader::new(stream),
            port,
        })
    }

    /// Sends one request and waits for its answer.
    ///
    /// # Errors
    /// If the connection breaks or the answer is not HTTP.
    pub fn ask(&mut self, request: &Request) -> Result<Answer, Failure> {
        let doing = || format!("{} {}", request.method, request.path);
        self.send(request).map_err(Failure::during(doing()))?;
        let answer = read_answer(&mut self.stream).map_err(Failure::during(doing()))?;
        if answer.header("connection") == Some("close") {
            *self = Self::open(self.port)?;
        }
        Ok(answer)
    }

    fn send(&mut self, request: &Request) -> std::io::Result<()> {
        let Request { method, path, .. } = request;
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n",
            self.port
        );
        for (name, value) in &request.headers {
            // Writing to a String does not fail.
            let _ = write!(head, "{name}: {value}\r\n");
        }
        let _ = write!(head, "Content-Length: {}\r\n\r\n", request.body.len());
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(&request.body);
        self.stream.get_mut().write_all(&bytes)
    }
}

fn read_answer(stream: &mut impl BufRead) -> std::io::Result<Answer> {
    let status = read_line(stream)?;
    let status = status
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .ok_or_else(|| malformed("the status line"))?;
    let headers = read_headers(stream)?;
    let mut answer = Answer {
        status,
        headers,
        body: Vec::new(),
    };
    answer.body = match (
        answer.header("transfer-encoding"),
        answer.header("content-length"),
    ) {
        (Some("chunked"), _) => read_chunks(stream)?,
        (_, Some(length)) => {
            let length = length
                .parse()
                .map_err(|_| malformed("the content length"))?;
            read_exactly(stream, length)?
        }
        _ => Vec::new(),
    };
    Ok(answer)
}

fn read_headers(stream: &mut impl BufRead) -> std::io::Result<Vec<(String, String)>> {
    let mut headers = Vec::new();
    for _ in 0..MOST_HEADERS {
        let line = read_line(stream)?;
        if line.is_empty() {
            return Ok(headers);
        }
        let (name, value) = line.split_once(':').ok_or_else(|| malformed("a header"))?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    Err(malformed("too many headers"))
}

fn read_chunks(stream: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = read_line(stream)?;
        let size = line.split(';').next().unwrap_or_default();
        let size = u64::from_str_radix(size, 16).map_err(|_| malformed("a chunk's size"))?;
        if body.len() as u64 + size > LARGEST_BODY {
            return Err(malformed("a body that is too large"));
        }
        body.extend(read_exactly(stream, size)?);
        read_line(stream)?;
        if size == 0 {
            return Ok(body);
        }
    }
}

fn read_exactly(stream: &mut impl BufRead, length: u64) -> std::io::Result<Vec<u8>> {
    if length > LARGEST_BODY {
        return Err(malformed("a body that is too large"));
    }
    let mut body = Vec::new();
    let read = stream.take(length).read_to_end(&mut body)?;
    match read as u64 == length {
        true => Ok(body),
        false => Err(malformed("a body that ends early")),
    }
}

fn read_line(stream: &mut impl BufRead) -> std::io::Result<String> {
    let mut line = String::new();
    stream.take(LONGEST_LINE).read_line(&mut line)?;
    match line.strip_suffix("\r\n") {
        Some(line) => Ok(line.to_owned()),
        None => Err(malformed("a line that ends early")),
    }
}

fn malformed(what: &str) -> std::io::Error {
    std::io::Error::new(
        std::io::ErrorKind::InvalidData,
        format!("not an HTTP answer: {what}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> std::io::Result<Answer> {
        read_answer(&mut text.as_bytes())
    }

    #[test]
    fn a_body_of_known_length_is_read() {
        let answer = read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello").unwrap();
        assert_eq!((answer.status, answer.text().as_str()), (200, "hello"));
    }

    #[test]
    fn a_body_in_chunks_is_put_together() {
        let answer = read(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
        )
        .unwrap();
        assert_eq!(answer.text(), "hello");
    }

    #[test]
    fn a_redirect_without_a_body_is_an_answer() {
        let answer = read("HTTP/1.1 303 See Other\r\nLocation: /desk\r\n\r\n").unwrap();
        assert_eq!(answer.header("location"), Some("/desk"));
    }

    #[test]
    fn an_answer_that_ends_early_is_an_error() {
        assert!(read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello").is_err());
        assert!(read("HTTP/1.1 200 OK\r\nContent-Le").is_err());
        assert!(read("").is_err());
    }
}
