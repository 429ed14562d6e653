"""Pinyin made into the spellings of the 1940s, and those spellings read back, French ones too.

Only what follows from a rule is here. Irregular and dialect names (Canton, Amoy, Mukden) are data, in the gazetteer.
"""

from archive.reading.romanization.deriving import Derived, derived_names
from archive.reading.romanization.reading_back import Readings, readings
from archive.reading.romanization.suffixes import Variant, longer_forms, shorter_forms

__all__ = ["Derived", "Readings", "Variant", "derived_names", "longer_forms", "readings", "shorter_forms"]
