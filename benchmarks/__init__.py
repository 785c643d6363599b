"""Ratios against peers, and what is measured on texts that nobody tuned for."""
