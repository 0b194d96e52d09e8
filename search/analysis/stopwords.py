"""Words that say how a question is put, not what it is about.

They are compared with base forms, so that one word stands for all its forms; forms that are also base forms of
another word (får, voi) are listed beside them.
"""

from __future__ import annotations

_FINNISH = """
mikä mitä kuka ken kumpi miten kuinka miksi minkä milloin koska missä mistä mihin minne minkälainen millainen
paljonko montako kauanko olla voida voi saada haluta tahtoa pitää täytyä tarvita kannattaa pystyä osata löytää ei
minä sinä hän me te he se ne tämä tuo nämä nuo joka itse ja tai sekä eli vai mutta että jos kun kuin niin myös
jo vielä nyt
"""

_SWEDISH = """
vad vem vems vilken vilket vilka hur varför när var vart varifrån vara är bli ha har få får vilja vill kunna
kan skola ska måste böra bör behöva finnas finns hitta jag du han hon hen vi ni de den det man mig dig sig oss
er dem min mitt mina din ditt dina sin sitt sina vår en ett denna detta och eller men att om som i på för till
av med från efter inför vid hos inom under över mot genom mellan så också inte nu
"""

STOPWORDS: dict[str, frozenset[str]] = {"fi": frozenset(_FINNISH.split()), "sv": frozenset(_SWEDISH.split())}
