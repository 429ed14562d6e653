"""Brings a campaign with its claims into the archive, from YAML or a table: worked out first, then done whole."""

from campaigns.importing.apply import carry_out
from campaigns.importing.blocks import FileRefused, Problem
from campaigns.importing.plan import Change, Plan, plan

__all__ = ["Change", "FileRefused", "Plan", "Problem", "carry_out", "plan"]
