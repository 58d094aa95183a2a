"""Sessions of signed in customers, kept in Redis."""

import json
import pickle
import secrets
from typing import Any

import redis

LIFETIME_SECONDS = 14 * 24 * 3600

store = redis.Redis(host="cache", port=6379)


def start_session(customer: str) -> str:
    """Starts a session and returns the token that the browser keeps."""
    token = secrets.token_urlsafe(32)
    store.setex(f"session:{token}", LIFETIME_SECONDS, json.dumps({"customer": customer}))
    return token


def load_session(token: str) -> dict[str, Any] | None:
    """Returns the session's values; None when it ended."""
    value = store.get(f"session:{token}")
    return json.loads(value) if value is not None else None


def restore_basket(cookie: bytes) -> list[str]:
    """Returns the basket that an old front end put into a cookie."""
    return pickle.loads(cookie)
