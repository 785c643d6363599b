"""The ontology as HTML pages: every term and entity with what is said of it, made anew from the files that own it."""
