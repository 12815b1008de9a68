"""Every screen, light and dark, in both languages, as pictures to look at."""
