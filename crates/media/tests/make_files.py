"""Makes tests/files: real files, by programs that people use, with a planted name in every place that
their types have for one. Run again only to add a type; the files are kept so that tests need nothing.

    python -m venv .venv && .venv/bin/pip install pillow piexif reportlab pypdf mutagen python-docx \
        python-pptx openpyxl imageio-ffmpeg
    .venv/bin/python crates/media/tests/make_files.py
"""

import io
import subprocess
import zipfile
from pathlib import Path

NAME = "Zephyrine Quillfeather"
SCHOOL = "Mossgrove Academy"
TEXT = "The pupils waited three seconds."
OUT = Path(__file__).parent / "files"


def exif():
    import piexif

    return piexif.dump({
        "0th": {piexif.ImageIFD.Artist: NAME.encode(), piexif.ImageIFD.Orientation: 6,
                piexif.ImageIFD.Make: b"Quillcam", piexif.ImageIFD.Software: SCHOOL.encode()},
        "GPS": {piexif.GPSIFD.GPSLatitude: ((41, 1), (52, 1), (0, 1)), piexif.GPSIFD.GPSLatitudeRef: b"N"},
        "1st": {}, "thumbnail": None,
    })


def pictures():
    from PIL import Image, PngImagePlugin

    picture = Image.linear_gradient("L").resize((48, 32)).convert("RGB")
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{NAME}</dc:creator></x:xmpmeta>'.encode()
    picture.save(OUT / "photo.jpg", exif=exif(), comment=NAME.encode(), xmp=xmp, progressive=True)
    with open(OUT / "photo.jpg", "ab") as file:
        file.write(b"behind the end: " + NAME.encode())
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", NAME)
    info.add_itxt("Description", f"{NAME}, {SCHOOL}", zip=True)
    picture.save(OUT / "photo.png", pnginfo=info, exif=exif())
    picture.save(OUT / "photo.webp", exif=exif(), xmp=xmp)


def film():
    import imageio_ffmpeg
    from mutagen.apev2 import APEv2
    from mutagen.id3 import ID3, TPE1, COMM
    from mutagen.mp4 import MP4

    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    tags = ["-metadata", f"artist={NAME}", "-metadata", f"title={SCHOOL}", "-metadata", f"comment={NAME}",
            "-metadata", "location=+41.5000-087.3000/", "-metadata", "creation_time=2026-03-01T10:00:00Z"]
    sight = ["-f", "lavfi", "-i", "testsrc=size=64x48:rate=10:duration=1"]
    sound = ["-f", "lavfi", "-i", "sine=frequency=440:duration=1:sample_rate=22050"]
    words = OUT / "words.srt"
    words.write_text(f"1\n00:00:00,000 --> 00:00:01,000\n{NAME}\n")

    def run(*args):
        subprocess.run([ffmpeg, "-v", "error", "-y", *args], check=True)

    both = [*sight, *sound, "-i", str(words), "-map", "0:v", "-map", "1:a", "-map", "2:s"]
    h264 = ["-c:v", "libx264", "-preset", "veryslow", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "32k"]
    run(*both, *h264, "-c:s", "mov_text", *tags, str(OUT / "film.mp4"))
    run(*both[:-2], *h264, *tags, "-movflags", "use_metadata_tags", str(OUT / "film.mov"))
    run(*sight, *sound, *h264, *tags, "-movflags", "frag_keyframe+empty_moov+default_base_moof",
        str(OUT / "fragments.mp4"))
    words.unlink()
    run(*sound, "-c:a", "aac", "-b:a", "32k", *tags, str(OUT / "sound.m4a"))
    it = MP4(OUT / "sound.m4a")
    it["\xa9wrt"] = NAME
    it.save()
    run(*sound, "-b:a", "32k", "-write_id3v1", "1", *tags, str(OUT / "sound.mp3"))
    it = ID3(OUT / "sound.mp3")
    it.add(TPE1(text=NAME))
    it.add(COMM(lang="eng", text=SCHOOL))
    it.save(v1=2)
    ape = APEv2()
    ape["Artist"] = NAME
    ape.save(OUT / "sound.mp3")
    run(*sound, *tags, str(OUT / "sound.wav"))


