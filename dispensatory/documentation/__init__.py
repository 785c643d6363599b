"""The ontology as HTML pages: every term and entity with what is said of it, made anew from the files that own it.

pyLODE 3.4 was tried first: it leaves out the individuals, shows classes by the alphabet only, and knows no cues, rules
or files.
"""
