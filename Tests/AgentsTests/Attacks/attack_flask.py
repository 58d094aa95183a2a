"""Sends what nobody should send to a generated Flask app: below 500 always, 422 or 400 for a form that is not valid."""

import os
import tempfile

os.environ["DATABASE_PATH"] = os.path.join(tempfile.mkdtemp(), "attack.db")

from app import create_app  # noqa: E402

app = create_app()
app.config["PROPAGATE_EXCEPTIONS"] = False
client = app.test_client()
adding = [rule.rule for rule in app.url_map.iter_rules() if rule.rule.endswith("/new")]
assert adding
with client.session_transaction() as session:
    session["form_token"] = "token"

VALUES = [
    "9" * 40, "9" * 5000, "-1", "1.5", "NaN", "\x00", "a\x00b", "", "   ", "x" * 100_000, "a@", "@b.c", "2026-02-30", "٣" * 30,
    "<script>", "\ud800",
]
for path in adding:
    page = client.get(path).get_data(as_text=True)
    assert 'name="csrf_token"' in page
    names = [part.split('"')[0] for part in page.split('name="')[1:]]
    fields = [name for name in names if name not in ("viewport", "csrf_token")]
    for field in fields:
        for value in VALUES:
            data = f"csrf_token=token&{field}=".encode() + value.encode("utf-8", "surrogatepass")
            response = client.post(path, data=data, content_type="application/x-www-form-urlencoded")
            assert response.status_code in (400, 422), (path, field, value[:40], response.status_code)
    for body, kind in ((b"\xff\xfe", "application/json"), (b"--x", "multipart/form-data; boundary=x"), (b"a=%ED%A0%80&csrf_token=token", "application/x-www-form-urlencoded")):
        assert 400 <= client.post(path, data=body, content_type=kind).status_code < 500
    assert client.post(path, data={"csrf_token": "ü\ud800".encode("utf-8", "replace")}).status_code == 400
    assert client.post(path, data={}).status_code == 400
    listed = path[: -len("new")]
    for odd in ("%00", "%ED%A0%80", "%FF", "x" * 5000):
        assert client.get(listed + odd).status_code < 500
        assert client.post(listed + odd + "/remove", data={"csrf_token": "token"}).status_code in (400, 404)
