"""What is written into every file of a picture that was drawn."""

ILLUSTRATION = "Illustration drawn for the demonstration of Verso; not a historical photograph."
