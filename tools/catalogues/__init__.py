"""Translations without the gettext binaries: find messages, keep the catalogues, compile them.

Every Django app of ours has catalogues for its own messages in `locale/{kk,ru,en}`; those at the
repository's root say better, or at all, what Django and allauth say. Message ids are English.
"""
