"""Words that stand in almost every text and say nothing of what it is about."""

from app.core.textindex.words import words as words_of

# Without accents, as the index compares. A word of one language that means something in
# another (Basque «lan», Spanish «era») is left out, or is the price of it.
BY_LANGUAGE = {
    "es": """
        a al algo ante asi aun aunque cada como con contra cual cuando de del desde donde e el
        ella ellas ellos en entre era eran es esa ese eso esta estan estas este esto estos fue
        fueron ha han hasta hay la las le les lo los mas me mi mis mucho muy ni no nos nosotros
        o os otra otro para pero poco por porque pues que quien se sea ser si sido sin sobre son
        su sus tal tambien tan te tiene tienen todo todos tu tus un una unas uno unos y ya yo
    """,
    "eu": """
        ala baina baino bat batzuk bere bezala da dago daude den dira ditu du dute egon ere eta
        ez gara gaude gu gure han hau hauek hona hor hori horiek hura izan izango nahi ni nire
        nola non nor oso zara zen zer zergatik ziren zituen zu zuek zuen zure
    """,
    "en": """
        a about all an and are as at be been but by can do does for from had has have he her
        his how i if in into is it its me my no not of on or our she so than that the their
        them then there these they this to us was we were what when where which who why will
        with would you your
    """,
    "pt": """
        a ao aos as ate com como da das de dela dele do dos e ela elas ele eles em entre era
        essa esse esta estao este eu foi foram ha isso isto ja lhe mais mas me meu minha muito
        na nao nas nem no nos o os ou para pela pelo por porque quando que quem se sem ser seu
        seus so sua suas tambem te tem um uma umas uns voce
    """,
}

_BY_LANGUAGE = {language: frozenset(words.split()) for language, words in BY_LANGUAGE.items()}
STOP_WORDS = frozenset(word for words in BY_LANGUAGE.values() for word in words.split())

ENOUGH = 200  # words that are looked at


def language_of(text: str, otherwise: str) -> str:
    """The language most of its little words are of; where they do not say, `otherwise`."""
    said = [word.plain for word, _ in zip(words_of(text), range(ENOUGH), strict=False)]
    counts = {
        language: sum(word in known for word in said) for language, known in _BY_LANGUAGE.items()
    }
    most = max(counts.values())
    likely = [language for language, count in counts.items() if count == most]
    return likely[0] if len(likely) == 1 else otherwise
