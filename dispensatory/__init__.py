"""Dispensatory: a drug knowledge graph that reads what texts say about drugs and answers for every word of it."""

__version__ = "0.1.0"
