"""Opens neutral renditions with software written elsewhere: they must still open, show the same, and
name nobody.

    media.py NEUTRAL FILES

NEUTRAL is the program `neutral` (an example of the crate `media`), FILES a folder with originals in
which names were planted. Prints `ok NAME` or `not ok NAME: REASON` for each file; the exit status is
1 if one is not ok, 2 if the program was called wrongly.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PLANTED = ["Zephyrine", "Quillfeather", "Mossgrove", "Quillcam"]
# Text that the planted educator wrote: it is found by the search, not taken out.
WRITTEN = ["Room of Z. Quillfeather", "Thank you, Mossgrove Academy!", "z.quillfeather@mossgrove.example",
           "A second page, of Mrs. Quillfeather.", "example.org/of/quillfeather"]


def nobody(text):
    text = str(text)
    for words in WRITTEN:
        text = text.replace(words, "")
    named = [it for it in PLANTED if it.lower() in text.lower()]
    assert not named, f"{named} can still be read"


def picture(before, after):
    from PIL import Image, ImageChops, ImageOps

    old, new = Image.open(before), Image.open(after)
    assert ImageChops.difference(old.convert("RGB"), new.convert("RGB")).getbbox() is None, "points differ"
    assert ImageOps.exif_transpose(new).size == ImageOps.exif_transpose(old).size, "it is turned otherwise"
    assert list(dict(new.getexif())) == [0x0112], f"camera data: {dict(new.getexif())}"
    nobody(new.info)


def film(before, after):
    import mutagen

    old, new = mutagen.File(before), mutagen.File(after)
    assert abs(old.info.length - new.info.length) < 0.06, f"{old.info.length} became {new.info.length} seconds"
    nobody(new.tags or "")
    decoded(before, after)


def decoded(before, after):
    """Sight and sound, decoded, are the same to the last bit."""
    import imageio_ffmpeg

    def prints(path):
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-xerror", "-i", str(path), "-map", "0:v?",
                   "-map", "0:a?", "-f", "streamhash", "-hash", "md5", "-"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert prints(before) == prints(after), "it decodes to something else"


def pdf(before, after):
    from pypdf import PdfReader

    old, new = PdfReader(before), PdfReader(after, strict=True)
    assert [it.extract_text() for it in old.pages] == [it.extract_text() for it in new.pages], "text differs"
    assert not new.metadata, new.metadata
    assert new.xmp_metadata is None and not new.attachments
    nobody([dict(note.get_object()) for page in new.pages for note in page.get("/Annots", [])])
    assert len([it for page in new.pages for it in page.images]) == len(
        [it for page in old.pages for it in page.images])


def office(before, after):
    import docx
    import openpyxl
    import pptx

    match after.suffix:
        case ".docx":
            new = docx.Document(after)
            assert [it.text for it in new.paragraphs][:1] == ["The pupils waited three seconds."]
            assert len(new.inline_shapes) == 1
            comments = ["Well seen."] if before.name == "paper.docx" else []
            assert [it.text for it in new.comments] == comments
            nobody([it.author for it in new.comments])
        case ".pptx":
            new = pptx.Presentation(after)
            assert new.slides[0].shapes.title.text == "The pupils waited three seconds."
            assert new.slides[0].has_notes_slide
        case _:
            new = openpyxl.load_workbook(after)
            assert [new.active["A1"].value, new.active["A2"].value] == ["The pupils waited three seconds.", 3]
            nobody(new.active["A1"].comment.author)
    with zipfile.ZipFile(after) as parts:
        assert parts.testzip() is None and not parts.comment
        for name in parts.namelist():
            nobody(parts.read(name).decode("utf-8", "ignore"))


def exiftool(after):
    """Everything that the best known reader of metadata finds, where it is installed."""
    program = shutil.which("exiftool")
    if program:
        done = subprocess.run([program, "-ee", "-a", "-G1", "-u", "-x", "FileName", "-x", "Directory", str(after)],
                              capture_output=True, text=True, check=False)
        nobody(done.stdout)


CHECKS = {".jpg": picture, ".png": picture, ".webp": picture, ".mp4": film, ".mov": film, ".m4a": film,
          ".mp3": film, ".wav": film, ".pdf": pdf, ".docx": office, ".pptx": office, ".xlsx": office}


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for before in sorted(Path(sys.argv[2]).iterdir()):
            check = CHECKS.get(before.suffix)
            if check is None or before.name.startswith("locked"):
                continue
            after = Path(folder) / f"evidence{before.suffix}"
            try:
                subprocess.run([sys.argv[1], before.suffix[1:], str(before), str(after)], check=True,
                               capture_output=True)
                check(before, after)
                exiftool(after)
                print(f"ok neutral {before.name}")
            except Exception as why:  # noqa: BLE001 - every reason is a finding
                failed += 1
                print(f"not ok neutral {before.name}: {type(why).__name__} {why}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
