"""The windows: everything a person sees and touches. The only room that knows PySide6."""
