"""`core.shelf.FileStore`: the same promises in memory, in a folder and on two S3 servers of other people."""
