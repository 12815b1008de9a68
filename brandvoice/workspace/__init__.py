"""The workspace: one SQLite file with the record, the working copies and what follows from them."""
