"""Papers, read back and looked at with tools of other people."""
