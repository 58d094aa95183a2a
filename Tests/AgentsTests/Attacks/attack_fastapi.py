"""Sends what nobody should send to a generated FastAPI app; every answer must be below 500."""

import importlib
import os
import tempfile

os.environ["DATABASE_PATH"] = os.path.join(tempfile.mkdtemp(), "attack.db")

from fastapi.testclient import TestClient  # noqa: E402

app = importlib.import_module("app.main").app
VALUES = [
    "10" * 40, "-1", "1e400", "NaN", "Infinity", '"\\ud800"', '"\\udfff\\ud800"', '"\\u0000"', '"a\\u0000b"', '""', '"  "',
    "null", "true", "[]", "{}", '"' + "x" * 100_000 + '"', '"a@\\ud800.com"', '"2026-02-30"', "9" * 5000, '"' + "9" * 30 + '"',
]
BODIES = ["", "{", "[]", "null", '"x"', "\xff", "{" * 100_000, '{"\\ud800": 1}', '{"id": "1"}']

with TestClient(app, raise_server_exceptions=False) as client:
    schema = client.get("/openapi.json").json()
    paths = [path for path, actions in schema["paths"].items() if "post" in actions]
    assert paths
    sent = 0
    for path in paths:
        name = schema["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"].split("/")[-1]
        fields = list(schema["components"]["schemas"][name]["properties"])
        bodies = BODIES + ["{" + f'"{field}": {value}' + "}" for field in fields for value in VALUES]
        for body in bodies:
            content = body.encode("latin-1") if body == "\xff" else body.encode()
            for method, target in (("POST", path), ("PUT", path + "/%ED%A0%80")):
                response = client.request(method, target, content=content, headers={"Content-Type": "application/json"})
                assert 400 <= response.status_code < 500, (method, target, body[:80], response.status_code)
                sent += 1
        for odd in ("%00", "%ED%A0%80", "%FF", "x" * 5000, "..%2f..%2fetc"):
            assert client.get(f"{path}/{odd}").status_code < 500
            assert client.delete(f"{path}/{odd}").status_code < 500
    assert sent > 100
