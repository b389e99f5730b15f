"""Which addresses are free."""

import socket

from soraease_web.supervisor.trouble import Trouble

HIGHEST = 65_535


def port_from(text: str) -> int:
    """Return the port that `text` names; raise Trouble when it names none."""
    if not (text.isdecimal() and 0 < int(text) <= HIGHEST):
        raise Trouble(f"PORT must be a number from 1 to {HIGHEST}, not {text!r}.")
    return int(text)


def claim(host: str, port: int) -> None:
    """Raise Trouble unless a server may listen on the address."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except PermissionError:
        raise Trouble(f"Port {port} needs more rights than yours; choose one above 1023: make run PORT=8000") from None
    except OSError as error:
        raise Trouble(
            f"Port {port} on {host} is taken ({error.strerror}); stop what uses it, or choose another: "
            f"make run PORT={port % HIGHEST + 1}"
        ) from None


def free_port() -> int:
    """Return a port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
