"""Tokens: only those of the issuer, for us, now; everything else is refused alike."""

import base64
import hashlib
import hmac
import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, SECP384R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from api.issuer import issue, private_path, verifier
from api.tokens import TYPE, BadToken, Verifier, claims, thumbprint
from settings import Settings, Tokens
from tests.api.conftest import CLERK, Desk

KEY = Ed25519PrivateKey.generate()
OTHER = Ed25519PrivateKey.generate()
ELLIPTIC = generate_private_key(SECP256R1())
KID = thumbprint(KEY.public_key())
PEM = KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
RAW = KEY.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
HERE = Verifier({KID: KEY.public_key()}, "tetsuzuki", "tetsuzuki")
HOUR = timedelta(hours=1)


def _part(value: Any) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _claims(**changes: Any) -> dict[str, Any]:
    told = claims("bureau_clerk", "tetsuzuki", "tetsuzuki", datetime.now(UTC), HOUR, "one")
    told |= changes
    return {name: value for name, value in told.items() if value is not ...}


def _header(**changes: Any) -> dict[str, Any]:
    told = {"alg": "EdDSA", "kid": KID, "typ": TYPE} | changes
    return {name: value for name, value in told.items() if value is not ...}


def _raw(header: Any, payload: Any, signer: Callable[[bytes], bytes] = KEY.sign) -> str:
    signed = f"{_part(header)}.{_part(payload)}"
    return f"{signed}.{_part(signer(signed.encode()))}"


def _signed(header: dict[str, Any] | None = None, **changes: Any) -> str:
    return _raw(_header(**(header or {})), _claims(**changes))


def _hs(algorithm: str, key: bytes, **header: Any) -> str:
    kind = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}[algorithm]
    return _raw(_header(alg=algorithm, **header), _claims(), lambda data: hmac.new(key, data, kind).digest())


def _now(shift: int = 0) -> int:
    return int(datetime.now(UTC).timestamp()) + shift


def _each(claim: str, *values: Any) -> dict[str, str]:
    return {f"{claim} {value!r}": _signed(**{claim: value}) for value in values}


GOOD = _signed()
_HEAD, _BODY, _SIGNATURE = GOOD.split(".")
NESTED = b'{"alg":' + b"[" * 700 + b"]" * 700 + b"}"

