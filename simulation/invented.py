"""Invented people: no real person is meant. The first ones bear names that break systems."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from register.people import Name, NewPerson

if TYPE_CHECKING:
    from random import Random

TRYING: tuple[tuple[str, ...], ...] = (
    ("en:Wulandaritama",),
    ("en:Wickramarathna Arachchilage Dona Thilini",),
    ("en:Takako Yoshida", "ja:𠮷田 髙子"),
    ("vi:Nguyễn Thị Ánh Tuyết Nhi",),
    ("tr:Şükrü Çağlayan Ölmezoğlu",),
    ("my:မောင်သီဟဖြိုးဝေယံ", "en:Maung Thiha Phyo Wai Yan"),
    ("ar:نورية بنت هلال السقّاف", "en:Nuriyya bint Hilal al-Saqqaf"),
    ("ta:கவின்மொழி இளவேனில்", "en:Kavinmozhi Ilavenil"),
    ("si:ක්‍රිෂාන්ති ප්‍රියංගිකා", "en:Krishanthi Priyangika"),
    ("en:O'Brien; DROP TABLE people; --",),
    ("en:Null",),
    ("en:<b>Ye Htet</b>",),
    ("en:__import__('os').getcwd()",),
    ("en:{{ name }} %s %(name)s ${HOME}",),
    ("en:D'Souza-O'Neill, Jean-Zoë",),
    ("en:N",),
    ("es:Jose\u0301 Nu\u0301n\u0303ez I\u0301n\u0303iguez",),
    ("en:ＭＡＲＩＡ　ＣＬＡＲＡ",),
    ("am:ትዕግሥት ደሳለኝ", "en:Tigist D."),
    ("uk:Дарина Із'яславівна Щербань", "en:Daryna Shcherban"),
    ("ne:आइतमाया घर्तीछेत्री", "en:Aitamaya Ghartichhetri"),
    ("he:יעל \u05beבן־עמי",),
    ("en:True False",),
    ("ja-Kana:ラムチャンドラ・ヴェーンカタナラシンハラージュ", "te:రామచంద్ర"),
)
"""One word, 40 characters, outside the first plane, decomposed and combining marks, joiners, both directions, code."""

ORIGINS: tuple[tuple[str, int, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("LK", 18, "si", ("Chamari", "Dilshan", "Ruwani", "Isuru"), ("Gamlathge", "Ranasuriya", "Hettihewage")),
    ("TH", 13, "th", ("Malee", "Anong", "Kittipat", "Siriporn"), ("Phromjan", "Saetiao", "Wongkhamdee")),
    ("TR", 13, "tr", ("Berfin", "Baran", "Zilan", "Rojhat"), ("Karadaş", "Yıldızbakan", "Demirağ")),
    ("IN", 12, "hi", ("Gurleen", "Harjit", "Sunita", "Manpreet"), ("Sandhawal", "Bhullarpuri", "Chauhanwala")),
    ("PK", 10, "ur", ("Shazia", "Imtiaz", "Rukhsar", "Waqas"), ("Bhattikot", "Gondalvi", "Cheemapur")),
    ("MM", 8, "my", ("Thandar", "Zaw Lin", "Hnin Ei", "Min Khant"), ("Phyo", "Htun Aye", "Su Wai")),
    ("NP", 5, "ne", ("Sarita", "Bikram", "Kopila"), ("Gharti", "Thapakaji", "Rokayamagar")),
    ("BD", 4, "bn", ("Nasrin", "Shafiq", "Rumana"), ("Talukdarpur", "Howladar", "Mridhabari")),
    ("CM", 4, "fr", ("Chantal", "Blaise", "Odile"), ("Ngwafor", "Tchoupoua", "Mbassinga")),
    ("AF", 3, "fa", ("Zohra", "Mirwais"), ("Barakizada", "Hotakwal")),
    ("IR", 3, "fa", ("Shirin", "Kaveh"), ("Golzarnia", "Pourdarvish")),
    ("ET", 3, "am", ("Hirut", "Bekele"), ("Woldegiorgis", "Tessemaye")),
    ("UG", 3, "en", ("Nakato", "Okello"), ("Ssebunyaga", "Akellopi")),
    ("VN", 0, "vi", ("Thu Hà", "Văn Lộc", "Bích Ngân"), ("Đặng", "Trịnh", "Lương")),
    ("CN", 0, "zh", ("Mingyue", "Jianhua"), ("Ouyang", "Situ")),
    ("PH", 0, "tl", ("Maricel", "Rodel"), ("Dimaculangan", "Catacutan")),
    ("ID", 0, "id", ("Wayan", "Rahmawati"), ("Lestariadi", "Simanungkalit")),
    ("UA", 0, "uk", ("Oksana", "Taras"), ("Verbytska", "Kovalchenko")),
    ("SY", 0, "ar", ("Rima", "Yazan"), ("Qabbaniya", "Darwishan")),
)
"""Nationality, share of a hundred applicants (66 from the first five), language, given and family names."""
_OF_SUSPECTS = {"VN": 37, "TH": 18, "CN": 14, "PH": 9, "ID": 9, "LK": 5, "NP": 4, "BD": 4}
_OF_PROTECTED = {"UA": 9, "SY": 1}


class Cast:
    """Gives out people, each with a file number of its own; the first ones with the trying names.

    Args:
        rng: of the caseload, so that the same seed gives the same people.
    """

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._given = 0

    def person(self, kind: str) -> NewPerson:
        """Somebody new: an "applicant", a "suspect", or somebody "protected"."""
        self._given += 1
        rng, number = self._rng, self._given
        country = self._country(kind)
        origin = next(one for one in ORIGINS if one[0] == country)
        born = date(1955, 1, 1) + timedelta(days=rng.randrange(19_000))
        domain = rng.choice(("example.org", "example.net"))
        return NewPerson(
            names=self._names(origin[3], origin[4], number),
            birth_date=None if number % 17 == 0 else born,
            nationality=None if number % 29 == 0 else country,
            file_number=f"TKY-{2016 + number % 11}-{number:05}",
            email=f"person.{number:03}@{domain}" if number % 3 == 0 else None,
            language=origin[2],
        )

    def _country(self, kind: str) -> str:
        shares = {"suspect": _OF_SUSPECTS, "protected": _OF_PROTECTED}.get(kind, {one[0]: one[1] for one in ORIGINS})
        return self._rng.choices(list(shares), weights=list(shares.values()))[0]

    def _names(self, given: tuple[str, ...], family: tuple[str, ...], number: int) -> tuple[Name, ...]:
        if number % 5 == 0 and number // 5 <= len(TRYING):
            trying = TRYING[number // 5 - 1]
            return tuple(Name(language=one.partition(":")[0], text=one.partition(":")[2]) for one in trying)
        return (Name(language="en", text=f"{self._rng.choice(given)} {self._rng.choice(family)}"),)
