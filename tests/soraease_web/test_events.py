import asyncio
import json
from contextlib import asynccontextmanager
from http import HTTPStatus

import pytest
from asgiref.sync import sync_to_async
from django.contrib.sessions.models import Session
from django.test import AsyncClient, Client

from soraease_web import events, live
from tests import make

pytestmark = [pytest.mark.anyio, pytest.mark.django_db(transaction=True)]
PATIENCE = 5


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def _fresh_counts():
    events.open_streams.clear()


@asynccontextmanager
async def listening(user, storyboard_pk, **headers):
    """The response of an open stream, and its events one by one."""
    client = AsyncClient()
    await client.aforce_login(user)
    response = await client.get(f"/events?storyboard={storyboard_pk}", headers=headers)
    stream = aiter(response.streaming_content) if response.streaming else None
    try:
        yield response, stream
    finally:
        if stream:
            await stream.aclose()


async def next_event(stream) -> dict[str, str]:
    text = (await asyncio.wait_for(anext(stream), PATIENCE)).decode()
    return dict(line.split(": ", 1) for line in text.strip().split("\n") if not line.startswith(":"))


def arrival(person) -> int:
    """When the studio says that a request came, in milliseconds since 1970."""
    client = Client()
    client.force_login(person)
    return client.get("/storyboards/").wsgi_request.arrived


def ring(storyboard_pk, pk):
    live.announce(storyboard_pk, "shot", pk, 3)


async def test_a_member_hears_what_changes_and_no_more_than_that(cast):
    board = await sync_to_async(make.storyboard)(cast.team)

    async with listening(cast.carol, board.pk) as (response, stream):
        first = await next_event(stream)
        await sync_to_async(ring)(board.pk, 7)
        second = await next_event(stream)

    assert response.headers["Content-Type"] == "text/event-stream"
    assert response.headers["X-Accel-Buffering"] == "no"
    assert response.headers["Cache-Control"] == "no-store, no-transform"
    assert set(first) == {"retry", "id", "event", "data"}
    assert first["event"] == "here"
    assert second["event"] == "change"
    assert json.loads(second["data"]) == {"type": "shot", "id": 7, "version": 3}


async def test_a_stranger_finds_no_stream(cast):
    board = await sync_to_async(make.storyboard)(cast.team)

    async with listening(cast.charlie, board.pk) as (response, _stream):
        assert response.status_code == HTTPStatus.NOT_FOUND


async def test_a_visitor_finds_no_stream(cast):
    board = await sync_to_async(make.storyboard)(cast.team)

    response = await AsyncClient().get(f"/events?storyboard={board.pk}")

    assert response.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("number", ["", "abc", "-1", "9" * 30, "1 or 1", "0"])
async def test_a_storyboard_that_does_not_exist_has_no_stream(cast, number):
    async with listening(cast.alice, number) as (response, _stream):
        assert response.status_code == HTTPStatus.NOT_FOUND


async def test_a_page_that_was_away_hears_what_it_missed(cast):
    board = await sync_to_async(make.storyboard)(cast.team)
    async with listening(cast.alice, board.pk) as (_response, stream):
        last_seen = (await next_event(stream))["id"]
    for number in (1, 2):
        await sync_to_async(ring)(board.pk, number)

    async with listening(cast.alice, board.pk, **{"Last-Event-ID": last_seen}) as (_response, stream):
        await next_event(stream)
        heard = [json.loads((await next_event(stream))["data"])["id"] for _ in range(2)]

    assert heard == [1, 2]


@pytest.mark.parametrize(("asked", "first"), [("before", 1), ("after", 2), ("long before", 1), ("in a future", 2)])
async def test_a_page_hears_what_changed_since_it_was_asked_for(cast, asked, first):
    """A film may be joined between the making of its page and the opening of the page's stream."""
    board = await sync_to_async(make.storyboard)(cast.team)
    before = await sync_to_async(arrival)(cast.alice)
    await sync_to_async(ring)(board.pk, 1)
    await asyncio.sleep(0.05)
    after = await sync_to_async(arrival)(cast.alice)
    times = {"before": before, "after": after, "long before": 0, "in a future": after + 3_600_000}

    async with listening(cast.alice, f"{board.pk}&since={times[asked]}") as (_response, stream):
        await next_event(stream)
        await sync_to_async(ring)(board.pk, 2)
        heard = json.loads((await next_event(stream))["data"])

    assert heard["id"] == first


@pytest.mark.parametrize("since", ["", "-1", "now", "1.5", "9" * 30])
async def test_a_time_that_is_nonsense_is_not_found(cast, since):
    board = await sync_to_async(make.storyboard)(cast.team)

    async with listening(cast.alice, f"{board.pk}&since={since}") as (response, _stream):
        assert response.status_code == HTTPStatus.NOT_FOUND


