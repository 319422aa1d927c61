//! The little of our own pages' HTML that a driver must read: links, and forms with their fields.

use super::http::Request;

/// A form as the server wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Where it leads.
    pub action: String,
    /// Names and values of its inputs, in order; text areas are empty.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The fields with one of them changed or added.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// Addresses of all links, in the order of the page.
pub fn links(html: &str) -> Vec<String> {
    tags(html, "a")
        .filter_map(|tag| attribute(tag, "href"))
        .collect()
}

/// All forms.
pub fn forms(html: &str) -> Vec<Form> {
    html.split("<form")
        .skip(1)
        .filter_map(|rest| {
            let inside = rest.split("</form").next()?;
            let opening = inside.split('>').next()?;
            Some(Form {
                action: attribute(opening, "action").unwrap_or_default(),
                fields: fields(inside),
            })
        })
        .collect()
}

fn fields(html: &str) -> Vec<(String, String)> {
    let inputs = tags(html, "input").filter(|tag| {
        let kind = attribute(tag, "type").unwrap_or_default();
        let chosen = tag.contains(" checked");
        !matches!(kind.as_str(), "radio" | "checkbox" | "file" | "submit") || chosen
    });
    inputs
        .chain(tags(html, "textarea"))
        .filter_map(|tag| {
            let name = attribute(tag, "name")?;
            Some((name, attribute(tag, "value").unwrap_or_default()))
        })
        .collect()
}

/// What stands between `<name` and `>` of every such tag.
fn tags<'a>(html: &'a str, name: &'static str) -> impl Iterator<Item = &'a str> {
    html.split('<').filter_map(move |piece| {
        let inside = piece.strip_prefix(name)?.split('>').next()?;
        inside.starts_with(char::is_whitespace).then_some(inside)
    })
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next()?;
    Some(unescape(value))
}

fn unescape(value: &str) -> String {
    value
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

/// The request that a browser makes of a form's fields.
pub fn form_request(path: &str, fields: &[(String, String)]) -> Request {
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}={}", percent(name), percent(value)))
        .collect();
    Request::post(path, "application/x-www-form-urlencoded", pairs.join("&"))
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => {
                char::from(byte).to_string()
            }
            b' ' => "+".to_owned(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<nav><a class="x" href="/catalogue?a=1&amp;b=2">All</a></nav>
        <article><abbr title="x">A</abbr></article>
        <form method="post" action="/drafts/7/answers">
          <input type="hidden" name="version" value="3">
          <input type="checkbox" name="attested" value="yes">
          <input type="radio" name="level" value="2" checked>
          <textarea name="answer" rows="4">kept</textarea>
        </form>"#;

    #[test]
    fn links_are_found_and_unescaped() {
        assert_eq!(links(PAGE), ["/catalogue?a=1&b=2"]);
    }

    #[test]
    fn a_form_has_its_address_and_what_a_browser_would_send() {
        let forms = forms(PAGE);
        let [form] = forms.as_slice() else {
            panic!("one form expected: {forms:?}");
        };
        assert_eq!(form.action, "/drafts/7/answers");
        let expected = [("version", "3"), ("level", "2"), ("answer", "")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(form.fields, expected);
    }

    #[test]
    fn fields_are_sent_as_a_browser_encodes_them() {
        let fields = [("a b".to_owned(), "1&2=é".to_owned())];
        assert_eq!(form_request("/x", &fields).body, b"a+b=1%262%3D%C3%A9");
    }
}
