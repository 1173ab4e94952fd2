"""Papers: packing slips with labels, dossiers, bundles. Drawn from facts handed in; nothing here knows an order."""

from storage.documents.bundle import Item, bundle, safe_segment
from storage.documents.dossier import dossier_pdf
from storage.documents.dossier_facts import DossierFacts, for_customer
from storage.documents.facts import Package, PackageKind, Part, SlipFacts, SlipWords
from storage.documents.fonts import MissingGlyph, missing
from storage.documents.slip import packing_slip

__all__ = [
    "DossierFacts", "Item", "MissingGlyph", "Package", "PackageKind", "Part", "SlipFacts", "SlipWords", "bundle",
    "dossier_pdf", "for_customer", "missing", "packing_slip", "safe_segment",
]  # fmt: skip
