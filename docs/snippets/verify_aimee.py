import hashlib
import hmac


def is_genuine(header: str, body: bytes, secret: str) -> bool:
    """header: x-aimee-signature; body: the raw bytes; secret: as shown, "whsec_" included."""
    expected = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(header.encode(), expected.encode())
