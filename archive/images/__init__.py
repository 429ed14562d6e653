"""The only place that opens pictures: checks what came in, keeps masters, makes smaller ones."""
