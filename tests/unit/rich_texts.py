"""Texts for property tests: any Unicode, markup of both platforms, and styled ones."""

from hypothesis import strategies as st

from core.richtext import RichText, Span, Style

MARKUP = st.sampled_from(
    [
        *("<!channel>", "<!here>", "<!everyone>", "<@U123>", "<#C1|x>", "<!subteam^S1>", "&lt;!channel&gt;", "&amp;"),
        *(
            "<https://evil.example|https://bank.nl>",
            "<b>",
            "</b>",
            "<a href='x'>",
            "*b*",
            "_i_",
            "~s~",
            "`c`",
            "```p```",
        ),
        *(
            "> q",
            ":tada:",
            "@everyone",
            "[x](tg://user?id=1)",
            "||s||",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "\t",
            "\x00",
            "\ud83d",
        ),
        *("👨‍👩‍👧", "🇵🇱", "e\u0301", "\u202e", "שלום", "مرحبا", "\u200d", "𝔘", "https://example.com/a?b=1&c=2"),
    ]
)
CHARACTERS = st.characters(exclude_categories=())
ANY_TEXT = st.lists(st.one_of(st.text(CHARACTERS, max_size=6), MARKUP), max_size=12).map("".join)
LINKS = st.sampled_from([None, None, None, "https://example.com/a", "http://evil.example", "mailto:jan@x.nl"])
SPANS = st.builds(
    Span, st.one_of(st.text(CHARACTERS, max_size=6), MARKUP), st.frozensets(st.sampled_from(Style), max_size=3), LINKS
)
RICH_TEXTS = st.lists(SPANS, max_size=10).map(lambda spans: RichText(tuple(spans)))
