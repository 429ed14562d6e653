"""The curators' face: the Django admin of every record, one file a subject."""
