"""How sources become evidence, and evidence becomes statements."""
