//! Writes the neutral rendition of a file, and the texts in it: `neutral KIND FILE OUT`.

use media::{Bytes, Kind, neutral};

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let [_, kind, from, to] = args.as_slice() else {
        eprintln!("neutral KIND FILE OUT");
        std::process::exit(2);
    };
    let kind: Kind = match kind.as_str() {
        "jpg" => Kind::Jpeg,
        "png" => Kind::Png,
        "webp" => Kind::Webp,
        "wav" => Kind::Wav,
        "mp3" => Kind::Mp3,
        "mp4" | "mov" | "m4a" => Kind::Mp4,
        "pdf" => Kind::Pdf,
        "docx" => Kind::Word,
        "pptx" => Kind::Slides,
        "xlsx" => Kind::Sheet,
        _ => Kind::Text,
    };
    let done = std::fs::read(from)
        .map_err(|it| it.to_string())
        .and_then(|original| {
            let source = &mut Bytes(&original);
            let made = neutral(kind, source).map_err(|it| it.to_string())?;
            let bytes = made.assemble(source).map_err(|it| it.to_string())?;
            eprintln!("left behind: {:?}\n{:#?}", made.removed, made.text);
            std::fs::write(to, bytes).map_err(|it| it.to_string())
        });
    if let Err(why) = done {
        eprintln!("{from}: {why}");
        std::process::exit(1);
    }
}
