"""Countries in which people from here work or marry: code, name, and what people type for it."""

from __future__ import annotations

#: Two letters that ISO 3166 leaves to its users: abroad, and nobody said where.
SOMEWHERE = "XX"

#: Shown as buttons, the commonest first.
OFFERED = ("MY", "SA", "SG", "BN", "HK", "TW", "AE", "JP", "KR")

COUNTRIES: dict[str, tuple[str, ...]] = {
    "MY": ("Malaysia", "sabah", "sarawak", "johor", "tawau", "kuala lumpur", "kinabalu", "nunukan seberang"),
    "SA": ("Arab Saudi", "saudi", "arab", "mekah", "makkah", "jeddah", "riyadh", "madinah"),
    "SG": ("Singapura", "singapore"),
    "BN": ("Brunei", "brunei darussalam"),
    "HK": ("Hong Kong", "hongkong"),
    "TW": ("Taiwan", "taipei"),
    "AE": ("Uni Emirat Arab", "dubai", "abu dhabi", "uea", "emirat"),
    "JP": ("Jepang", "japan", "tokyo"),
    "KR": ("Korea Selatan", "korea", "seoul"),
    "KW": ("Kuwait",),
    "QA": ("Qatar", "doha"),
    "OM": ("Oman", "muscat"),
    "BH": ("Bahrain",),
    "JO": ("Yordania", "jordan", "jordania", "amman"),
    "SY": ("Suriah", "syria", "damaskus"),
    "IQ": ("Irak", "iraq"),
    "EG": ("Mesir", "egypt", "kairo"),
    "LY": ("Libya",),
    "TR": ("Turki", "turkey", "istanbul"),
    "CN": ("Tiongkok", "china", "cina", "beijing"),
    "MO": ("Makau", "macau", "macao"),
    "TH": ("Thailand", "bangkok"),
    "KH": ("Kamboja", "cambodia", "phnom penh"),
    "MM": ("Myanmar", "burma"),
    "LA": ("Laos",),
    "VN": ("Vietnam",),
    "PH": ("Filipina", "philippines", "manila"),
    "TL": ("Timor Leste", "dili"),
    "PG": ("Papua Nugini", "papua new guinea", "png"),
    "IN": ("India",),
    "AU": ("Australia", "sydney"),
    "NZ": ("Selandia Baru", "new zealand"),
    "US": ("Amerika Serikat", "amerika", "usa"),
    "NL": ("Belanda", "netherlands", "holland"),
    "DE": ("Jerman", "germany"),
    "GB": ("Inggris", "england", "uk", "london"),
    "IT": ("Italia", "italy"),
    "ES": ("Spanyol", "spain"),
    "PL": ("Polandia", "poland"),
    "RO": ("Rumania", "romania"),
    "FJ": ("Fiji",),
    "ZA": ("Afrika Selatan", "south africa"),
}
