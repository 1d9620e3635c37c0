import hashlib
import hmac
import time

TOLERANCE_SECONDS = 5 * 60


def is_genuine(header: str, body: bytes, secret: str) -> bool:
    """header: x-aamu-signature; body: the raw bytes; secret: as shown, "whsec_" included."""
    parts = [part.partition("=") for part in header.split(",")]
    sent_at = next((value for name, _, value in parts if name == "t"), "")
    if not (sent_at.isascii() and sent_at.isdigit()):
        return False
    if abs(time.time() - int(sent_at) / 1000) > TOLERANCE_SECONDS:
        return False
    expected = hmac.new(secret.encode(), f"{sent_at}.".encode() + body, hashlib.sha256).hexdigest()
    # While a secret is being replaced there are two v1 entries; one that fits is enough.
    given = [value for name, _, value in parts if name == "v1"]
    return any(hmac.compare_digest(value.encode(), expected.encode()) for value in given)
