"""People send media, albums, places, contacts and polls."""

import io
from collections.abc import Mapping, Sequence

from PIL import Image

from sandbox.telegram.acting import Acting
from sandbox.telegram.announce import announce
from sandbox.telegram.args import Args, Upload
from sandbox.telegram.entities import found_entities
from sandbox.telegram.media import media_content
from sandbox.telegram.people import Json


def sample_picture(width: int = 1600, height: int = 1200, color: str = "peru") -> bytes:
    """Return a plain JPEG."""
    written = io.BytesIO()
    Image.new("RGB", (width, height), color).save(written, "JPEG")
    return written.getvalue()


def _caption(text: str) -> Json:
    if not text:
        return {}
    entities = found_entities(text, [])
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


class MediaActs(Acting):
    """Acts with files; without `data` a sample is sent. Each returns the message id."""

    async def send_media(  # noqa: PLR0913 - what a person chooses when sending a file
        self,
        kind: str,
        user: int,
        chat: int,
        thread_id: int | None = None,
        data: bytes | None = None,
        *,
        filename: str = "",
        caption: str = "",
        reply_to: int | None = None,
        size: int | None = None,
        album: str | None = None,
        bot: str = "",
    ) -> int:
        """Send one medium of any kind; `size` claims a file size without its bytes."""
        person, place = self.person(user), self.chat(chat, bot)
        if data is None:
            data = sample_picture() if kind == "photo" else f"sample {kind}".encode()
        upload = Upload(filename or f"{kind}.bin", "", data)
        content = media_content(self.world, kind, upload, Args({"duration": 3}), size=size) | _caption(caption)
        placed = self.placed(person, place, thread_id, reply_to)
        message = self.world.post(place, person, content, media_group_id=album, **placed)
        announce(self.world, message)
        return message.id

    async def send_photo(
        self, user: int, chat: int, thread_id: int | None = None, data: bytes | None = None, *, caption: str = "",
        reply_to: int | None = None, bot: str = "",
    ) -> int:  # fmt: skip
        """Send a photo, which is scaled and loses its name and EXIF."""
        return await self.send_media("photo", user, chat, thread_id, data, caption=caption, reply_to=reply_to, bot=bot)

    async def send_document(  # noqa: PLR0913 - as send_media
        self, user: int, chat: int, thread_id: int | None = None, data: bytes | None = None, *, caption: str = "",
        filename: str = "document.pdf", reply_to: int | None = None, size: int | None = None, bot: str = "",
    ) -> int:  # fmt: skip
        """Send a file as it is."""
        return await self.send_media(
            "document", user, chat, thread_id, data, filename=filename, caption=caption, reply_to=reply_to, size=size,
            bot=bot,
        )  # fmt: skip

    async def send_voice(self, user: int, chat: int, thread_id: int | None = None, data: bytes | None = None) -> int:
        """Send a voice note."""
        return await self.send_media("voice", user, chat, thread_id, data, filename="voice.oga")

    async def send_video(
        self, user: int, chat: int, thread_id: int | None = None, data: bytes | None = None, *, caption: str = ""
    ) -> int:
        """Send a video."""
        return await self.send_media("video", user, chat, thread_id, data, filename="video.mp4", caption=caption)

    async def send_video_note(
        self, user: int, chat: int, thread_id: int | None = None, data: bytes | None = None
    ) -> int:
        """Send a round video."""
        return await self.send_media("video_note", user, chat, thread_id, data, filename="note.mp4")

    async def send_sticker(self, user: int, chat: int, thread_id: int | None = None, data: bytes | None = None) -> int:
        """Send a sticker."""
        return await self.send_media("sticker", user, chat, thread_id, data, filename="sticker.webp")

    async def send_album(
        self,
        user: int,
        chat: int,
        items: Sequence[Mapping[str, object]],
        thread_id: int | None = None,
        *,
        bot: str = "",
    ) -> list[int]:
        """Send items `{type, data?, filename?, caption?}` as separate updates under one media_group_id."""
        album = f"1{next(self.world.numbers):016d}"
        sent = []
        for item in items:
            data = item.get("data")
            sent.append(
                await self.send_media(
                    str(item.get("type", "photo")), user, chat, thread_id, data if isinstance(data, bytes) else None,
                    filename=str(item.get("filename", "")), caption=str(item.get("caption", "")), album=album, bot=bot,
                )
            )  # fmt: skip
        return sent

    def _plain(self, user: int, chat: int, thread_id: int | None, content: Json) -> int:
        person, place = self.person(user), self.chat(chat)
        message = self.world.post(place, person, content, **self.placed(person, place, thread_id, None))
        announce(self.world, message)
        return message.id

    async def send_content(self, user: int, chat: int, content: Json, thread_id: int | None = None) -> int:
        """Send any content in Bot API shape, such as a dice or a kind of message that is still to be invented."""
        return self._plain(user, chat, thread_id, content)

    async def send_location(
        self, user: int, chat: int, thread_id: int | None = None, latitude: float = 52.37, longitude: float = 4.9
    ) -> int:
        """Send a point on the map."""
        return self._plain(user, chat, thread_id, {"location": {"latitude": latitude, "longitude": longitude}})

    async def send_contact(
        self, user: int, chat: int, thread_id: int | None = None, phone: str = "+31600000000", name: str = "Jan"
    ) -> int:
        """Send a phone contact."""
        return self._plain(user, chat, thread_id, {"contact": {"phone_number": phone, "first_name": name}})

    async def send_poll(
        self, user: int, chat: int, question: str, options: Sequence[str], thread_id: int | None = None
    ) -> int:
        """Send a poll nobody has voted in yet."""
        poll: Json = {
            "id": str(next(self.world.numbers)),
            "question": question,
            "options": [
                {"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate(options)
            ],
            "total_voter_count": 0,
            "type": "regular",
        }
        flags = ("is_closed", "allows_multiple_answers", "allows_revoting", "members_only")
        return self._plain(user, chat, thread_id, {"poll": poll | dict.fromkeys(flags, False) | {"is_anonymous": True}})
