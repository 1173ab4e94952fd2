"""The schema's history, for Alembic. Run by `storage.migrating`."""
