"""Pure reading of a charter written in YAML."""
