"""Who decided what on which words. Pure: no files, no clock, no SQL."""
