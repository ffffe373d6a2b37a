"""Starts the simulator: `python -m simulator`. The first line that it prints is its address."""

import argparse
import os
import socket
import sys
import threading
from pathlib import Path

import uvicorn

from simulator.app import Simulator
from simulator.cast import USUAL, read_phone, read_phones
from simulator.methods.itself import is_loopback
from simulator.wire import Wire
from simulator.world import Bot, World

TOKEN = "1000000001:SIMULATOR-token-for-trying-things-out"  # noqa: S105 - opens nothing but a simulator


class Server(uvicorn.Server):
    """Says where it listens once it does, and ends open streams before it stops."""

    def __init__(self, config: uvicorn.Config, simulator: Simulator, address: str) -> None:
        super().__init__(config)
        self.simulator, self.address = simulator, address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(self.address, flush=True)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.simulator.close()
        await super().shutdown(sockets)

    def stop_with_stdin(self) -> None:
        """Stop when whoever started this has gone: its end of our standard input closes then."""

        def listen() -> None:
            while os.read(sys.stdin.fileno(), 4096):
                pass
            self.should_exit = True

        threading.Thread(target=listen, daemon=True).start()


def _arguments(given: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulator", description="Telegram in a box: a Bot API and phones.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8700, help="0 picks a free one")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="remember everything in this file")
    parser.add_argument("--phones", type=Path, metavar="FILE", help="TOML with [[phone]] tables")
    parser.add_argument("--phone", action="append", default=[], metavar="ID:NAME:ROLE[:new]")
    parser.add_argument("--exit-with-stdin", action="store_true")
    return parser.parse_args(given)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    return listener


def main(given: list[str]) -> int:
    """Run until told to stop. 2 if something about the start is wrong."""
    arguments = _arguments(given)
    try:
        bot_id = int(arguments.token.partition(":")[0])
        cast = read_phones(arguments.phones) if arguments.phones else ()
        cast = (*cast, *map(read_phone, arguments.phone)) or USUAL
        world = World(Bot(arguments.token, bot_id))
        simulator = Simulator(world, cast, keep=arguments.keep)
        listener = _listen(arguments.host, arguments.port)
    except (ValueError, OSError) as wrong:
        print(f"simulator: {wrong}", file=sys.stderr)
        return 2
    host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
    if not is_loopback(arguments.host):
        print("simulator: listening beyond this machine; everybody who reaches it may do anything", file=sys.stderr)
    config = uvicorn.Config(
        simulator,
        http=Wire,
        ws="none",
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
        lifespan="on",
    )
    server = Server(config, simulator, f"http://{host}:{listener.getsockname()[1]}")
    if arguments.exit_with_stdin:
        server.stop_with_stdin()
    server.run(sockets=[listener])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
