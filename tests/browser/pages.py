"""Every page of the product, each with the deed that brings it into a state worth looking at."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser import people

VISITOR, NORA, VIEWER, CAREFUL, HALF_IN, OPERATOR = "visitor", "nora", "viewer", "careful", "half", "operator"


@dataclass(frozen=True)
class Stop:
    """A page to look at: its address, whose eyes see it, what they do there first, and the status it answers with."""

    name: str
    path: str
    who: str = NORA
    first: Callable[[Page], None] = lambda page: None
    status: int = 200


def _empty_paste(page: Page) -> None:
    page.get_by_role("button", name="See what will be made").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _preview(page: Page) -> None:
    page.get_by_label("Script", exact=True).fill("INT. HALL - DAY\n\nA door opens.\n\nNORA\nWho is there?")
    page.get_by_role("button", name="See what will be made").click()
    expect(page.locator("#preview")).to_be_visible()


def _open_first_shot(page: Page) -> None:
    people.shots(page).first.locator(".picture").click()
    expect(people.inspector(page)).to_be_visible()


def _open_menus(page: Page) -> None:
    people.shots(page).first.locator(".panel").hover()
    people.shots(page).first.locator("details.menu > summary").click()


def _open_keys(page: Page) -> None:
    people.shots(page).first.locator(".picture").focus()
    _press_for_keys(page)


def _open_keys_of_list(page: Page) -> None:
    page.locator("tr.entry [data-column=size]").first.click()
    _press_for_keys(page)


def _open_keys_of_timeline(page: Page) -> None:
    page.locator("li.block .picture").first.focus()
    _press_for_keys(page)


def _press_for_keys(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()


def _select_rows(page: Page) -> None:
    for box in page.locator("table.shot-list .mark").all()[:2]:
        box.check()
    expect(page.locator("#many")).to_be_visible()


def _type_in_a_cell(page: Page) -> None:
    page.locator("tr.entry [data-column=size]").first.dblclick()
    expect(page.locator("td.editing select")).to_be_focused()


def _type_nonsense(page: Page) -> None:
    page.locator("tr.entry [data-column=length]").first.dblclick()
    page.locator("td.editing input").fill("soon")
    page.keyboard.press("Enter")
    expect(page.locator("tr.clash")).to_be_visible()


def _choose_columns(page: Page) -> None:
    page.get_by_role("link", name="Columns").click()
    expect(page.get_by_role("dialog", name="Columns")).to_be_visible()


def _move_playhead(page: Page) -> None:
    page.get_by_role("slider", name="Playhead").focus()
    page.keyboard.press("PageDown")


def _select_shots(page: Page) -> None:
    people.shots(page).first.locator(".picture").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#many")).to_be_visible()


def _look_large(page: Page) -> None:
    people.shots(page).first.locator(".picture").focus()
    page.keyboard.press(" ")
    expect(page.locator("dialog[open]")).to_be_visible()


def _open_element(page: Page) -> None:
    page.get_by_role("link", name="Marta").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Marta", ignore_case=True)


def _hand_in_a_script(page: Page) -> None:
    page.get_by_label("Script", exact=True).fill("EXT. ROCKY COAST - DUSK\n\nSnow. Marta in a yellow coat waits.")
    page.get_by_role("button", name="See what it changes").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("New version of the script")


def _unfold(page: Page) -> None:
    for summary in page.locator("main details > summary").all():
        summary.click()


def _wrong_password(page: Page) -> None:
    page.locator("main input[type=email]").fill("nobody@example.com")
    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("main")).to_contain_text("not correct")


def _search(page: Page) -> None:
    page.get_by_label("Search in titles and scripts").fill("giraffe")
    expect(page.get_by_role("heading", name="Nothing with")).to_be_visible()


def _open_board_menu(page: Page) -> None:
    page.get_by_label("Storyboard: more").click()
    expect(page.get_by_role("link", name="Bible")).to_be_visible()


def _open_scene_menu(page: Page) -> None:
    page.locator(".scene .slugline details.menu > summary").first.click()


def _ask_change(page: Page) -> None:
    _select_shots(page)
    page.locator("#many").get_by_role("button", name="Change…").click()
    expect(page.get_by_role("dialog", name="Change the selected shots")).to_be_visible()


def _ask_place(page: Page) -> None:
    people.shots(page).first.locator("details.menu > summary").click()
    people.shots(page).first.get_by_role("link", name="Move to…").click()
    expect(page.locator("#sheet")).to_be_visible()


def _ask_scene(page: Page) -> None:
    people.shots(page).first.locator(".picture").focus()
    page.keyboard.press("s")
    expect(page.locator("#sheet").get_by_label("Place", exact=True)).to_be_visible()


def _throw_away(page: Page) -> None:
    """Leave the message with its Undo on the screen."""
    people.shots(page).first.locator(".picture").focus()
    page.keyboard.press("d")
    expect(people.inspector(page)).to_have_count(1)
    page.locator("[data-close-inspector]").click()
    people.choose(people.shots(page).nth(1), "Delete")
    expect(page.locator(".toast").get_by_role("button", name="Undo")).to_be_visible()


def _offer_names(page: Page) -> None:
    _open_first_shot(page)
    action = people.inspector(page).get_by_label("Action")
    action.press("Control+End")
    page.keyboard.type(" @Ma")
    expect(page.get_by_role("listbox")).to_be_visible()


def _write_twice(page: Page) -> None:
    """Two tabs on one field: this one comes second."""
    page.route("**/events*", lambda route: route.abort("connectionrefused"))
    _open_first_shot(page)
    second = page.context.new_page()
    second.goto(page.url)
    people.inspector(second).get_by_label("Notes").fill("The other tab.")
    expect(people.inspector(second).locator(".saved")).to_contain_text("Saved ")
    second.close()
    people.inspector(page).get_by_label("Notes").fill("This tab.")
    expect(people.inspector(page).get_by_role("button", name="Keep mine")).to_be_visible()


def _type_without_a_network(page: Page) -> None:
    _open_first_shot(page)
    page.route("**/edit/", lambda route: route.abort("connectionrefused"))
    people.inspector(page).get_by_label("Notes").fill("Typed in a tunnel.")
    expect(people.inspector(page).locator(".saved")).to_contain_text("kept on this device")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Look at them").click()
    expect(page.get_by_role("dialog", name="Not saved yet")).to_be_visible()


def _type_no_length(page: Page) -> None:
    _open_first_shot(page)
    people.inspector(page).get_by_label("Length").fill("soon")
    expect(people.inspector(page).get_by_role("alert")).to_be_visible()


def _draw_words(page: Page) -> None:
    page.get_by_role("application").focus()
    page.keyboard.press("t")
    expect(page.get_by_label("Words")).to_be_visible()


def _hand_in_nonsense(page: Page) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": "lamp.soraease", "mimeType": "application/zip", "buffer": b"not a storyboard"}
    )
    page.get_by_role("button", name="Import", exact=True).click()
    expect(page.get_by_role("alert").first).to_be_visible()


# Those that ask for a fresh sign-in come first.
STOPS = [
    Stop("two steps and passkeys", "/accounts/2fa/"),
    Stop("authenticator app", "/accounts/2fa/totp/activate/"),
    Stop("passkeys", "/accounts/2fa/webauthn/"),
    Stop("new passkey", "/accounts/2fa/webauthn/add/"),
    Stop("two steps, switched on", "/accounts/2fa/", CAREFUL),
    Stop("recovery codes", "/accounts/2fa/recovery-codes/", CAREFUL),
    Stop("new recovery codes", "/accounts/2fa/recovery-codes/generate/", CAREFUL),
    Stop("authenticator app, off", "/accounts/2fa/totp/deactivate/", CAREFUL),
    Stop("second step", "/accounts/2fa/authenticate/", HALF_IN),
    Stop("e-mail addresses", "/accounts/email/"),
    Stop("new password", "/accounts/password/change/"),
    Stop("account", "/account/"),
    Stop("sessions", "/accounts/sessions/"),
    Stop("sign out", "/accounts/logout/"),
    Stop("password again", "/accounts/reauthenticate/"),
    Stop("landing", "/", VISITOR),
    Stop("sign in", "/accounts/login/", VISITOR),
    Stop("sign in, refused", "/accounts/login/", VISITOR, _wrong_password),
    Stop("sign up", "/accounts/signup/", VISITOR),
    Stop("check the post", "/accounts/confirm-email/", VISITOR),
    Stop("confirm, too late", "/accounts/confirm-email/old/", VISITOR),
    Stop("forgotten password", "/accounts/password/reset/", VISITOR),
    Stop("forgotten password, sent", "/accounts/password/reset/done/", VISITOR),
    Stop("new password, too late", "/accounts/password/reset/key/1-old/", VISITOR),
    Stop("new password, done", "/accounts/password/reset/key/done/", VISITOR),
    Stop("nothing here, visitor", "/nowhere/", VISITOR, status=404),
    Stop("home, empty", "/storyboards/", VIEWER),
    Stop("may not", "/storyboards/{board}/settings/", VIEWER, status=403),
    Stop("board, to look at", "/storyboards/{board}/?shot={shot}", VIEWER),
    Stop("shot list, to look at", "/storyboards/{board}/list/", VIEWER),
    Stop("timeline, to look at", "/storyboards/{board}/timeline/", VIEWER),
    Stop("home", "/storyboards/"),
    Stop("home, nothing found", "/storyboards/", first=_search),
    Stop("archive", "/storyboards/?archived=1"),
    Stop("new storyboard", "/storyboards/new/"),
    Stop("new storyboard, nothing pasted", "/storyboards/new/", first=_empty_paste),
    Stop("preview", "/storyboards/new/", first=_preview),
    Stop("board, empty", "/storyboards/{empty}/"),
    Stop("board", "/storyboards/{board}/"),
    Stop("board, menu open", "/storyboards/{board}/", first=_open_menus),
    Stop("board, shot open", "/storyboards/{board}/", first=_open_first_shot),
    Stop("board, keys", "/storyboards/{board}/", first=_open_keys),
    Stop("board, its menu", "/storyboards/{board}/", first=_open_board_menu),
    Stop("board, menu of a scene", "/storyboards/{board}/", first=_open_scene_menu),
    Stop("board, many to be changed", "/storyboards/{board}/", first=_ask_change),
    Stop("board, where a shot goes", "/storyboards/{board}/", first=_ask_place),
    Stop("board, another scene", "/storyboards/{board}/", first=_ask_scene),
    Stop("board, something thrown away", "/storyboards/{fresh}/", first=_throw_away),
    Stop("board, names offered", "/storyboards/{fresh}/", first=_offer_names),
    Stop("board, a conflict", "/storyboards/{fresh}/", first=_write_twice),
    Stop("board, a length that is none", "/storyboards/{fresh}/", first=_type_no_length),
    Stop("board, without a network", "/storyboards/{fresh}/", first=_type_without_a_network),
    Stop("board, waiting", "/storyboards/{waiting}/"),
    Stop("shot list, empty", "/storyboards/{empty}/list/"),
    Stop("shot list", "/storyboards/{board}/list/"),
    Stop("shot list, shot open", "/storyboards/{board}/list/?shot={shot}"),
    Stop("shot list, rows selected", "/storyboards/{board}/list/", first=_select_rows),
    Stop("shot list, typed in", "/storyboards/{board}/list/", first=_type_in_a_cell),
    Stop("shot list, refused", "/storyboards/{board}/list/", first=_type_nonsense),
    Stop("shot list, keys", "/storyboards/{board}/list/", first=_open_keys_of_list),
    Stop("shot list, columns", "/storyboards/{board}/list/", first=_choose_columns),
    Stop("shot list, filter", "/storyboards/{board}/list/?size=WS&sort=-length", first=_unfold),
    Stop("shot list, nothing found", "/storyboards/{board}/list/?text=giraffe"),
    Stop("columns", "/storyboards/{board}/list/columns/"),
    Stop("timeline, empty", "/storyboards/{empty}/timeline/"),
    Stop("timeline", "/storyboards/{board}/timeline/", first=_move_playhead),
    Stop("timeline, shot open", "/storyboards/{board}/timeline/?shot={shot}"),
    Stop("timeline, keys", "/storyboards/{board}/timeline/", first=_open_keys_of_timeline),
    Stop("shot", "/shots/{shot}/inspector/", first=_unfold),
    Stop("script", "/storyboards/{board}/script/"),
    Stop("what is sent", "/shots/{shot}/sent/", first=_unfold),
    Stop("what the sketch understands", "/shots/{shot}/understood/"),
    Stop("a shot's menu", "/shots/{shot}/menu/"),
    Stop("move a shot", "/shots/{shot}/move/"),
    Stop("move a scene", "/scenes/{scene}/move/"),
    Stop("add a scene", "/storyboards/{board}/scenes/add/"),
    Stop("edit a scene", "/scenes/{scene}/edit/"),
    Stop("history", "/storyboards/{board}/history/", first=_unfold),
    Stop("board, shots selected", "/storyboards/{board}/", first=_select_shots),
    Stop("board, shot large", "/storyboards/{board}/", first=_look_large),
    Stop("bible", "/storyboards/{board}/bible/"),
    Stop("bible, empty", "/storyboards/{empty}/bible/"),
    Stop("element", "/storyboards/{board}/bible/", first=_open_element),
    Stop("element, changed since", "/elements/{element}/"),
    Stop("elements to be one", "/elements/{element}/merge/"),
    Stop("trash, empty", "/storyboards/{board}/trash/"),
    Stop("trash", "/storyboards/{other}/trash/"),
    Stop("new version", "/storyboards/{board}/revise/"),
    Stop("what a new version changes", "/storyboards/{board}/revise/", first=_hand_in_a_script),
    Stop("duplicate", "/storyboards/{board}/duplicate/"),
    Stop("file of a storyboard", "/storyboards/import/"),
    Stop("file of a storyboard, refused", "/storyboards/import/", first=_hand_in_nonsense),
    Stop("file of a storyboard, on its way", "/unpackings/{unpacking}/"),
    Stop("drawing", "/shots/{shot}/panel/draw/"),
    Stop("drawing, words", "/shots/{shot}/panel/draw/", first=_draw_words),
    Stop("frame of a take", "/takes/{take}/frame/"),
    Stop("stale takes, none", "/storyboards/{fresh}/stale/"),
    Stop("stale takes", "/storyboards/{board}/stale/"),
    Stop("settings", "/storyboards/{board}/settings/"),
    Stop("print", "/storyboards/{board}/print/", first=_unfold),
    Stop("the look", "/design/", OPERATOR),
    Stop("generate a shot", "/shots/{shot}/generate/"),
    Stop("generate a scene", "/scenes/{fresh_scene}/generate/"),
    Stop("generate a storyboard", "/storyboards/{fresh}/generate/"),
    Stop("nothing to generate", "/storyboards/{board}/generate/"),
    Stop("take", "/takes/{take}/", first=_unfold),
    Stop("take, waiting", "/takes/{waiting_take}/"),
    Stop("takes", "/shots/{shot}/takes/"),
    Stop("takes, none", "/shots/{fresh_shot}/takes/"),
    Stop("films, none", "/storyboards/{fresh}/films/"),
    Stop("films", "/storyboards/{board}/films/"),
    Stop("film in the works", "/films/{waiting_film}/"),
    Stop("film", "/films/{film}/"),
    Stop("nothing here", "/storyboards/999999/", status=404),
]
