"""Countries in which people from here work or marry: code and name. How they are written stands in `triage.places`."""

from __future__ import annotations

#: Two letters that ISO 3166 leaves to its users: abroad, and nobody said where.
SOMEWHERE = "XX"

#: Shown as buttons, the commonest first.
OFFERED = ("MY", "SA", "SG", "BN", "HK", "TW", "AE", "JP", "KR")

COUNTRIES: dict[str, str] = {
    "MY": "Malaysia",
    "SA": "Arab Saudi",
    "SG": "Singapura",
    "BN": "Brunei",
    "HK": "Hong Kong",
    "TW": "Taiwan",
    "AE": "Uni Emirat Arab",
    "JP": "Jepang",
    "KR": "Korea Selatan",
    "KW": "Kuwait",
    "QA": "Qatar",
    "OM": "Oman",
    "BH": "Bahrain",
    "JO": "Yordania",
    "SY": "Suriah",
    "IQ": "Irak",
    "EG": "Mesir",
    "LY": "Libya",
    "TR": "Turki",
    "CN": "Tiongkok",
    "MO": "Makau",
    "TH": "Thailand",
    "KH": "Kamboja",
    "MM": "Myanmar",
    "LA": "Laos",
    "VN": "Vietnam",
    "PH": "Filipina",
    "TL": "Timor Leste",
    "PG": "Papua Nugini",
    "IN": "India",
    "AU": "Australia",
    "NZ": "Selandia Baru",
    "US": "Amerika Serikat",
    "NL": "Belanda",
    "DE": "Jerman",
    "GB": "Inggris",
    "IT": "Italia",
    "ES": "Spanyol",
    "PL": "Polandia",
    "RO": "Rumania",
    "FJ": "Fiji",
    "ZA": "Afrika Selatan",
    "LB": "Lebanon",
}
