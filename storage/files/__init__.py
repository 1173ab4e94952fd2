"""The file store: bytes under random keys, in a folder or a bucket, with the same promises (`core.shelf.FileStore`).

Names, kinds, folders and hashes of an order's files are rows in the database, never here: files first, row second.
"""

from storage.files.opening import UnusableFileStore, open_file_store
from storage.files.upkeep import Finding, orphans, scrub, sweep

__all__ = ["Finding", "UnusableFileStore", "open_file_store", "orphans", "scrub", "sweep"]
