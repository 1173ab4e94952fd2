"""The desk for commands about files: one exhaustive match, as `core.handlers` has for the others."""

from __future__ import annotations

from typing import assert_never

from core import commands as c
from core.handlers import filing, heeding, photos, reviewing, slips, uploading
from core.work import Work


def handle_filing(command: c.FilingCommand, work: Work) -> object:  # noqa: PLR0911, PLR0912, C901 - exhaustive on purpose
    """Do what the command asks and return its result. Raises `Refusal`."""
    match command:
        case c.TakeFiles():
            return filing.take_here(work, command)
        case c.FileSet():
            return filing.choose(work, command)
        case c.UndoSet():
            return filing.undo(work, command)
        case c.KeepSet():
            return heeding.keep(work, command)
        case c.RetakeSet():
            return heeding.retake(work, command)
        case c.NamePart():
            return slips.name_part(work, command)
        case c.ReviewSet():
            return reviewing.review_set(work, command)
        case c.ReviewFile():
            return reviewing.review_file(work, command)
        case c.MakeSlip():
            return slips.make_slip(work, command)
        case c.MakeUploadLink():
            return uploading.make_link(work, command)
        case c.UploadedFile():
            return uploading.uploaded(work, command)
        case c.BeginUpload():
            return uploading.begin(work, command)
        case c.AddPiece():
            return uploading.take_piece(work, command)
        case c.CloseUploads():
            return uploading.close(work, command)
        case c.KeepPhoto():
            return photos.keep_photo(work, command)
        case _:
            assert_never(command)
