"""Ways through the forms about a case, from the first meeting to the case report; together they meet every question."""

from __future__ import annotations

from typing import Any

from handlers.conversation.engine import Answer, Kind

PHOTO = Answer(Kind.PHOTO, file_id="photo-1")
VOICE = Answer(Kind.VOICE, file_id="voice-1", text="didengar nanti")

#: What stands in the answers of every form about a case, and the question that comes where the case has moved on.
KNOWN: dict[str, Any] = {"stood": "a", "begun": "2026-11-20T03:00:00+00:00", "risk": "TINGGI"}
MOVED = {**KNOWN, "meanwhile": "b"}

ENTRY_WAYS: tuple[tuple[str, tuple[str | Answer, ...], dict[str, Any]], ...] = (
    (
        "meet",
        ("mtway:rumah", "mtwhen:kemarin", "mtwhenh:10:00", "mtwhere:aman", "mtwith:korban", "mtwith:_done",
         "mtsafe:ya", "mtrisk:SEDANG", "sudah tinggal di rumah neneknya", VOICE, "meet!:ya"),
        MOVED,
    ),
    ("meet", ("mtway:telepon", "09.15", "mtwith:korban", "mtwith:_done", "mtage:dewasa", "mtsafe:ya", "mtrisk:tetap",
              "mtnote:_skip"), {**KNOWN, "ageless": True}),
    ("meet", ("mtway:telepon", "09.15", "mtwith:wali", "bersama bibi", "mtsafe:tidak", "mtrisk:tetap", PHOTO), KNOWN),
    ("explain", ("exwhen:0", "extrust:mulai", "exform:bahasa", "exnote:_skip", "explain!:ya"), MOVED),
    ("explain", ("exwhen:tadi", "exwhenh:08:00", "extrust:belum", "exform:belum", "exnote:_skip"), KNOWN),
    ("guardian", ("Rahma", "gdrel:ibu", "gdoff:tidak", "guardia!:ya"), {**MOVED, "doer": "suami"}),
    ("guardian", ("gdname:unit", "Ibu Ratna", "gdrel:peksos", "gdoff:tidak"), KNOWN),
    ("guardian", ("Baso", "gdrel:ayah", "gdoff:ya", "Sitti", "gdrel2:paman", "gdoff2:tidak"), KNOWN),
    (
        "consent",
        ("csexpl:dibaca", "cssign:korban", "cswhen:kemarin", "cswhenh:16:00", "csscope:kesehatan", "csscope:polisi",
         "csscope:_done", PHOTO, "ingin tenang", "consent!:ya"),
        MOVED,
    ),
    (
        "consent",
        ("cssign:wali", "cswhen:0", "csscope:none", PHOTO, "cshope:_skip"),
        {**KNOWN, "child": True, "guardian": "Sitti", "explained": True},
    ),
    ("refuse", ("ncwho:wali", "ncoff:ragu", VOICE, "ncwhen:kemarin", "ncwhenh:19:00", "refuse!:ya"), MOVED),
    ("refuse", ("ncwho:pelaku", "ncwhy:tekanan", "ncwhen:60"), KNOWN),
    ("override", ("ovground:nyawa", "ancaman pembunuhan berulang", "overrid!:ya"), {**MOVED, "grounds": ["nyawa"]}),
    ("rights", ("rtwhat:medis", "rtwhat:aman", "rtwhat:_done", "rtwho:korban", "rights!:ya"), MOVED),
    ("rights", ("rtwhat:semua", "rtwho:_skip"), KNOWN),
    ("note", (VOICE,), KNOWN),
    (
        "assess",
        ("aswhen:tadi", "aswhenh:10:00", "asbio:luka", "asbio:_done", "aspsi:takut", "dan sering menangis",
         "tinggal bersama neneknya", PHOTO, "asneed:hukum", "asneed:_done", "asrisk:RENDAH", "pelaku ditahan",
         "assess!:ya"),
        MOVED,
    ),
    (
        "further",
        ("fuwhich:fisik", "fuwhich:_done", "fuby:faskes", VOICE, "fuwhen:kemarin", "fuwhenh:13:00", "further!:ya"),
        MOVED,
    ),
    ("keeptold", ("krwhy:hukum", "krwhy:bukti", "krwhy:_done", "keeptol!:ya"), MOVED),
    ("request", ("rqto:provinsi", "pemeriksaan psikologis", "rqok:setuju", "request!:ya"), MOVED),
    ("examined", ("RSUD Masamba", "xmwhen:kemarin", "xmwhenh:08:00", PHOTO, "examine!:ya"), MOVED),
    ("combined", ("trauma sedang", "cbrisk:SEDANG", "sudah di rumah aman", "combine!:ya"), MOVED),
    (
        "resultstold",
        ("tlwho:korban", "tlwho:_done", "tlwhen:tadi", "tlwhenh:08:00", "tlok:ya", "tlsaid:_skip", "results!:ya"),
        MOVED,
    ),
    ("conclude", ("korban butuh konseling", "clneed:pulih", "clneed:_done", "conclud!:ya"), MOVED),
)  # fmt: skip
