"""The steps of the schema, oldest first. Alembic loads them by path; this makes them part of the package."""
