"""Weighing what sources say: pure functions over values, without database.

`weigh` puts together what is about the same thing and says whether it agrees, overlaps or excludes each other. It never
compares what is not comparable: killed with casualties, a city with a campaign, a base evacuated with a city fallen.
"""

from archive.vocabulary.days import Days
from campaigns.weighing.families import Aspects, Family, Group, Said, independent, weigh
from campaigns.weighing.values import Amount, Names, Value, Verdict, Words, compare

__all__ = [
    "Amount",
    "Aspects",
    "Days",
    "Family",
    "Group",
    "Names",
    "Said",
    "Value",
    "Verdict",
    "Words",
    "compare",
    "independent",
    "weigh",
]
