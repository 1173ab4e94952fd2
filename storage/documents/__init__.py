"""Papers: packing slips with labels, dossiers, bundles. Drawn from facts handed in; nothing here knows an order."""
