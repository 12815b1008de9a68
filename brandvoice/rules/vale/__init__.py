"""Published Vale styles read as rules: YAML in, checks of the post's own text out."""
