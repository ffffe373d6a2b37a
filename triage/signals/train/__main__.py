"""`python -m triage.signals.train`: learn from the labelled messages, measure, show what changed, write the weights.

`--check` writes nothing and fails if the shipped weights are not what the messages give. `--quick` leaves
out the cross-validation.
"""

import argparse
import sys
from pathlib import Path

from triage.signals.train.learning import learn, parts_of
from triage.signals.train.measure import crossed, report, with_weights
from triage.signals.train.messages import FOLDER, Labelled, read_file, read_folder
from triage.signals.weights import parse

WEIGHTS = FOLDER.parent / "tables" / "weights.tsv"
HELD_OUT = (Path("tests/signals/held_out.txt"), Path("tests/signals/held_out_talk.txt"))
DEVELOPMENT = "00_pengembangan"
SHOWN = 40


def main(arguments: list[str] | None = None) -> int:
    """Run the training; 1 if `--check` finds a difference."""
    wanted = _parser().parse_args(arguments)
    messages = read_folder()
    old = WEIGHTS.read_text("utf-8") if WEIGHTS.exists() else ""
    new = learn(messages, [parts_of(one.text) for one in messages])
    if not wanted.check:
        WEIGHTS.write_text(new, "utf-8")
    print(f"{len(messages)} pesan, {sum(one.alarm for one in messages)} bahaya, {new.count(chr(10))} baris bobot")
    if wanted.check:
        print("bobot sama" if new == old else "bobot BERBEDA: jalankan python -m triage.signals.train")
        return int(new != old)
    if not wanted.quick:
        show_crossed(messages)
    for path in wanted.held_out:
        if path.exists():
            show(f"Pesan uji yang tidak pernah dilatih ({path})", read_file(path), new)
    show_changes(messages, old, new)
    return 0


def show_crossed(messages: list[Labelled]) -> None:
    """Print the figures by cross-validation: the first 260, and all."""
    heard = crossed(messages)
    first = [at for at, one in enumerate(messages) if one.source == DEVELOPMENT]
    for title, places in (("messages.jsonl, silang", first), ("semua pesan, silang", range(len(messages)))):
        found = report([messages[at] for at in places], [heard[at] for at in places])
        print(f"\n{title} ({len(places)} pesan)", *found.lines(), sep="\n")


def show(title: str, messages: list[Labelled], table: str) -> None:
    """Print the figures of one set of messages, and what was missed or wrong."""
    found = report(messages, with_weights(messages, parse(table)))
    print(f"\n{title} ({len(messages)} pesan)", *found.lines(), sep="\n")
    for kind, texts in (("luput", found.missed), ("keliru", found.wrong)):
        for text in texts[:SHOWN]:
            print(f"  {kind}: {text}")


def show_changes(messages: list[Labelled], old: str, new: str) -> None:
    """Print every message that is judged otherwise than before."""
    if not old or old == new:
        print("\nTidak ada yang berubah." if old else "\nLatihan pertama.")
        return
    before, after = with_weights(messages, parse(old)), with_weights(messages, parse(new))
    changed = [
        (one, was, now)
        for one, was, now in zip(messages, before, after, strict=True)
        if was.alarm != now.alarm or {s.name for s in was.signals} != {s.name for s in now.signals}
    ]
    print(f"\nBerubah: {len(changed)} pesan")
    for one, was, now in changed[:SHOWN]:
        right = "benar" if now.alarm == one.alarm else "SALAH"
        names = " ".join(sorted(signal.name for signal in now.signals))
        print(f"  {was.alarm!s:5} → {now.alarm!s:5} {right}  [{names}]  {one.text}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m triage.signals.train", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the weights would change")
    parser.add_argument("--quick", action="store_true", help="no cross-validation")
    parser.add_argument("--held-out", type=Path, nargs="*", default=HELD_OUT, help="messages that are never trained on")
    return parser


if __name__ == "__main__":
    sys.exit(main())
