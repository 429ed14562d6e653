"""Value types and closed lists of the collection. Standard library only, so that they mean the same everywhere."""
