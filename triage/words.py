"""Words for people, in both languages of the house."""

from typing import Literal, NamedTuple

Language = Literal["id", "en"]


class Words(NamedTuple):
    """The same said in Bahasa Indonesia and in English."""

    id: str
    en: str

    def spoken(self, language: Language) -> str:
        """These words in that language."""
        return self.id if language == "id" else self.en


def lasting(minutes: int) -> Words:
    """A length of time as people say it: 295 minutes are 4 jam 55 menit."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(Words(f"{hours} jam", f"{hours} hour{'s' * (hours != 1)}"))
    if rest or not hours:
        parts.append(Words(f"{rest} menit", f"{rest} minute{'s' * (rest != 1)}"))
    return Words(" ".join(part.id for part in parts), " ".join(part.en for part in parts))
