"""The cupboards: rows, queries, migrations, the file store, documents and pictures. No rule and no platform."""
