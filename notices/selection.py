"""Which channel the settings ask for."""

from notices.channel import Channel
from notices.maildrop import Maildrop
from notices.smtp import Server, Smtp
from settings import Settings


def channel_of(settings: Settings) -> Channel:
    """SMTP where a host is named, else the maildrop folder."""
    mail = settings.mail
    if mail.host is None:
        return Maildrop(settings.maildrop(), mail.sender)
    password = mail.password.get_secret_value() if mail.password else None
    return Smtp(Server(mail.host, mail.port, mail.tls, mail.user, password), mail.sender)
