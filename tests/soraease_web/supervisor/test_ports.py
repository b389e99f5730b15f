import socket

import pytest

from soraease_web.supervisor import ports
from soraease_web.supervisor.trouble import Trouble


def test_port_from_reads_a_number():
    assert ports.port_from("8123") == 8123


@pytest.mark.parametrize("text", ["", "0", "65536", "-1", "eight", "80 00", "8000.0"])
def test_port_from_refuses_what_is_no_port(text):
    with pytest.raises(Trouble, match="PORT must be a number from 1 to 65535"):
        ports.port_from(text)


def test_claim_accepts_a_free_port():
    ports.claim("127.0.0.1", ports.free_port())


def test_claim_of_a_taken_port_says_so_and_names_another():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(Trouble) as trouble:
            ports.claim("127.0.0.1", port)

    assert str(trouble.value).startswith(f"Port {port} on 127.0.0.1 is taken")
    assert str(trouble.value).endswith(f"make run PORT={port + 1}")


def test_claim_of_an_address_that_is_not_ours_is_one_sentence():
    with pytest.raises(Trouble, match=r"^Port 8000 on 203\.0\.113\.1 is taken"):
        ports.claim("203.0.113.1", 8000)


def test_free_port_can_be_listened_on():
    port = ports.free_port()

    with socket.create_server(("127.0.0.1", port)) as server:
        assert server.getsockname() == ("127.0.0.1", port)
