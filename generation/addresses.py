"""Which addresses we speak to: public ones. What a provider names must not lead into our own network."""

import ipaddress
import socket
from collections.abc import Callable

Resolver = Callable[[str, int], list[str]]

# What `is_global` does not know: ways to write an inner address as an outer one, and translators to it.
CLOSED = [
    ipaddress.ip_network(network)
    for network in (
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # local NAT64
        "2002::/16",  # 6to4
        "192.88.99.0/24",  # 6to4 relays
        "2001::/32",  # Teredo
        "::ffff:0:0/96",  # IPv4-mapped
        "::/96",  # IPv4-compatible
        "fec0::/10",  # site-local
        "100.64.0.0/10",  # carriers' own
        "0.0.0.0/8",
        "240.0.0.0/4",
    )
]


class Blocked(Exception):
    """This address is not one that we speak to."""


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of `host`; raise OSError when there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Tell whether `address`, as numbers, is one of the public internet."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if getattr(ip, "scope_id", None) or any(ip in network for network in CLOSED if network.version == ip.version):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def pin(host: str, port: int, resolver: Resolver = resolve) -> str:
    """Return the one address of `host` to connect to; raise Blocked if any of its addresses is not public.

    Whoever connects uses this address and does not ask again: a second answer may be another one.
    """
    addresses = resolver(host, port)
    if not addresses or not all(is_public(address) for address in addresses):
        raise Blocked(f"{host} does not lead to the public internet")
    return addresses[0]