def pdf():
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import Text
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject
    from reportlab.pdfgen import canvas
    from PIL import Image

    photo = Image.open(OUT / "photo.jpg")
    inside = io.BytesIO()
    it = canvas.Canvas(inside, pageCompression=1)
    it.setAuthor(NAME)
    it.setTitle(SCHOOL)
    it.drawString(72, 720, TEXT)
    it.drawInlineImage(photo, 72, 600, 48, 32)
    it.linkURL("https://example.org/of/quillfeather", (72, 700, 200, 715))
    it.showPage()
    it.drawString(72, 720, "A second page, of Mrs. Quillfeather.")
    it.showPage()
    it.save()
    writer = PdfWriter(clone_from=PdfReader(inside))
    note = Text(text="Well seen.", rect=(100, 600, 120, 620))
    note[NameObject("/T")] = TextStringObject(NAME)
    writer.add_annotation(0, note)
    writer.add_attachment("who.txt", f"{NAME}, {SCHOOL}".encode())
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('x')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    writer.xmp_metadata = f'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">{NAME}</x:xmpmeta>'.encode()
    writer.add_metadata({"/Author": NAME, "/Company": SCHOOL})
    writer.write(OUT / "paper.pdf")
    locked = PdfWriter(clone_from=PdfReader(inside))
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(OUT / "locked.pdf")


def again(path, change):
    """Writes a zip anew with some parts changed or added."""
    with zipfile.ZipFile(path) as old:
        parts = {it: old.read(it) for it in old.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        new.comment = NAME.encode()
        for name, content in parts.items():
            new.writestr(name, content)


def office():
    import docx
    import openpyxl
    import pptx
    from openpyxl.comments import Comment

    def about(it):
        it.author = it.last_modified_by = NAME
        it.title = it.comments = SCHOOL

    word = docx.Document()
    about(word.core_properties)
    run = word.add_paragraph(TEXT).runs[0]
    word.add_picture(str(OUT / "photo.jpg"))
    word.sections[0].header.paragraphs[0].text = "Room of Z. Quillfeather"
    word.add_comment([run], text="Well seen.", author=NAME, initials="ZQ")
    word.save(OUT / "paper.docx")

    def changed(parts):
        document = parts["word/document.xml"].decode()
        tracked = f'<w:p><w:ins w:id="9" w:author="{NAME}" w:date="2026-03-01T10:00:00Z"><w:r><w:t>A change &amp; more.</w:t></w:r></w:ins></w:p>'
        parts["word/document.xml"] = document.replace("<w:sectPr", tracked + "<w:sectPr", 1).encode()
        parts["docProps/app.xml"] = f'<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>{SCHOOL}</Company><Manager>{NAME}</Manager></Properties>'.encode()

    again(OUT / "paper.docx", changed)

    plain = docx.Document()
    about(plain.core_properties)
    plain.add_paragraph(TEXT)
    plain.add_picture(str(OUT / "photo.jpg"))
    plain.save(OUT / "plain.docx")

    slides = pptx.Presentation()
    about(slides.core_properties)
    slide = slides.slides.add_slide(slides.slide_layouts[5])
    slide.shapes.title.text = TEXT
    slide.shapes.add_picture(str(OUT / "photo.png"), 0, 0)
    slide.notes_slide.notes_text_frame.text = "Thank you, Mossgrove Academy!"
    slides.save(OUT / "slides.pptx")

    book = openpyxl.Workbook()
    book.properties.creator = book.properties.lastModifiedBy = NAME
    book.active["A1"] = TEXT
    book.active["A2"] = 3
    book.active["A1"].comment = Comment("Well seen.", NAME)
    book.active["B1"].hyperlink = "mailto:z.quillfeather@mossgrove.example"
    book.save(OUT / "table.xlsx")


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    pictures()
    film()
    pdf()
    office()
