"""The index that public lists read, and the questions asked of it. Knows no pictures and no HTTP."""
