"""The text itself: what is posted, where its words stand, how long each platform finds it."""
