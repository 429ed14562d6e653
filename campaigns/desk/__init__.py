"""The curators' desk for campaigns: suggested links, what contradicts itself, and sources that disagree."""
