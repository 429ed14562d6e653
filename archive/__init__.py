"""The collection: photographs, what is written on them, what is stated of them, and what the public may see."""
