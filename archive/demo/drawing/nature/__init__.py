"""What was there before anyone came: sky, hills, water, ground, trees, people and their fires."""
