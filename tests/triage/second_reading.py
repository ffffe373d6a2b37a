"""The specification read a second time, flat and slow, over plain JSON: what the tests compare decisions with.

It shares nothing with the code under test, so a slip has to be made twice to go unseen.
"""

DANGERS = [
    "ongoing_now",
    "strangulation",
    "weapon",
    "death_threat",
    "threats",
    "confined",
    "escalating",
    "beaten_pregnant",
    "extreme_jealousy",
    "no_safe_caregiver",
    "sexual_contact",
    "injury",
    "severe_injury",
]
NO_WINDOWS = {"pep": None, "contraception": None}


def kind_of(person):
    if person.get("age") is not None:
        return "anak" if person["age"] < 18 else "dewasa"
    return person.get("age_group")


def place(code):
    if code in (None, "daring"):
        return None
    return code if code[:3] == "LN:" else code[:5]


def read(facts, ours="73.22"):
    f = {key: value for key, value in facts.items() if value is not None}
    violence, ampk, offender = f.get("violence", []), f.get("ampk", []), f.get("offender", {})
    claimed = (
        violence != []
        or [code for code in ampk if code != "A02"] != []
        or any(f.get(name) is True for name in DANGERS)
        or f.get("safe_now") is False
    )
    given = [dict(victim) for victim in f.get("victims", [])]
    victims = given or ([{}] if claimed else [])
    if ampk:
        for victim in victims:
            if kind_of(victim) is None:
                victim["age_group"] = "anak"
    kinds = [kind_of(victim) for victim in victims]
    child_maybe = "anak" in kinds or None in kinds
    disabled = True in [victim.get("disability") for victim in victims]
    pregnant = True in [victim.get("pregnant") for victim in victims]
    access = "ya" if offender.get("same_household") is True else offender.get("access")
    reach = access in ("ya", None)
    sexual = bool({"seksual", "kbgo"} & set(violence) or {"A06", "A10"} & set(ampk))
    fisik, forced = "fisik" in violence, "perkawinan_paksa" in violence
    suicidal, hours, days = f.get("suicidal"), f.get("hours_since"), f.get("days_until")

    def yes(*names):
        return any(f.get(name) is True for name in names)

    def no(name):
        return f.get(name) is False

    fired = []

    def rule(code, when):
        if when:
            fired.append(code)

    rule("T1", yes("ongoing_now"))
    rule("T2", yes("severe_injury"))
    rule("T3", yes("strangulation"))
    rule("T4", yes("weapon"))
    rule("T5", yes("death_threat"))
    rule("T6", suicidal in ("niat_rencana", "percobaan"))
    rule("T6b", suicidal == "ideasi" and child_maybe)
    not_long_ago = hours <= 120 if hours is not None else not no("recent") and not yes("historical")
    rule("T7", ("seksual" in violence or "A10" in ampk) and not no("sexual_contact") and not_long_ago)
    rule("T8", (child_maybe or disabled) and sexual and reach)
    rule("T9", yes("confined") or "tppo" in violence or "A08" in ampk)
    rule("T10", yes("no_safe_caregiver") or "hilang" in violence)
    signs = ("escalating", "weapon", "strangulation", "beaten_pregnant", "extreme_jealousy")
    rule("T11", len([name for name in signs if yes(name)]) >= 3)
    rule("T12", fisik and pregnant)
    small = [v for v in victims if kind_of(v) == "anak" and (v.get("age") is None or v["age"] < 5)]
    rule("T13", fisik and reach and (small or disabled))
    rule("T14", yes("recent_separation") and yes("threats"))
    rule("T15", forced and (days is None or days <= 7))
    rule("T16", no("safe_now") and reach and (sexual or (fisik and yes("injury", "repeated"))))
    rule("S1", fisik and not (no("injury") and no("repeated")))
    rule("S2", sexual)
    rule("S3", claimed and access == "ya" and (not no("repeated") or offender.get("same_household") is True))
    rule("S4", (suicidal == "ideasi" and "T6b" not in fired) or yes("serious_psych_impact"))
    rule("S5", {"penelantaran", "eksploitasi"} & set(violence) or {"A04", "A13"} & set(ampk))
    rule("S6", claimed and (disabled or pregnant or [v for v in victims if (v.get("age") or 0) >= 60]))
    rule("S7", f.get("prior_reports", 0) >= 1)
    rule("S8", forced and days is not None and days > 7)
    unknown = [name for name in ("ongoing_now", "safe_now", "severe_injury") if name not in f]
    rule("S9", claimed and (unknown or access is None))
    rule("S10", yes("threats", "escalating", "extreme_jealousy", "beaten_pregnant"))
    rule("S11", no("safe_now"))
    high = [code for code in fired if code[0] == "T"]
    medium = [code for code in fired if code[0] == "S"]
    for code, because in {
        "E1": {"T1"},
        "E2": {"T2"},
        "E3": {"T6", "T6b"},
        "E4": {"T9"},
        "E5": {"T7"},
        "E6": {"T10"},
        "E7": set() if yes("safe_now") else set(high),
        "E8": {"T15"},
    }.items():
        rule(code, because & set(high))
    emergency = any(code[0] == "E" for code in fired)

    if no("is_report") and not claimed and not high and not medium:
        return {
            "case_types": ["BUKAN_LAPORAN"],
            "tags": [],
            "risk": None,
            "emergency": False,
            "jurisdiction": None,
            "routes": [],
            "contact_within_minutes": None,
            "consent_gate": "tidak_berlaku",
            "police_report_3x24": False,
            "criteria": [],
            "medical_windows": NO_WINDOWS,
        }

    types, tags = set(), set()
    for victim, kind in zip(victims, kinds, strict=True):
        sex = victim.get("sex")
        if not claimed:
            continue
        if kind in ("anak", "janin"):
            types.add("KTA")
        if kind == "janin":
            tags.add("JANIN")
        if kind == "dewasa" and sex in ("P", None):
            types.add("KTP")
        if kind == "dewasa" and sex is None:
            tags.add("SEMENTARA")
        if kind is None:
            types |= {"KTA"} if sex == "L" else {"KTA", "KTP"}
            tags.add("SEMENTARA")
        if kind == "dewasa" and sex == "L":
            tags |= {"LAKI_DEWASA", "TPKS_LAKI_DEWASA"} if sexual else {"LAKI_DEWASA"}
    if pregnant and fisik:
        types.add("KTA")
        tags.add("JANIN")
    if kind_of(offender) == "anak":
        types.add("ABH")
        if offender.get("age") is not None and offender["age"] < 12:
            tags.add("U12_PASAL21")
    if yes("child_witness"):
        types.add("ABH")
        tags.add("ANAK_SAKSI")
    if "A02" in ampk:
        types.add("ABH")
    if yes("historical"):
        tags.add("HISTORIS_ANAK")
    if yes("coi_desa") or offender.get("official") is True:
        tags.add("KONFLIK_KEPENTINGAN")
    duty = f.get("reporter") in ("korban", "tenaga_kesehatan", "psikolog", "peksos") and (sexual or forced)
    if (sexual or forced) and not duty:
        tags.add("LAPOR_POLISI_DIANJURKAN")
    types = [kind for kind in ("KTP", "KTA", "ABH") if kind in types] or ["LAINNYA"]
    protects, abh = "KTP" in types or "KTA" in types, "ABH" in types

    risk = "TINGGI" if high else "SEDANG" if medium else "RENDAH" if claimed else None
    contact = 15 if emergency else 60 if high else 360 if medium else 1440
    pep = contraception = None
    if "T7" in fired and hours is not None:
        pep = 72 - hours if hours <= 72 else None
        if {victim.get("sex") for victim in victims} != {"L"}:
            contraception = 120 - hours

    here = place(f.get("loc_victim"))
    places = {here, place(f.get("loc_incident")), place(f.get("loc_offender"))} - {None}
    if no("needs_cross_coordination") and here is not None:
        places = {here}
    if types == ["LAINNYA"]:
        jurisdiction = None
    elif any(each.startswith("LN:") for each in places) or len({each[:2] for each in places}) > 1:
        jurisdiction = "NASIONAL"
    elif len(places) > 1:
        jurisdiction = "PROVINSI"
    elif places and places != {ours}:
        jurisdiction = "KAB_LAIN"
    else:
        village = (
            protects
            and not abh
            and risk == "RENDAH"
            and yes("safe_now")
            and no("ongoing_now")
            and no("severe_injury")
            and no("repeated")
            and no("weapon")
            and no("strangulation")
            and no("death_threat")
            and no("threats")
            and suicidal == "tidak"
            and yes("patbm_active")
            and no("coi_desa")
            and offender.get("official") is False
            and yes("village_ok")
            and here == ours
        )
        jurisdiction = "DESA" if village else "KABUPATEN"

    maybe_here = here in (None, ours)
    soon = 60 if emergency else 1440
    routes = []
    if emergency and maybe_here:
        left = [hours * 60 for hours in (pep, contraception) if hours is not None and hours > 0]
        routes.append(("e", max(60, min([1440, *left]))))
    if emergency and not maybe_here:
        routes.append(("e*", 60))
    if protects:
        if jurisdiction == "DESA":
            routes.append(("b", 1440))
        if jurisdiction in ("PROVINSI", "NASIONAL"):
            routes.append(("d", soon))
        if jurisdiction == "KABUPATEN" or (jurisdiction in ("PROVINSI", "NASIONAL") and maybe_here):
            routes.append(("a", 295))
        if jurisdiction == "KAB_LAIN":
            routes.append(("d*", soon))
    if abh:
        routes.append(("c", 60 if yes("detained") else soon))
    if types == ["LAINNYA"]:
        routes.append(("f", 175))

    consent, refused_by = f.get("consent"), f.get("consent_refused_by")
    if types == ["LAINNYA"]:
        gate = "tidak_berlaku"
    elif consent in (None, "belum"):
        gate = "menunggu"
    elif consent == "setuju":
        gate = "tidak_sah_pelaku" if f.get("consent_given_by") == "terduga_pelaku" else "terbuka"
    elif refused_by == "terduga_pelaku":
        gate = "tidak_sah_pelaku"
    elif emergency:
        gate = "dikecualikan_darurat"
    elif refused_by == "korban" and (not given or set(kinds) == {"dewasa"}):
        gate = "tertutup"
    else:
        gate = "tinjau_supervisor"

    return {
        "case_types": types,
        "tags": sorted(tags),
        "risk": risk,
        "emergency": emergency,
        "jurisdiction": jurisdiction,
        "routes": [{"code": code, "deadline_minutes": minutes} for code, minutes in routes],
        "contact_within_minutes": contact,
        "consent_gate": gate,
        "police_report_3x24": duty,
        "criteria": fired,
        "medical_windows": {"pep": pep, "contraception": contraception},
    }
