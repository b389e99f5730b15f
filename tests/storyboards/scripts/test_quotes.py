import pytest

from storyboards.scripts.quotes import quotes_in


@pytest.mark.parametrize(
    ("paragraph", "spoken"),
    [
        ('"Run!" said Ada.', ["Run!"]),
        ("“Run,” said Ada. “Now.”", ["Run,", "Now."]),
        ("Ada said, „Lauf!“ und lief.", ["Lauf!"]),
        ("Ada dit : «Cours !»", ["Cours !"]),
        ("「走れ！」とマルタは言った。", ["走れ！"]),
        ("‘It’s late,’ said Ada.", ["It’s late,"]),
        ("— Cours, dit Ada.", ["Cours, dit Ada."]),
        ("“He never closed it.", ["He never closed it."]),
        ('The "Marta Jane" sailed.', []),
        ("‘Twas dark, and the dogs’ bowls were empty.", []),
        ('A 6" nail and a 7" nail.', []),
        ('""', []),
        ("No speech here.", []),
    ],
)
def test_quotes_in(paragraph, spoken):
    assert [paragraph[q.inner_start : q.inner_end].strip() for q in quotes_in(paragraph)] == spoken
