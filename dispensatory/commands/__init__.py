"""The commands of the command line: one file a group, each thin, importing what it needs when it runs."""
