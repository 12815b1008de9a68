"""A post, the rules and the brand in; findings out. Pure: no files, no clock, no SQL."""
