import base64
import hashlib
import hmac
import time

TOLERANCE_SECONDS = 5 * 60


def is_genuine(id: str, timestamp: str, signature: str, body: bytes, secret: str) -> bool:
    """The values of webhook-id, webhook-timestamp and webhook-signature, and the raw bytes."""
    if not (timestamp.isascii() and timestamp.isdigit()):
        return False
    if abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    # Here the key is what the part behind "whsec_" stands for, not its letters.
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{id}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    # Several values are parted by spaces; one that fits is enough.
    given = signature.split(" ")
    return any(hmac.compare_digest(value.encode(), expected.encode()) for value in given)
