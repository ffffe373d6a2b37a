"""A decision told to people: what was decided, why, by which rule, who has to do what and until when."""

from triage.case_types import CASE_TYPE_WORDS, TAG_WORDS
from triage.consent import GATE_RULES
from triage.criteria import CRITERIA
from triage.decision import Decision
from triage.jurisdiction import JURISDICTION_RULES
from triage.routes import route_rule
from triage.standing import POLICE_DUTY, POLICE_DUTY_BASIS
from triage.words import Language, Words, lasting

CRITERION = {criterion.code: criterion for criterion in CRITERIA}
GATE = {rule.gate: rule for rule in GATE_RULES}

LABELS = {
    "case_types": Words("Jenis kasus", "Case type"),
    "tags": Words("Tanda", "Tags"),
    "risk": Words("Risiko", "Risk"),
    "no_risk": Words("belum ada yang perlu dinilai", "nothing to rate"),
    "emergency": Words("DARURAT", "EMERGENCY"),
    "contact": Words("Kontak pertama oleh petugas", "First contact by a person"),
    "within": Words("paling lambat", "within"),
    "criteria": Words("Kriteria", "Criteria"),
    "jurisdiction": Words("Kewenangan", "Jurisdiction"),
    "routes": Words("Rute", "Routes"),
    "consent": Words("Persetujuan", "Consent"),
    "police": Words("Polisi", "Police"),
    "windows": Words("Jendela medis", "Medical windows"),
    "pep": Words("PEP (pencegahan HIV)", "PEP (HIV prevention)"),
    "contraception": Words("kontrasepsi darurat", "emergency contraception"),
    "left": Words("lagi", "left"),
    "or": Words("atau", "or"),
}


def explain(decision: Decision, *, language: Language = "id") -> str:
    """The decision in words, a line for each thing, each rule with its citation."""

    def say(label: str) -> str:
        return LABELS[label].spoken(language)

    def time(minutes: int) -> str:
        return lasting(minutes).spoken(language)

    kinds = [f"{kind} ({CASE_TYPE_WORDS[kind].spoken(language)})" for kind in decision.case_types]
    lines = [f"{say('case_types')}: {'; '.join(kinds)}"]
    if decision.tags:
        tags = [f"{tag} ({TAG_WORDS[tag].spoken(language)})" for tag in decision.tags]
        lines.append(f"{say('tags')}: {'; '.join(tags)}")
    grave = decision.risk or say("no_risk")
    lines.append(f"{say('risk')}: {grave}{' · ' + say('emergency') if decision.emergency else ''}")
    if decision.contact_within_minutes is not None:
        lines.append(f"{say('contact')}: {say('within')} {time(decision.contact_within_minutes)}")
    if decision.criteria:
        lines.append(f"{say('criteria')}:")
        fired = [CRITERION[code] for code in decision.criteria]
        lines += [_row(row.code, row.words.spoken(language), row.basis) for row in fired]
    if decision.jurisdiction:
        rules = [rule for rule in JURISDICTION_RULES if rule.jurisdiction == decision.jurisdiction]
        why = f"; {say('or')} ".join(rule.words.spoken(language) for rule in rules)
        lines.append(f"{say('jurisdiction')}: {decision.jurisdiction} ({why}) [{rules[0].basis}]")
    if decision.routes:
        lines.append(f"{say('routes')}:")
    for route in decision.routes:
        rule = route_rule(route.code, decision.jurisdiction)
        agency = rule.agency.spoken(language)
        lines.append(_row(route.code, f"{agency}: {say('within')} {time(route.deadline_minutes)}", rule.basis))
    gate = GATE[decision.consent_gate]
    lines.append(f"{say('consent')}: {gate.gate} ({gate.words.spoken(language)}) [{gate.basis}]")
    if decision.police_report_3x24:
        lines.append(f"{say('police')}: {POLICE_DUTY.spoken(language)} [{POLICE_DUTY_BASIS}]")
    lines += _windows(decision, language)
    return "\n".join(lines)


def _row(code: str, words: str, basis: str) -> str:
    return f"  {code:<4}{words} [{basis}]"


def _windows(decision: Decision, language: Language) -> list[str]:
    windows = {"pep": decision.medical_windows.pep, "contraception": decision.medical_windows.contraception}
    left = [
        f"{LABELS[name].spoken(language)} {lasting(hours * 60).spoken(language)} {LABELS['left'].spoken(language)}"
        for name, hours in windows.items()
        if hours is not None
    ]
    return [f"{LABELS['windows'].spoken(language)}: {'; '.join(left)}"] if left else []
