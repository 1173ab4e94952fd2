"""Whether something is on file already: the same bytes are not filed again, nearly the same photo is warned of.

Only among files with the same readers: what the others hold is never told, not even by a warning (T3).
"""

from __future__ import annotations

from core.files import File, UploadItem, UploadSet
from core.likeness import are_alike
from core.work import Work

ALIKE = "alike"
"""Warning of a photo of which a re-compressed copy, or the original, is on file already."""


def same_bytes(work: Work, upload: UploadSet, item: UploadItem) -> File | None:
    """The file that holds these very bytes in any of its versions."""
    for revision in work.store.revisions.find(order_id=upload.order_id, sha256=item.sha256):
        file = work.store.files.get(revision.file_id)
        if file is not None and file.withdrawn_at is None and file.audience is upload.audience:
            return file
    return None


def warn_alike(work: Work, upload: UploadSet, item: UploadItem) -> None:
    """Warn of a photo that is on file in another size or quality. A revision may look like what it replaces."""
    item.warnings = [word for word in item.warnings if word != ALIKE]
    fingerprint = item.facts.get("fingerprint")
    if fingerprint is None or upload.revises is not None:
        return
    found = work.store.files.find(order_id=upload.order_id, audience=upload.audience, withdrawn_at=None)
    files = {file.id: file for file in found}
    for revision in work.store.revisions.find(file_id=frozenset(files)) if files else []:
        newest = files[revision.file_id].revision == revision.number
        if newest and are_alike(fingerprint, revision.facts.get("fingerprint")):
            item.warnings.append(ALIKE)
            item.duplicate_of = revision.file_id
            return
