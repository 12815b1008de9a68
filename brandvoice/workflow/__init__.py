"""The use cases, once, for the window and the command line."""
