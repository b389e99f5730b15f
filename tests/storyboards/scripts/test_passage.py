from storyboards.scripts.passage import Passage, glued, joined, passage_of

SOURCE = "  He *ran* home.\nThen slept.  "


def test_passage_of_leaves_out_holes_and_outer_spaces():
    passage = passage_of(SOURCE, 0, 16, [(5, 6), (9, 10)])

    assert passage.text == "He ran home."


def test_source_points_at_the_same_letter():
    passage = passage_of(SOURCE, 0, 16, [(5, 6), (9, 10)])

    assert [SOURCE[passage.source(index)] for index in range(len(passage.text))] == list(passage.text)


def test_part_keeps_the_places_of_its_letters():
    part = passage_of(SOURCE, 0, 16, [(5, 6), (9, 10)]).part(3, 12)

    assert part.text == "ran home."
    assert SOURCE[part.start : part.end] == "ran* home."


def test_part_is_empty_when_only_spaces_are_there():
    assert passage_of("a   b", 0, 5).part(1, 4).text == ""


def test_joined_spans_from_the_first_to_the_last():
    passage = joined([passage_of(SOURCE, 0, 16), passage_of(SOURCE, 17, 30)])

    assert passage.text == "He *ran* home. Then slept."
    assert (passage.start, passage.end) == (0, 30)
    assert SOURCE[passage.source(15)] == "T"


def test_glued_uses_the_glue_given_with_each():
    passage = glued(
        [("", passage_of("a b c", 0, 1)), ("\n", passage_of("a b c", 2, 3)), (" ", passage_of("a b c", 4, 5))]
    )

    assert passage.text == "a\nb c"
    assert passage.source(4) == 4


def test_source_stays_within_the_span_when_the_words_are_ours():
    passage = Passage("words of ours", ((0, 7),), 7, 9)

    assert passage.source(12) == 9
