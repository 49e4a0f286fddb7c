"""Rules of the house that an import linter cannot see.

Each rule takes the folder of the package and returns its offences, one line each; tests/house runs
every rule on Birlik, and on a planted offender, for a rule that cannot fail is none.
"""
