"""What can be said about drugs: OWL, lexicon, cues, rules, shapes and the value types that the other layers share."""
