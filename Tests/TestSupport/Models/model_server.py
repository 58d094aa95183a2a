"""A provider of models that says what a script wants, and checks every request against the public API's shape.

Usage: model_server.py FOLDER [CERTIFICATE KEY]
Prints its port, then serves until its standard input ends, and removes FOLDER. Every folder in it is a provider by
itself, whose address is /NAME. FOLDER/NAME/script.json is a list of answers, one a request, the last one again and again:
  {"status": 200, "headers": {...}, "pieces": ["...", ...], "then": "end" | "cut" | "hang"}
Each piece is sent by itself. `cut` drops the connection, `hang` says nothing more until the client leaves; "pulse" is a
piece that is sent every 20 ms while hanging. FOLDER/NAME/requests.jsonl gets a line for each request: method, path below
the address, headers, body, what is wrong with it, and `left`, whether the client left before the answer's end. Where the
folder is gone the connection ends.
"""

import http.server
import json
import os
import select
import shutil
import ssl
import sys
import threading
import time

FOLDER = sys.argv[1]
LOCK = threading.Lock()
# The script of each provider, and how many of its steps were played.
KNOWN = {}

# https://platform.openai.com/docs/api-reference/chat/create
CHAT = {"model": str, "messages": list, "stream": bool, "stream_options": dict, "max_tokens": int,
        "max_completion_tokens": int, "response_format": dict}
# https://platform.claude.com/docs/en/api/messages
MESSAGES = {"model": str, "messages": list, "stream": bool, "system": str, "max_tokens": int, "output_config": dict,
            "tools": list, "tool_choice": dict}
STRICT = {"type", "properties", "required", "additionalProperties", "items", "anyOf", "enum", "$ref", "$defs",
          "description"}


def wrong_schema(schema, strict, place="schema"):
    if not isinstance(schema, dict):
        return [f"{place}: no object"]
    wrong = [f"{place}: keyword {key}" for key in schema if key not in STRICT]
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            wrong.append(f"{place}: not closed")
        names = set(schema.get("properties", {}))
        if strict and set(schema.get("required", [])) != names:
            wrong.append(f"{place}: required is not every member")
    for key in ("properties", "$defs"):
        for name, inner in schema.get(key, {}).items():
            wrong += wrong_schema(inner, strict, f"{place}.{name}")
    for inner in schema.get("anyOf", []) + ([schema["items"]] if "items" in schema else []):
        wrong += wrong_schema(inner, strict, f"{place}[]")
    return wrong


def wrong_request(path, headers, body):
    """What the real API would mind."""
    if headers.get("content-type") != "application/json":
        return ["content-type"]
    if not isinstance(body, dict):
        return ["no object"]
    is_chat = path.endswith("/chat/completions")
    known = CHAT if is_chat else MESSAGES
    wrong = [f"unknown field {key}" for key in body if key not in known]
    wrong += [f"{key} is no {known[key].__name__}" for key in body if key in known and not isinstance(body[key], known[key])]
    wrong += [f"no {key}" for key in ("model", "messages") if not body.get(key)]
    roles = {"system", "user", "assistant"} if is_chat else {"user", "assistant"}
    for message in body.get("messages", []):
        if set(message) != {"role", "content"} or message["role"] not in roles or not message["content"]:
            wrong.append(f"message {message}")
    if is_chat:
        if "max_tokens" in body and "max_completion_tokens" in body:
            wrong.append("two lengths")
        form = body.get("response_format")
        if form and form.get("type") == "json_schema":
            inner = form.get("json_schema", {})
            if set(inner) != {"name", "schema", "strict"} or not inner["name"].replace("_", "").replace("-", "").isalnum() \
                    or len(inner["name"]) > 64:
                wrong.append("json_schema")
            wrong += wrong_schema(inner.get("schema"), True)
        elif form and form != {"type": "json_object"}:
            wrong.append("response_format")
    else:
        if headers.get("anthropic-version") != "2023-06-01":
            wrong.append("anthropic-version")
        if "authorization" in headers:
            wrong.append("authorization beside x-api-key")
        if not body.get("max_tokens"):
            wrong.append("no max_tokens")
        config = body.get("output_config")
        if config is not None:
            form = config.get("format", {})
            if set(config) != {"format"} or set(form) != {"type", "schema"} or form["type"] != "json_schema":
                wrong.append("output_config")
            wrong += wrong_schema(form.get("schema"), False)
        for tool in body.get("tools", []):
            if set(tool) != {"name", "description", "input_schema"}:
                wrong.append("tool")
            wrong += wrong_schema(tool.get("input_schema"), False)
            if body.get("tool_choice") != {"type": "tool", "name": tool.get("name")}:
                wrong.append("tool_choice")
    return wrong


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        text = self.rfile.read(length)
        headers = {name.lower(): value for name, value in self.headers.items()}
        try:
            body = json.loads(text) if text else None
        except ValueError:
            body = None
        name, path = self.path[1:].split("/", 1)
        folder, path = os.path.join(FOLDER, name), "/" + path
        entry = {"method": self.command, "path": path, "headers": headers, "body": body, "left": False,
                 "wrong": wrong_request(path, headers, body) if self.command == "POST" else []}
        try:
            with LOCK:
                with open(os.path.join(folder, "script.json"), encoding="utf-8") as file:
                    text = file.read()
                # Another script begins at its first step.
                known, count = KNOWN.get(name, ("", 0))
                count = count if text == known else 0
                KNOWN[name] = (text, count + 1)
            script = json.loads(text)
            kept = []

            def keep():
                if kept:
                    return
                kept.append(entry)
                with LOCK, open(os.path.join(folder, "requests.jsonl"), "a", encoding="utf-8") as file:
                    file.write(json.dumps(entry) + "\n")

            try:
                self.play(script[min(count, len(script) - 1)], folder, keep)
            except (BrokenPipeError, ConnectionResetError):
                entry["left"] = True
            keep()
        except FileNotFoundError:
            self.close_connection = True

    do_GET = do_POST = answer

    def play(self, step, folder, keep):
        """Answers; what was asked is kept before the client can know that the answer is whole."""
        self.close_connection = True
        then, pieces = step.get("then", "end"), step.get("pieces", [])
        if then != "hang" and not pieces:
            keep()
        self.send_response(step.get("status", 200))
        for name, value in {"Content-Type": "text/event-stream", **step.get("headers", {})}.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.flush()
        for number, piece in enumerate(pieces):
            if then != "hang" and number == len(pieces) - 1:
                keep()
            # A piece may hold half a character: it comes with one code point a byte.
            self.wfile.write(piece.encode("latin-1"))
            self.wfile.flush()
            time.sleep(0.002)
        if then == "cut":
            self.connection.shutdown(2)
        elif then == "hang":
            pulse = step.get("pulse", "").encode("latin-1")
            while os.path.isdir(folder):
                readable, _, _ = select.select([self.connection], [], [], 0.02)
                if readable and not self.connection.recv(1):
                    raise BrokenPipeError
                if pulse:
                    self.wfile.write(pulse)
                    self.wfile.flush()


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
shutil.rmtree(FOLDER, ignore_errors=True)
os._exit(0)
