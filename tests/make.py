"""Makes the things that tests are about: plain functions, no surprises."""

from types import SimpleNamespace

from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import Team, User
from accounts.roles import Role
from storyboards.models import Scene, Shot, Storyboard, Take

PASSWORD = "a-long-lamp-in-the-dark"


def person(name: str) -> User:
    """Return a person with a confirmed address and a team of one."""
    user = User.objects.create_user(f"{name}@example.com", PASSWORD, name=name.title())
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def cast(alice: User) -> SimpleNamespace:
    """Return Alice's team with a member in each role, and Charlie, a stranger with a team of his own."""
    people = {name: person(name) for name in ("adam", "bob", "rita", "carol", "charlie")}
    team = alice.teams.get()
    roles = {"adam": Role.ADMIN, "bob": Role.EDITOR, "rita": Role.REVIEWER, "carol": Role.VIEWER}
    for name, role in roles.items():
        team.memberships.create(user=people[name], role=role)
    return SimpleNamespace(team=team, alice=alice, **people)


def storyboard(team: Team, *, scenes: int = 1, shots: int = 1, title: str = "The Last Lamp", **fields) -> Storyboard:
    """Return a storyboard with `scenes` scenes of `shots` shots each."""
    board = Storyboard.objects.create(team=team, title=title, **fields)
    for at in range(scenes):
        row = scene(board, position=(at + 1) << 20)
        for index in range(shots):
            shot(row, position=(index + 1) << 20)
    return board


def scene(board: Storyboard, *, position: int = 1 << 20, **fields) -> Scene:
    """Return a scene on a rocky coast at dusk."""
    defaults = {"setting": "EXT", "place": "ROCKY COAST", "time_of_day": "DUSK"}
    return Scene.objects.create(storyboard=board, position=position, **(defaults | fields))


def shot(row: Scene, *, position: int = 1 << 20, **fields) -> Shot:
    """Return a two-second shot of Marta on the path."""
    defaults = {"action": "Marta climbs the path with a lantern.", "frames": 48}
    return Shot.objects.create(scene=row, position=position, **(defaults | fields))


def take(row: Shot, *, number: int = 1, **fields) -> Take:
    """Return a take of `row`, asked of the sketch engine."""
    defaults = {"backend": "sketch", "request": {}, "created_at": timezone.now()}
    return Take.objects.create(shot=row, number=number, **(defaults | fields))
