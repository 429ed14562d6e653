"""From the plate to the object in the hand: film and lens, paper and border, and eighty years of wear."""
