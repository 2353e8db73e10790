"""Write the sample letters to corpus/sample; the same content gives the same bytes.

python -m scripts.build_samples [FOLDER]
"""

import sys
from pathlib import Path

from scripts.samples.content import STATUSHOUDERS, Sample
from scripts.samples.invented import FIETSEN, OVERIG
from scripts.samples.markup import html_page, motion_xml, plain_text, word_docx
from scripts.samples.pdf import house_pdf, print_pdf

SAMPLES = (*STATUSHOUDERS, *FIETSEN, *OVERIG)
_WRITERS = {
    "print": print_pdf,
    "aanhangsel": print_pdf,
    "house": house_pdf,
    "word": word_docx,
    "motion": motion_xml,
    "html": html_page,
    "report": plain_text,
    "text": plain_text,
}


def make(sample: Sample) -> bytes:
    """The bytes of one sample letter."""
    return _WRITERS[sample.layout](sample)


def main() -> None:
    """Write all of them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "corpus" / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        (folder / sample.name).write_bytes(make(sample))
        print(folder / sample.name)


if __name__ == "__main__":
    main()
