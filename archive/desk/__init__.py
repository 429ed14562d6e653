"""The curators' workbench: captions read and decided with the keyboard alone. Works without script too."""