ATTACKS: dict[str, str] = {
    **{
        f"alg {alg}": _raw(_header(alg=alg), _claims())
        for alg in ("none", "None", "NONE", "nOnE", "", "ES256", "RS256", "PS256")
    },
    **{f"unsigned {alg}": f"{_part(_header(alg=alg))}.{_BODY}." for alg in ("none", "EdDSA")},
    **{f"unsigned without a dot {alg}": f"{_part(_header(alg=alg))}.{_BODY}" for alg in ("none", "EdDSA")},
    **{f"{alg} with the public key in PEM": _hs(alg, PEM) for alg in ("HS256", "HS384", "HS512")},
    **{f"{alg} with the raw public key": _hs(alg, RAW) for alg in ("HS256", "HS384", "HS512")},
    **{f"{alg} with an empty key": _hs(alg, b"") for alg in ("HS256", "HS384", "HS512")},
    "HS256 with the key's name": _hs("HS256", KID.encode()),
    "HS256 with a key named by path": _hs("HS256", b"", kid="/dev/null"),
    "alg is a list": _signed({"alg": ["EdDSA"]}),
    "alg is null": _signed({"alg": None}),
    "no alg": _signed({"alg": ...}),
    "crit": _signed({"crit": ["exp"], "exp": 1}),
    "crit empty": _signed({"crit": []}),
    "b64": _signed({"b64": False, "crit": ["b64"]}),
    "jku": _signed({"jku": "https://evil.example/keys"}),
    "x5u": _signed({"x5u": "https://evil.example/chain"}),
    "zip": _signed({"zip": "DEF"}),
    "own jwk": _raw(
        _header(jwk={"kty": "OKP", "crv": "Ed25519", "x": _part(OTHER.public_key().public_bytes_raw())}),
        _claims(),
        OTHER.sign,
    ),
    **{
        f"kid {kid!r}": _signed({"kid": kid})
        for kid in (
            "../../etc/passwd",
            "/dev/null",
            "' OR 1=1 --",
            "",
            KID + "\x00",
            KID[:-1],
            "\u202e",
            None,
            1,
            [KID],
            ...,
        )
    },
    **{f"typ {typ!r}": _signed({"typ": typ}) for typ in ("JWT", "jwt", "", "AT+JWT", None, ...)},
    **{f"iss {iss!r}": _signed(iss=iss) for iss in ("evil", "", "Tetsuzuki", "tetsuzuki ", ["tetsuzuki"], None, ...)},
    **_each("aud", "evil", "", ["tetsuzuki"], ["tetsuzuki", "evil"], {}, None, ...),
    **{f"sub {sub!r}": _signed(sub=sub) for sub in ("", "a b", "x" * 81, "é", "a\x00", 1, ["bureau_clerk"], None, ...)},
    "unknown officer": _signed(sub="ghost"),
    "roles in the token": _signed(roles=["minister"]),
    "expired": _signed(exp=_now(-10), iat=_now(-3600), nbf=_now(-3600)),
    "not yet": _signed(nbf=_now(1800)),
    "issued in the future": _signed(iat=_now(1800), nbf=_now()),
    "lives too long": _signed(exp=_now(13 * 3600)),
    "dies before it is born": _signed(iat=_now(), exp=_now()),
    **_each("exp", "9999999999", 1e30, 10**400, True, None, -1, [], ...),
    **{f"iat {iat!r}": _signed(iat=iat) for iat in ("0", 1.5, -(10**30), True, None, ...)},
    **{f"nbf {nbf!r}": _signed(nbf=nbf) for nbf in ("0", 1.5, 10**30, None, ...)},
    **{f"jti {jti!r}": _signed(jti=jti) for jti in ("", "x" * 65, 1, None, ...)},
    "exp is infinite": _raw(_header(), json.dumps(_claims()).replace(str(_claims()["exp"]), "Infinity").encode()),
    "exp is no number": _raw(_header(), json.dumps(_claims()).replace(str(_claims()["exp"]), "NaN").encode()),
    "another key": _raw(_header(), _claims(), OTHER.sign),
    "another key under its own name": _raw(_header(kid=thumbprint(OTHER.public_key())), _claims(), OTHER.sign),
    "another curve": jwt.encode(_claims(), ELLIPTIC, "ES256", headers={"kid": KID, "typ": TYPE}),
    "signature of zeros": f"{_HEAD}.{_BODY}.{_part(bytes(64))}",
    "signature cut": GOOD[:-4],
    "signature grown": GOOD + "AAAA",
    "body changed": f"{_HEAD}.{_part(_claims(sub='minister'))}.{_SIGNATURE}",
    "header changed": f"{_part(_header(x=1))}.{_BODY}.{_SIGNATURE}",
    "body is no JSON": _raw(_header(), b"\xff\xfe"),
    "body is a list": _raw(_header(), []),
    "body is a text": _raw(_header(), "bureau_clerk"),
    "body is empty": _raw(_header(), b""),
    "header is no JSON": _raw(b"{", _claims()),
    "header is a list": _raw([], _claims()),
    "header is bottomless": f"{_part(NESTED)}.{_BODY}.{_SIGNATURE}",
    "body is bottomless": _raw(_header(), b"[" * 800),
    "huge": _signed(jti="one", pad="x" * 4000),
    "huge and unsigned": "a" * 100_000,
    "two parts": f"{_HEAD}.{_BODY}",
    "four parts": f"{GOOD}.{_SIGNATURE}",
    "five parts": "a.b.c.d.e",
    "empty parts": "..",
    "one dot": ".",
    "padded": f"{_HEAD}=.{_BODY}.{_SIGNATURE}",
    "spaces": f"{_HEAD} .{_BODY}.{_SIGNATURE}",
    "not base64": "!!!.???.###",
    "words": "let me in",
}


def test_there_are_enough_attacks() -> None:
    """At least 100, each different."""
    assert len(set(ATTACKS.values())) >= 100


def test_a_good_token_names_its_officer() -> None:
    """So that the attacks fail for what is wrong with them alone."""
    assert HERE.officer(_signed()) == "bureau_clerk"


class Asked(dict[str, Any]):
    """Keys that count how often they were asked for."""

    times = 0

    def __getitem__(self, name: str) -> Any:
        """Give a key."""
        self.times += 1
        return super().__getitem__(name)


