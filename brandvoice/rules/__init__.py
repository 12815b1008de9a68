"""What is looked for: rule packs as data, read, checked and compiled."""
