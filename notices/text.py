"""What the channel carries, in the person's language: that there is a notice, where, and under which number."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from typing import NamedTuple

from notices.channel import Announcement, Language


class Text(NamedTuple):
    """A subject and a body."""

    subject: str
    body: str


_TEXTS = {
    Language.JA: Text(
        "お知らせがあります（受付番号 {reference}）",
        "{office}にあなた宛ての書面があります。\n"
        "受付番号: {reference}\n"
        "来庁の際は、この番号と本人確認書類をお持ちください。\n\n"
        "このメールは送信専用です。内容についてのお問い合わせにメールではお答えできません。\n",
    ),
    Language.EN: Text(
        "There is a notice for you (reference {reference})",
        "There is a notice for you at {office}.\n"
        "Reference number: {reference}\n"
        "Please bring this number and a document that shows who you are.\n\n"
        "This address takes no replies. We cannot answer questions about the content by e-mail.\n",
    ),
}


def text_of(announcement: Announcement) -> Text:
    """Fill the template of the person's language."""
    template = _TEXTS[announcement.language]
    office = announcement.office_ja if announcement.language is Language.JA else announcement.office_en
    return Text(*(part.format(reference=announcement.reference, office=office) for part in template))


def message_id(announcement: Announcement, sender: str) -> str:
    """The same at every attempt, so that a repeat after an unknown outcome is recognisable."""
    return f"<notice.{announcement.reference.lower()}@{sender.rpartition('@')[2]}>"


def mail(announcement: Announcement, sender: str, at: datetime) -> EmailMessage:
    """The announcement as an e-mail."""
    text = text_of(announcement)
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = announcement.address
    message["Subject"] = text.subject
    message["Date"] = at
    message["Message-ID"] = message_id(announcement, sender)
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = announcement.language
    message.set_content(text.body)
    return message