def test_a_token_is_read_once_in_a_while() -> None:
    """A repeat is not verified again; the same token with another signature is."""
    keys, token = Asked({KID: KEY.public_key()}), _signed()
    here = Verifier(keys, "tetsuzuki", "tetsuzuki")
    assert [here.officer(token) for _ in range(3)] == ["bureau_clerk"] * 3
    assert keys.times == 1
    with pytest.raises(BadToken):
        here.officer(f"{token.rpartition('.')[0]}.{_part(OTHER.sign(b'another'))}")
    assert keys.times == 2


def test_a_token_is_not_remembered_beyond_its_end() -> None:
    """One that has ended, and is let pass for the clocks' difference alone, is verified each time."""
    keys, now = Asked({KID: KEY.public_key()}), int(datetime.now(UTC).timestamp())
    here = Verifier(keys, "tetsuzuki", "tetsuzuki")
    ended = _signed(iat=now - 60, nbf=now - 60, exp=now - 1)
    assert [here.officer(ended) for _ in range(2)] == ["bureau_clerk"] * 2
    assert keys.times == 2


TOKENS = [token for name, token in ATTACKS.items() if name != "unknown officer"]


@pytest.mark.parametrize("number", range(len(TOKENS)))
def test_every_attack_is_refused(number: int) -> None:
    """By one exception that tells nothing."""
    with pytest.raises(BadToken) as refused:
        HERE.officer(TOKENS[number])
    assert (refused.value.args, refused.value.__cause__) == ((), None), list(ATTACKS)[number]


async def test_every_attack_is_answered_alike(desk: Desk) -> None:
    """401, to the byte the same as without a token, and the register is not asked for an officer."""
    desk.app.state.verifier, kept = HERE, desk.app.state.verifier
    silent = await desk.client.get("/v1/procedures")
    try:
        for name, token in ATTACKS.items():
            answer = await desk.client.get("/v1/procedures", headers={"Authorization": f"Bearer {token}"})
            assert (answer.status_code, answer.content) == (401, silent.content), name
            assert answer.headers["www-authenticate"] == "Bearer"
        good = await desk.client.get("/v1/procedures", headers={"Authorization": f"Bearer {_signed()}"})
        assert good.status_code == 200
    finally:
        desk.app.state.verifier = kept


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic YTpi", "Token x", "bearer", "Bearer a b", "\x00"])
async def test_other_schemes_are_answered_alike(desk: Desk, header: str) -> None:
    """401 whatever stands in the header."""
    answer = await desk.client.get("/v1/procedures", headers={"Authorization": header})
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorised")


async def test_roles_come_from_the_register(desk: Desk) -> None:
    """An officer without roles in the register may read nothing, whatever token."""
    assert (await desk.get("/v1/cases", "nobody")).status_code == 403
    assert (await desk.get("/v1/cases", CLERK)).status_code == 200


def test_the_issuers_key_is_its_owners_alone(tmp_path: Any) -> None:
    """Made once, 0600 in a folder of 0700, and used again."""
    settings = Settings(data=tmp_path)
    token = issue("bureau_clerk", settings)
    path = private_path(settings)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [one.name for one in path.parent.iterdir()] == ["issuer.pem"]
    assert verifier(settings).officer(token) == "bureau_clerk"
    assert verifier(settings).officer(issue("minister", settings)) == "minister"


def test_a_configured_public_key_alone_verifies(tmp_path: Any) -> None:
    """P-256 serves as well; the signing key need not be there."""
    private, public = tmp_path / "private.pem", tmp_path / "public.pem"
    encoding, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    private.write_bytes(ELLIPTIC.private_bytes(encoding, serialization.PrivateFormat.PKCS8, plain))
    public.write_bytes(ELLIPTIC.public_key().public_bytes(encoding, serialization.PublicFormat.SubjectPublicKeyInfo))
    issuing = Settings(data=tmp_path, tokens=Tokens(private_key=private))
    checking = Settings(data=tmp_path / "none", tokens=Tokens(public_key=public))
    assert verifier(checking).officer(issue("minister", issuing)) == "minister"
    assert not (tmp_path / "none").exists()


def test_keys_of_other_kinds_are_refused(tmp_path: Any) -> None:
    """No other curve is ever an algorithm of ours."""
    public = tmp_path / "public.pem"
    other = generate_private_key(SECP384R1()).public_key()
    public.write_bytes(other.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
    with pytest.raises(ValueError, match="P-256"):
        verifier(Settings(data=tmp_path, tokens=Tokens(public_key=public)))
