import pytest

from bots.customer.letters import letter_for
from bots.outgoing import SendRefused
from core import notices as n
from core.people import Party
from tests.integration.mail.parcels import AT, LINK, a_parcel, link_of
from tests.unit.texts.notices import DAY, SAMPLES

MAILED = tuple(
    kind
    for kind in SAMPLES
    if isinstance(kind, n.SharedNotice) and not isinstance(kind, n.FeedbackHalfway | n.MoneyQuestion)
)


@pytest.mark.parametrize("notice", MAILED, ids=lambda notice: type(notice).__name__)
def test_every_mail_to_the_customer_carries_the_link_once_and_keeps_it_secret(notice: n.AnyShared) -> None:
    parcel = a_parcel(notice)
    assert parcel.view is not None
    parcel.view.order.id = notice.order_id
    letter = letter_for(parcel, link_of)
    assert letter.text.count(LINK) == 1
    assert letter.html.count(LINK) == 1
    assert LINK not in letter.subject + letter.words
    assert "A-1" in letter.subject
    assert "*" not in letter.subject + letter.text


def test_the_partners_mail_has_no_link_of_the_customers() -> None:
    letter = letter_for(a_parcel(n.AssignedMail("A-1", "Table", "Bos", AT), party=Party.PARTNER), link_of)
    assert LINK not in letter.text + letter.html
    assert "Thu 31 Jan 2030, 14:30" in letter.text


def test_what_is_cutr_only_never_becomes_a_mail_to_the_customer() -> None:
    with pytest.raises(SendRefused) as caught:
        letter_for(a_parcel(n.AssignedMail("A-1", "Table", "Bos", AT)), link_of)
    assert caught.value.error == "wrong_audience"


def test_a_notice_without_a_mail_is_refused() -> None:
    with pytest.raises(SendRefused) as caught:
        letter_for(a_parcel(n.FeedbackHalfway("A-1", "or1", "Table", AT)), link_of)
    assert caught.value.error == "not_a_mail"


def test_a_link_is_made_only_for_the_order_that_the_notice_is_about() -> None:
    with pytest.raises(SendRefused) as caught:
        letter_for(a_parcel(n.OrderReady("A-1", "another", "Table")), link_of)
    assert caught.value.error == "no_order"


def test_peoples_words_are_escaped_in_html_and_plain_in_text() -> None:
    reason = "<script>x</script> & *snow*\n\nSecond paragraph"
    letter = letter_for(a_parcel(n.DeliveryDateNotice("A-1", "or1", "<b>", DAY, DAY, "delivery", reason)), link_of)
    assert "<script>" not in letter.html
    assert "&lt;script&gt;x&lt;/script&gt; &amp; *snow*" in letter.html
    assert reason in letter.text
    assert "<strong>Fri 1 Feb 2030</strong>" in letter.html


def test_a_subject_is_one_line_whatever_the_title() -> None:
    letter = letter_for(a_parcel(n.CustomerLink("A-1", "or1", "Table\r\nBcc: all@example.org", "Zoë")), link_of)
    assert letter.subject == "Your order A-1: Table Bcc: all@example.org"
