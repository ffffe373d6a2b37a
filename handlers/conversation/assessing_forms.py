"""What is asked in process 2: biological, psychological, social and spiritual condition, needs and hopes (2.1), what
others found (2.2 to 2.6), and the conclusion (2.7)."""

from __future__ import annotations

from handlers.conversation.entry_steps import choice_step, form, rating_steps, told_step, when_steps

ASSESS = form(
    "assess",
    *when_steps("aswhen"),
    told_step("asbio", "sehat", "luka", "sakit", "hamil", "difabel", many=True, columns=2),
    told_step("aspsi", "tenang", "takut", "tidur", "sedih", "diri", many=True, columns=2),
    told_step("assos", "aman", "rumah", "sekolah", "ekonomi", "kucil", many=True, columns=2),
    told_step("asspi", "kuat", "ganggu", "salah", "tokoh", many=True, columns=2),
    told_step("asneed", "aman", "sehat", "pulih", "hukum", "rumah", "ekonomi", many=True, columns=2),
    *rating_steps("asrisk"),
)

FURTHER = form(
    "further",
    told_step("fuwhich", "fisik", "psikis", "sosial", many=True, by_hand=False, optional=False),
    told_step("fuby", "faskes", "psikolog", "dinsos", "polisi", columns=2, by_hand=False),
    told_step("fures", optional=False),
    *when_steps("fuwhen"),
)

REQUEST = form(
    "request",
    told_step("rqto", "provinsi", "psikolog", "faskes", "dinsos", columns=2, by_hand=False, optional=False),
    told_step("rqwhat", optional=False),
    choice_step("rqok", "setuju", "tunggu", "tolak"),
)

EXAMINED = form(
    "examined",
    told_step("xmby", "provinsi", "psikolog", "faskes", "dinsos", columns=2, by_hand=False, optional=False),
    *when_steps("xmwhen"),
    told_step("xmres"),
)

COMBINED = form("combined", told_step("cbsum", optional=False), *rating_steps("cbrisk"))

RESULTS_TOLD = form(
    "resultstold",
    told_step("tlwho", "korban", "wali", "keluarga", many=True, columns=2, by_hand=False, optional=False),
    *when_steps("tlwhen"),
    choice_step("tlok", "ya", "pikir", "tidak"),
    told_step("tlsaid"),
)

CONCLUDE = form(
    "conclude",
    told_step("clsum", optional=False),
    told_step("clneed", "sehat", "pulih", "rehab", "hukum", "damping", many=True, optional=False),
)

ASSESSING_FORMS = (ASSESS, FURTHER, REQUEST, EXAMINED, COMBINED, RESULTS_TOLD, CONCLUDE)