async def test_a_new_page_does_not_hear_the_past(cast):
    board = await sync_to_async(make.storyboard)(cast.team)
    await sync_to_async(ring)(board.pk, 1)

    async with listening(cast.alice, board.pk) as (_response, stream):
        await next_event(stream)
        await sync_to_async(ring)(board.pk, 2)
        heard = json.loads((await next_event(stream))["data"])

    assert heard["id"] == 2


@pytest.mark.parametrize("nonsense", ["now", "$", "1-2-3", "0-0; FLUSHALL", "9" * 40])
async def test_a_last_event_that_is_nonsense_is_the_same_as_none(cast, nonsense):
    board = await sync_to_async(make.storyboard)(cast.team)

    async with listening(cast.alice, board.pk, **{"Last-Event-ID": nonsense}) as (_response, stream):
        await next_event(stream)
        await sync_to_async(ring)(board.pk, 5)
        heard = json.loads((await next_event(stream))["data"])

    assert heard["id"] == 5


async def test_events_of_another_storyboard_are_not_heard(cast):
    mine = await sync_to_async(make.storyboard)(cast.team)
    theirs = await sync_to_async(make.storyboard)(await cast.charlie.teams.aget())

    async with listening(cast.alice, mine.pk) as (_response, stream):
        await next_event(stream)
        await sync_to_async(ring)(theirs.pk, 1)
        await sync_to_async(ring)(mine.pk, 2)
        heard = json.loads((await next_event(stream))["data"])

    assert heard["id"] == 2


@pytest.mark.parametrize("end", ["leaves the team", "signs out everywhere", "is shut out"])
async def test_a_stream_ends_when_its_reader_may_no_longer_see(cast, monkeypatch, end):
    monkeypatch.setattr(events, "ASK_AGAIN_SECONDS", 0)
    board = await sync_to_async(make.storyboard)(cast.team)

    async with listening(cast.carol, board.pk) as (_response, stream):
        await next_event(stream)
        if end == "leaves the team":
            await cast.carol.memberships.filter(team=cast.team).adelete()
        elif end == "signs out everywhere":
            await Session.objects.all().adelete()
        else:
            cast.carol.is_active = False
            await cast.carol.asave()
        await sync_to_async(ring)(board.pk, 1)

        with pytest.raises(StopAsyncIteration):
            await next_event(stream)


async def test_one_person_holds_only_so_many_streams(cast, monkeypatch):
    monkeypatch.setattr(events, "STREAMS_PER_USER", 1)
    board = await sync_to_async(make.storyboard)(cast.team)

    async with listening(cast.alice, board.pk) as (_first, stream):
        await next_event(stream)
        async with listening(cast.alice, board.pk) as (second, _none):
            assert second.status_code == HTTPStatus.TOO_MANY_REQUESTS
            assert second.headers["Retry-After"] == "30"
        async with listening(cast.bob, board.pk) as (other, _none):
            assert other.status_code == HTTPStatus.OK


async def test_a_closed_page_gives_its_stream_back(cast, monkeypatch):
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.2)
    board = await sync_to_async(make.storyboard)(cast.team)
    heard = asyncio.Event()

    async def read_on(stream):
        async for _event in stream:
            heard.set()

    async with listening(cast.alice, board.pk) as (_response, stream):
        page = asyncio.create_task(read_on(stream))
        await asyncio.wait_for(heard.wait(), PATIENCE)
        held = dict(events.open_streams)
        page.cancel()
        await asyncio.wait([page])

    assert held == {cast.alice.pk: 1}
    assert dict(events.open_streams) == {}


async def test_a_stream_ends_quietly_when_the_broker_is_away(cast, settings, caplog):
    board = await sync_to_async(make.storyboard)(cast.team)
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    async with listening(cast.alice, board.pk) as (response, stream):
        with pytest.raises(StopAsyncIteration):
            await next_event(stream)

    assert response.status_code == HTTPStatus.OK
    assert "pages will poll" in caplog.text


async def test_a_stream_says_now_and_then_that_it_lives(cast, monkeypatch):
    monkeypatch.setattr(live, "HEARTBEAT_SECONDS", 0.1)
    board = await sync_to_async(make.storyboard)(cast.team)

    async with listening(cast.alice, board.pk) as (_response, stream):
        await next_event(stream)
        beat = await asyncio.wait_for(anext(stream), PATIENCE)

    assert beat == b"event: here\ndata: yes\n\n"
