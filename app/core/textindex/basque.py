"""The stem of a Basque word: its endings taken off, one after the other.

Snowball's Basque parts *bilera* from *bilerak*. Basque nouns are declined by endings that
stand in a row (etxe-ko-ek, bezero-aren-tzat), so endings are taken off until none is left;
it matters that all forms of a word meet, not that they meet at its root. The endings are the
declension tables of Euskaltzaindia's grammar (EGLU I), indefinite, singular and plural.
"""

LEAST = 3  # letters that stay

# Case endings of the noun, longest first; number and article are part of them.
ENDINGS = tuple(
    sorted(
        (
            # who: absolutive, ergative, partitive, dative
            *("a", "ak", "ek", "rik", "ik", "ari", "ei", "ri"),
            # whose and whom with: possessive, comitative, benefactive, causal
            *("aren", "ren", "en", "arekin", "rekin", "ekin", "kin"),
            *("arentzat", "rentzat", "entzat", "tzat", "arengatik", "rengatik", "engatik", "gatik"),
            *("arengan", "rengan", "engan", "arengana", "rengana", "engana"),
            *("arengandik", "rengandik", "engandik"),
            # where: inessive, ablative, allative, local genitive, destination
            *("an", "ean", "n", "etan", "tan", "tik", "dik", "atik", "etik", "etatik", "tatik"),
            *("ra", "ara", "era", "etara", "tara", "rantz", "raino", "aino", "eraino", "etaraino"),
            *("ko", "go", "ako", "eko", "etako", "tako", "rako", "arako", "erako", "etarako"),
            # by what, as what: instrumental, prolative, comparison, abundance
            *("z", "az", "ez", "etaz", "taz", "tzako", "ago", "agoa", "ena", "egi", "dun"),
            # the verb: participle, gerund, future, verbal noun
            *("tu", "du", "ten", "tzen", "tzea", "tea", "tzeko", "teko", "tuko", "duko"),
        ),
        key=lambda ending: (-len(ending), ending),
    )
)

VOWELS = "aeiou"
# Endings that only follow these letters; elsewhere the same letters belong to the word.
FOLLOWS = dict.fromkeys(
    ("n", "z", "ri", "ra", "rik", "ren", "rako", "tan", "taz", "tara", "tako", "tatik", "ten"),
    VOWELS,
) | {"go": "nl"}
LONGER = {"ko": 4, "egi": 4}  # letters that stay before an ending many short words end with


def stem(word: str) -> str:
    """The stem of a word in lower case; at least three letters of it stay."""
    while True:
        shorter = _without_ending(word)
        if shorter == word:
            return word
        word = shorter


def _without_ending(word: str) -> str:
    for ending in ENDINGS:
        rest = word.removesuffix(ending)
        if rest == word or len(rest) < LONGER.get(ending, LEAST):
            continue
        if rest[-1] in FOLLOWS.get(ending, rest):
            return rest
    return _without_glue(word)


def _without_glue(word: str) -> str:
    """What joins an ending to a word (etx-e-tik, laner-a, paperr-ak) is no part of its stem."""
    if word.endswith("rr") and len(word) > LEAST:
        return word[:-1]
    if len(word) > LEAST and (word[-1] == "e" or (word[-1] == "r" and word[-2] in VOWELS)):
        return word[:-1]
    return word
