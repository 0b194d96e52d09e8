"""The order of names in Finnish and Swedish lists."""

_AS_LETTERS_AFTER_Z = str.maketrans("åäæöøüéšž", "{||}}yesz")


def alphabetical(name: str) -> str:
    """The sort key of a name: å, ä and ö come after z, in that order; case and accents are left aside."""
    return name.casefold().translate(_AS_LETTERS_AFTER_Z)
