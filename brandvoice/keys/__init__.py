"""Each person's private key on this computer, locked with their passphrase."""
