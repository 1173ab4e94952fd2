"""The words people use for dates, per language: data for core/dates.py, which holds the grammar.

Every word stands folded: lower case, no accents (`ł` as `l`, `ß` as `ss`). A language is added as one more Words.
These are words that are read, never shown; what is shown lives in the message catalogues.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# One letter per kind of word, so that a phrase's shape is a short string that a pattern can name.
WEEKDAY, MONTH, NEAR, NEXT, COMING, THIS = "D", "M", "R", "X", "C", "T"
WEEK, WEEK_BY_NUMBER, DAYS, MONTHS, AFTER, NUMBER = "W", "w", "U", "V", "I", "N"


@dataclass(frozen=True, slots=True)
class Words:
    """One language: weekdays Monday first, months January first, forms of one word parted by `/`."""

    weekdays: str
    months: str
    near: Mapping[str, int]
    numbers: str
    kinds: Mapping[str, str]
    fillers: str
    phrases: Mapping[str, str] = field(default_factory=dict)

    def lexicon(self) -> dict[str, tuple[str, int]]:
        """Return each word's kind and value (weekday 0-6, month 1-12, days from today, number)."""
        lexicon = {word: (kind, 0) for kind, words in self.kinds.items() for word in words.split()}
        lexicon |= _numbered(self.numbers, NUMBER, 1) | _numbered(self.months, MONTH, 1)
        lexicon |= _numbered(self.weekdays, WEEKDAY, 0) | {word: (NEAR, days) for word, days in self.near.items()}
        return lexicon


def _numbered(words: str, kind: str, first: int) -> dict[str, tuple[str, int]]:
    groups = enumerate(words.split(), start=first)
    return {word: (kind, number) for number, forms in groups for word in forms.split("/")}


ENGLISH = Words(
    weekdays="monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri saturday/sat sunday/sun",
    months="january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept "
    "october/oct november/nov december/dec",
    near={"today": 0, "tomorrow": 1, "tmrw": 1, "tomorow": 1, "overmorrow": 2},
    numbers="one/a/an two/couple three four five six seven eight nine ten eleven twelve",
    kinds={
        NEXT: "next following",
        COMING: "coming upcoming",
        THIS: "this",
        WEEK: "week weeks wk",
        DAYS: "day days",
        MONTHS: "month months",
        AFTER: "in within",
    },
    fillers="on by at the of before until till around about from now for latest ready delivered please its it is we be "
    "end",
    phrases={"day after tomorrow": "overmorrow", "no later than": "by"},
)

DUTCH = Words(
    weekdays="maandag/ma dinsdag/di woensdag/wo donderdag/do vrijdag/vr/vrij zaterdag/za zondag/zo",
    months="januari/jan februari/feb/febr maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep/sept "
    "oktober/okt november/nov december/dec",
    near={"vandaag": 0, "morgen": 1, "overmorgen": 2},
    numbers="een/1 twee drie vier vijf zes zeven acht negen tien elf twaalf",
    kinds={
        NEXT: "volgende volgend",
        COMING: "aanstaande aanstaand aankomende komende komend eerstvolgende as",
        THIS: "deze dit",
        WEEK: "week weken wk",
        DAYS: "dag dagen",
        MONTHS: "maand maanden",
        AFTER: "over binnen in",
    },
    fillers="op voor uiterlijk tot de het van per rond omstreeks vanaf nu klaar geleverd graag eind einde",
    phrases={"a s": "as"},
)

GERMAN = Words(
    weekdays="montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sa/sonnabend sonntag/so",
    months="januar/jan/janner/jaenner februar/feb/febr marz/maerz/mrz april/apr mai juni/jun juli/jul august/aug "
    "september/sep/sept oktober/okt november/nov dezember/dez",
    near={"heute": 0, "morgen": 1, "ubermorgen": 2, "uebermorgen": 2},
    numbers="eins/ein/eine/einer/einem/einen zwei drei vier funf/fuenf sechs sieben acht neun zehn elf zwolf/zwoelf",
    kinds={
        NEXT: "nachste nachsten nachster nachstes nachstem naechste naechsten naechster naechstes naechstem",
        COMING: "kommende kommenden kommender kommendes kommendem",
        THIS: "diese diesen dieser dieses diesem",
        WEEK: "woche wochen kw kalenderwoche",
        DAYS: "tag tage tagen",
        MONTHS: "monat monate monaten",
        AFTER: "in binnen",
    },
    fillers="am bis zum vor spatestens spaetestens der die das den dem um ab jetzt von fertig geliefert bitte ende",
)

FRENCH = Words(
    weekdays="lundi/lun mardi/mar mercredi/mer jeudi/jeu vendredi/ven samedi/sam dimanche/dim",
    months="janvier/janv/jan fevrier/fevr/fev mars avril/avr mai juin juillet/juil aout septembre/sept/sep "
    "octobre/oct novembre/nov decembre/dec",
    near={"aujourdhui": 0, "demain": 1, "apresdemain": 2},
    numbers="un/une deux trois quatre cinq six sept huit neuf dix onze douze",
    kinds={
        NEXT: "prochain prochaine suivant suivante",
        COMING: "venant",
        THIS: "ce cet cette",
        WEEK: "semaine semaines sem",
        DAYS: "jour jours",
        MONTHS: "mois",
        AFTER: "dans sous dici en",
    },
    fillers="le la les de du avant pour au a vers jusque jusquau partir livre pret svp fin",
    phrases={"apres demain": "apresdemain", "d ici": "dici", "plus tard": "le"},
)

POLISH = Words(
    weekdays="poniedzialek/poniedzialku/pon/pn wtorek/wtorku/wt sroda/srode/srody/sr czwartek/czwartku/czw/cz "
    "piatek/piatku/pt sobota/sobote/soboty/sob niedziela/niedziele/niedzieli/niedz/ndz/nd",
    months="styczen/stycznia/sty luty/lutego/lut marzec/marca/mar kwiecien/kwietnia/kwi maj/maja "
    "czerwiec/czerwca/cze lipiec/lipca/lip sierpien/sierpnia/sie wrzesien/wrzesnia/wrz "
    "pazdziernik/pazdziernika/paz listopad/listopada/lis grudzien/grudnia/gru",
    near={"dzis": 0, "dzisiaj": 0, "jutro": 1, "jutra": 1, "pojutrze": 2},
    numbers="jeden/jedna dwa/dwie/dwoch trzy/trzech cztery/czterech piec/pieciu szesc/szesciu siedem/siedmiu "
    "osiem/osmiu dziewiec/dziewieciu dziesiec/dziesieciu jedenascie dwanascie",
    kinds={
        NEXT: "przyszly przyszla przyszle przyszlym przyszlego nastepny nastepna nastepne nastepnym nastepnego",
        COMING: "najblizszy najblizsza najblizsze najblizszym nadchodzacy nadchodzaca nadchodzace",
        THIS: "ten ta te tym tego",
        WEEK: "tygodnie tygodni",
        WEEK_BY_NUMBER: "tydzien tygodniu tygodnia tydz",
        DAYS: "dzien dni",
        MONTHS: "miesiac miesiace miesiecy",
        AFTER: "za ciagu",
    },
    fillers="w we na do dnia od przed roku r okolo gotowe prosze najpozniej koniec konca koncu",
)

LANGUAGES: Mapping[str, Words] = {"en": ENGLISH, "nl": DUTCH, "de": GERMAN, "fr": FRENCH, "pl": POLISH}
