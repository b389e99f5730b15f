"""Every door of the house, and who may pass: one line per URL name. A URL that is not here fails the walk.

A line says who may come in by GET and by POST:

    EVERYBODY      visitors too
    ENTRANCE       visitors too, who may be sent on to the sign-in page
    ABSENT         nobody: what stands in the path is not there
    SIGNED_IN      whoever is signed in
    an Action      the members of the team whose role includes it; `noun` says which row's key stands in the path
    OWN            the person to whom the row belongs
    SHUT           nobody: the method is not allowed there
    BARRED         nobody: allauth has the page, and we have it switched off

Whoever may not come in gets: a visitor the way to the sign-in page (404 where no page leads, `unseen`), a stranger 404,
a member without the right 403.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.roles import Action, Role, allows

VIEW, COMMENT, EDIT, SPEND = Action.VIEW, Action.COMMENT, Action.EDIT, Action.SPEND
EVERYBODY, ENTRANCE, SIGNED_IN, OWN = "everybody", "entrance", "signed in", "own"
SHUT, ABSENT, BARRED = "shut", "absent", "barred"

# What an answer amounts to.
IN, SIGN_IN, NOT_FOUND, FORBIDDEN, NOT_ALLOWED = "in", "sign in", "404", "403", "405"

ROLES = {
    "alice": Role.OWNER,
    "adam": Role.ADMIN,
    "bob": Role.EDITOR,
    "rita": Role.REVIEWER,
    "carol": Role.VIEWER,
}
VISITOR, STRANGER = "visitor", "charlie"
ACTORS = (VISITOR, STRANGER, *ROLES)


@dataclass(frozen=True)
class Door:
    """Who may pass, what the path is made of, and what a real page would send along."""

    get: str
    post: str
    noun: str = ""
    path: dict[str, Any] = field(default_factory=dict)
    query: str = ""
    form: dict[str, Any] = field(default_factory=dict)
    unseen: bool = False
    also: frozenset[str] = frozenset()

    def expected(self, method: str, actor: str) -> set[str]:
        """Return what `actor` may get for an answer."""
        who = {"GET": self.get, "POST": self.post}[method]
        return (_for_visitor(who, unseen=self.unseen) if actor == VISITOR else {_for_person(who, actor)}) | self.also

    def url(self, name: str, keys: dict[str, int]) -> str:
        """Return the address of this door for the row that `keys` has under its noun."""
        pk = keys.get(self.noun, 0)
        inside = {} if self.unseen or not self.noun else {"pk": pk}
        return reverse(name, kwargs={**inside, **self.path}) + self.query.format(pk=pk)


def _for_visitor(who: str, *, unseen: bool) -> set[str]:
    known = {
        EVERYBODY: {IN},
        ENTRANCE: {IN, SIGN_IN},
        ABSENT: {NOT_FOUND},
        SHUT: {SIGN_IN, NOT_ALLOWED},
    }
    return known.get(who, {NOT_FOUND if unseen else SIGN_IN})


def _for_person(who: str, actor: str) -> str:
    known = {EVERYBODY: IN, ENTRANCE: IN, SIGNED_IN: IN, ABSENT: NOT_FOUND, SHUT: NOT_ALLOWED, BARRED: FORBIDDEN}
    known[OWN] = IN if actor == "alice" else NOT_FOUND
    if who in known:
        return known[who]
    if actor == STRANGER:
        return NOT_FOUND
    return IN if allows(ROLES[actor], Action(who)) else FORBIDDEN


def page(noun: str, who: str, **more: Any) -> Door:
    """A page to look at."""
    return Door(who, SHUT, noun, **more)


def deed(noun: str, who: str, **form: Any) -> Door:
    """A deed, done by POST alone."""
    return Door(SHUT, who, noun, form=form)


def both(noun: str, get: str, post: str, **form: Any) -> Door:
    """A page with a form on it."""
    return Door(get, post, noun, form=form)


SHOT = {
    "action": "A door opens.",
    "size": "WS",
    "angle": "eye",
    "move": "static",
    "move_direction": "",
    "move_speed": "medium",
    "length": "2",
    "transition": "",
    "notes": "",
}
SCENE = {"setting": "INT", "place": "HALL", "time_of_day": "DAY", "number": "", "synopsis": "", "section": ""}
BOARD = {"title": "Doors", "aspect": "16:9", "rate": "24", "look": "flat"}
WISH = {"backend": "sketch", "key": "6f6f6f6f-0000-4000-8000-000000000001"}

HALL = {
    "design": page("", ABSENT, unseen=True),
    "landing": page("", EVERYBODY),
    "theme": Door(SHUT, EVERYBODY, form={"theme": "dark", "next": "/"}),
    "healthz": page("", EVERYBODY),
    "readyz": page("", EVERYBODY, also=frozenset({"503"})),
    "events": page("storyboard", VIEW, query="?storyboard={pk}", unseen=True),
}
ACCOUNTS = {
    "account": both("", SIGNED_IN, SIGNED_IN, name="Somebody"),
    "sign_out_everywhere": deed("", SIGNED_IN),
    "signin_link": page("", ENTRANCE, path={"token": "no-such-token"}, also=frozenset({SIGN_IN})),
}
STORYBOARDS = {
    "storyboards": page("", SIGNED_IN),
    "new_storyboard": both("", SIGNED_IN, SIGNED_IN, script="INT. HALL - DAY\n\nA door.", step="create", **BOARD),
    "storyboard": page("storyboard", VIEW),
    "board_head": page("storyboard", VIEW),
    "shot_list": page("storyboard", VIEW),
    "shot_list_columns": both("storyboard", VIEW, VIEW, column="size", shown="size"),
    "shot_row": page("shot", VIEW),
    "edit_cell": deed("shot", EDIT, column="size", size="MS"),
    "timeline": page("storyboard", VIEW),
    "shot_block": page("shot", VIEW),
    "retime_shot": deed("shot", EDIT, frames="36"),
    "script": page("storyboard", VIEW),
    "history": page("storyboard", VIEW),
    "take_back": deed("storyboard", EDIT, step="6f6f6f6f-0000-4000-8000-000000000002"),
    "undo": deed("storyboard", EDIT),
    "redo": deed("storyboard", EDIT),
    "trash": page("storyboard", VIEW),
    "many_shots": deed("storyboard", EDIT, do="delete"),
    "print": page("storyboard", VIEW),
    "shot_list_csv": page("storyboard", VIEW),
    "shot_list_xlsx": page("storyboard", VIEW),
    "storyboard_settings": both("storyboard", EDIT, EDIT, resolution="720p", numbering="american", **BOARD),
    "cut_panels_anew": deed("storyboard", EDIT),
    "storyboard_logo": deed("storyboard", EDIT, remove="on"),
    "bible": page("storyboard", VIEW),
    "add_element": deed("storyboard", EDIT, name="Key", kind="prop"),
    "element": both("element", VIEW, EDIT, name="Marta", kind="character", colour="amber"),
    "delete_element": deed("element", EDIT),
    "restore_element": deed("deleted_element", EDIT),
    "merge_element": both("element", EDIT, EDIT),
    "not_the_same": deed("element", EDIT),
    "add_pictures": deed("element", EDIT),
    "move_picture": deed("element", EDIT, picture="1", to="first"),
    "remove_picture": deed("element", EDIT, picture="1"),
    "put_in": deed("shot", EDIT, name="Key", kind="prop"),
    "set_location": deed("shot", EDIT, name="Coast"),
    "archive_storyboard": deed("storyboard", EDIT),
    "restore_storyboard": deed("storyboard", EDIT),
    "add_scene": both("storyboard", EDIT, EDIT, **SCENE),
    "export_storyboard": page("storyboard", VIEW),
    "duplicate_storyboard": both("storyboard", EDIT, EDIT, title="Once more"),
    "template_storyboard": deed("storyboard", EDIT, template="1"),
    "revise": both("storyboard", EDIT, EDIT, script="INT. HALL - DAY\n\nA door."),
    "revision": both("revision", EDIT, EDIT, step="take"),
    "scene": page("scene", VIEW),
    "edit_scene": both("scene", EDIT, EDIT, **SCENE),
    "move_scene": both("scene", EDIT, EDIT, to="last"),
    "duplicate_scene": deed("scene", EDIT),
    "merge_scene": deed("scene", EDIT),
    "delete_scene": deed("scene", EDIT),
    "omit_scene": deed("scene", EDIT),
    "restore_scene": deed("deleted_scene", EDIT),
    "add_shot": deed("scene", EDIT),
    "shot": page("shot", VIEW),
    "inspector": page("shot", VIEW),
    "meanwhile": page("shot", VIEW, query="?since=0"),
    "edit_shot": deed("shot", EDIT, **SHOT),
    "picture": page("shot", VIEW),
    "upload_panel": deed("shot", EDIT),
    "remove_panel": deed("shot", EDIT),
    "draw_panel": both("shot", EDIT, EDIT, on="paper", marks="{}"),
    "approval": page("storyboard", VIEW),
    "approve": deed("storyboard", COMMENT),
    "withdraw_approval": deed("storyboard", COMMENT),
    "shot_menu": page("shot", EDIT),
    "move_shot": both("shot", EDIT, EDIT, to="last"),
    "split_scene": deed("shot", EDIT),
    "duplicate_shot": deed("shot", EDIT),
    "delete_shot": deed("shot", EDIT),
    "split_shot": deed("shot", EDIT, at="3"),
    "restore_shot": deed("deleted_shot", EDIT),
    "asset": page("asset", VIEW),
}
GENERATION = {
    "panel": page("shot", VIEW, path={"key": "0123456789abcdef"}),
    "generate_shot": both("shot", SPEND, SPEND, **WISH),
    "choose_backend": deed("shot", EDIT, backend="sketch", seen="{}"),
    "sent": page("shot", SPEND),
    "understood": page("shot", VIEW),
    "generate_scene": both("scene", SPEND, SPEND, **WISH),
    "generate_storyboard": both("storyboard", SPEND, SPEND, **WISH),
    "stale_takes": both("storyboard", VIEW, SPEND, key="6f6f6f6f-0000-4000-8000-000000000002", credits="0"),
    "circle_fresh_takes": deed("storyboard", EDIT),
    "board_actions": page("storyboard", VIEW),
    "compare_takes": page("shot", VIEW),
    "take": page("take", VIEW),
    "take_captions": page("take", VIEW, path={"form": "vtt"}),
    "take_frame": both("take", EDIT, EDIT, frame="0"),
    "circle_take": deed("take", EDIT),
    "cancel_take": deed("working_take", SPEND),
    "delete_take": deed("take", EDIT),
    "print_pdf": page("storyboard", VIEW),
    "shot_list_pictures": page("storyboard", VIEW),
    "import_storyboard": both("", SIGNED_IN, SIGNED_IN),
    "unpacking": page("unpacking", VIEW),
    "cancel_unpacking": deed("unpacking", EDIT),
    "animatic_captions": page("storyboard", VIEW),
    "films": both("storyboard", VIEW, EDIT, stand_ins="on"),
    "film": page("film", VIEW),
    "film_progress": page("film", VIEW),
    "download_film": page("film", VIEW),
    "film_captions": page("film", VIEW, path={"form": "srt"}),
    "cancel_film": deed("film", EDIT),
    "delete_film": deed("film", EDIT),
    "webhook": Door(SHUT, EVERYBODY, path={"word": "never-given-out"}, unseen=True, also=frozenset({"401"})),
}
_ENTRANCE = Door(ENTRANCE, ENTRANCE)
_MINE = Door(SIGNED_IN, SIGNED_IN)
_OWN = Door(OWN, OWN)
_PASSKEY = Door(OWN, OWN, "passkey")
ALLAUTH = {
    "account_login": _ENTRANCE,
    "account_logout": _ENTRANCE,
    "account_inactive": page("", EVERYBODY),
    "account_signup": _ENTRANCE,
    "account_reauthenticate": _MINE,
    "account_request_reauthentication_code": Door(BARRED, BARRED),
    "account_confirm_reauthentication_code": Door(BARRED, BARRED),
    "account_email": _MINE,
    "account_email_verification_sent": page("", EVERYBODY),
    "account_confirm_email": Door(EVERYBODY, ABSENT, path={"key": "no-such-key"}),
    "account_change_password": _MINE,
    "account_set_password": _MINE,
    "account_reset_password": _ENTRANCE,
    "account_reset_password_done": page("", EVERYBODY),
    "account_reset_password_from_key": Door(EVERYBODY, EVERYBODY, path={"uidb36": "1", "key": "no-such-key"}),
    "account_reset_password_from_key_done": page("", EVERYBODY),
    "account_confirm_login_code": _MINE,
    "mfa_index": page("", SIGNED_IN),
    "mfa_authenticate": _MINE,
    "mfa_reauthenticate": _MINE,
    "mfa_activate_totp": _MINE,
    "mfa_deactivate_totp": _OWN,
    "mfa_view_recovery_codes": page("", OWN),
    "mfa_generate_recovery_codes": _MINE,
    "mfa_download_recovery_codes": Door(OWN, OWN, also=frozenset({NOT_ALLOWED})),
    "mfa_list_webauthn": page("", SIGNED_IN),
    "mfa_add_webauthn": _MINE,
    "mfa_reauthenticate_webauthn": Door(SIGNED_IN, SIGNED_IN, form={"credential": "{}"}, also=frozenset({SIGN_IN})),
    "mfa_remove_webauthn": _PASSKEY,
    "mfa_edit_webauthn": _PASSKEY,
    "mfa_login_webauthn": _ENTRANCE,
    "usersessions_list": _MINE,
}
# The admin's own doors are many and made by Django; they are all alike.
ADMIN = "admin:"

DOORS = {**HALL, **ACCOUNTS, **STORYBOARDS, **GENERATION, **ALLAUTH}


def names(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """Yield the name of every URL pattern of the house, with its namespace; the pattern itself where it has no name."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern, f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name or pattern.pattern}"


def meaning(response: Any) -> str:
    """Return what an answer amounts to; the bare status code of one that no door may give."""
    way = response.headers.get("HX-Redirect") or response.headers.get("Location", "")
    sign_in_pages = (reverse("account_login"), reverse("admin:login"))
    if way.startswith(sign_in_pages) and response.status_code in (200, 302):
        return SIGN_IN
    known = {403: FORBIDDEN, 404: NOT_FOUND, 405: NOT_ALLOWED}
    if response.status_code < 400 or response.status_code in (400, 409, 422):
        return IN
    return known.get(response.status_code, str(response.status_code))
