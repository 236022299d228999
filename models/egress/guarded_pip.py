"""Runs pip so that it reaches only the package source it is set up for.

Started by models/pip-download.ts with pip's own words. An audit hook of Python sees every name that is
looked up, every connection and every program; what is not allowed ends the process with code 7 and a
line `EGRESS_REFUSED host:port`.
"""

import http.client
import ipaddress
import os
import re
import runpy
import socket
import subprocess
import sys
from urllib.parse import urlsplit

PYPI = {("pypi.org", 443), ("files.pythonhosted.org", 443)}
PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "https_proxy", "http_proxy", "all_proxy")


def origin(address):
    parts = urlsplit(address)
    port = parts.port or (80 if parts.scheme == "http" else 443)
    return ((parts.hostname or "").lower(), port)


def permitted_origins():
    """The addresses in pip's settings and the proxies; PyPI is where pip goes by itself."""
    listing = [sys.executable, "-m", "pip", "config", "list"]
    settings = subprocess.run(listing, capture_output=True, text=True, check=False).stdout
    proxies = "\n".join(os.environ.get(name, "") for name in PROXIES)
    addresses = re.findall(r"\w+://[^\s'\"\\]+", f"{settings}\n{proxies}")
    return PYPI | {origin(address) for address in addresses}


PERMITTED = permitted_origins()
RESOLVED = set()


def is_local(host):
    if host in ("localhost", "", None):
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


def refuse(destination):
    sys.stderr.write(f"EGRESS_REFUSED {destination}\n")
    sys.stderr.flush()
    os._exit(7)


def check_name(host, port=None):
    name = (host.decode() if isinstance(host, bytes) else host or "").lower()
    known = {known_host for known_host, known_port in PERMITTED if port in (None, known_port)}
    if not is_local(name) and name not in known:
        refuse(name if port is None else f"{name}:{port}")


def check_address(address):
    if not isinstance(address, tuple):
        return
    host, port = address[0], address[1]
    if not is_local(host) and (host, port) not in RESOLVED and (host, port) not in PERMITTED:
        refuse(f"{host}:{port}")


def watch(event, arguments):
    if event in ("socket.gethostbyname", "socket.gethostbyaddr"):
        check_name(arguments[0])
    elif event == "socket.getaddrinfo":
        check_name(arguments[0], arguments[1] if isinstance(arguments[1], int) else None)
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        check_address(arguments[1])
    elif event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"):
        raise PermissionError("no program is started while weights are fetched")


def remember(look_up):
    def looked_up(host, port, *rest, **named):
        found = look_up(host, port, *rest, **named)
        RESOLVED.update((entry[4][0], entry[4][1]) for entry in found)
        return found

    return looked_up


def watch_tunnel(set_tunnel):
    def watched(self, host, port=None, headers=None, **named):
        check_name(host, port or 443)
        return set_tunnel(self, host, port, headers, **named)

    return watched


def watch_request(putrequest):
    def watched(self, method, url, *rest, **named):
        if url.startswith("http://"):
            check_name(*origin(url))
        return putrequest(self, method, url, *rest, **named)

    return watched


socket.getaddrinfo = remember(socket.getaddrinfo)
http.client.HTTPConnection.set_tunnel = watch_tunnel(http.client.HTTPConnection.set_tunnel)
http.client.HTTPConnection.putrequest = watch_request(http.client.HTTPConnection.putrequest)
sys.addaudithook(watch)
sys.argv = ["pip", *sys.argv[1:]]
runpy.run_module("pip", run_name="__main__", alter_sys=True)
