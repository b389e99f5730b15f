from storyboards import vocabulary as choices
from storyboards.scripts import vocabulary as codes


def test_codes_are_the_choices_of_the_models():
    pairs = [
        (codes.SIZES, choices.Size),
        (codes.ANGLES, choices.Angle),
        (codes.MOVE_FAMILIES, choices.Move),
        (codes.MOVE_DIRECTIONS, choices.Direction),
        (codes.MOVE_SPEEDS, choices.Speed),
        (codes.TRANSITIONS, choices.Transition),
        (codes.SETTINGS, choices.Setting),
    ]

    assert [sorted(ours) for ours, _ in pairs] == [sorted(theirs.values) for _, theirs in pairs]
