"""Who may see what: levels, organisations, tokens, private media, and the register of channels."""
