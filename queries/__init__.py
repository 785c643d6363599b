"""How a graph is kept, asked, explained and handed on."""
