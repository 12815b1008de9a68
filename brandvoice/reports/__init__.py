"""Files out: what was decided, for spreadsheets and for programs."""
