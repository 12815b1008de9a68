"""Grammar and spelling: LanguageTool and Hunspell read a post; their answers are findings too."""
