#!/usr/bin/env python3
"""Measures `codeforge lsp` alone: what somebody at an editor waits for. Standard library only.

usage: benchmark.py CODEFORGE [--out FILE]
"""

import argparse
import json
import statistics
import subprocess
import time

URI = "file:///benchmark/document.py"
# Each block is good code of ten lines; the marker in front of them is the one finding.
BLOCK = """def compute_{0}(alpha: int, beta: int) -> int:
    \"\"\"Returns a small number for {0}.\"\"\"
    total = alpha * {0} + beta
    for index in range(beta):
        total += index * alpha
    if total > 100000 and alpha != beta:
        total -= 100000
    return total


"""


def document(lines):
    return "value = eval(text)\n" + "".join(BLOCK.format(i) for i in range(lines // 10))


class Server:
    """A running server; pulls diagnostics."""

    def __init__(self, program):
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.identifier = 0
        capabilities = {"textDocument": {"diagnostic": {}}}
        self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self.startup = time.perf_counter() - self.started
        self.notify("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        self.identifier += 1
        self.send({"id": self.identifier, "method": method, "params": params})
        while True:
            length = 0
            while (line := self.process.stdout.readline().strip()) != b"":
                name, value = line.split(b":")
                length = int(value) if name.lower() == b"content-length" else length
            message = json.loads(self.process.stdout.read(length))
            if message.get("id") == self.identifier and "method" not in message:
                if "error" in message:
                    raise SystemExit(f"{method}: {message['error']['message']}")
                return message["result"]

    def open(self, lines):
        item = {"uri": URI, "languageId": "python", "version": 1, "text": document(lines)}
        self.notify("textDocument/didOpen", {"textDocument": item})
        self.version, self.typed = 1, 0

    def column(self):
        """Where the only finding is; it moves with each typed character, which shows that the answer is current."""
        items = self.request("textDocument/diagnostic", {"textDocument": {"uri": URI}})["items"]
        return items[0]["range"]["start"]["character"]

    def type(self):
        self.version += 1
        self.typed += 1
        start = {"line": 0, "character": 0}
        change = {"range": {"start": start, "end": start}, "text": "v"}
        document = {"uri": URI, "version": self.version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        assert self.column() == len("value = ") + self.typed, "the answer is not of the last edit"

    def hover(self):
        place = {"line": 0, "character": len("value = ") + self.typed}
        assert self.request("textDocument/hover", {"textDocument": {"uri": URI}, "position": place}) is not None

    def close(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        assert self.process.wait(5) == 0, "the server ended with an error"


def timed(action, count):
    samples = []
    for _ in range(count):
        start = time.perf_counter()
        action()
        samples.append((time.perf_counter() - start) * 1000)
    return samples


def measure(program):
    figures = {"process start to initialize answered": []}
    for _ in range(20):
        server = Server(program)
        figures["process start to initialize answered"].append(server.startup * 1000)
        server.close()
    for lines, count in ((500, 200), (100_000, 40)):
        server = Server(program)
        figures[f"open {lines} lines to diagnostics"] = timed(lambda: (server.open(lines), server.column()), 1)
        figures[f"keystroke to diagnostics, {lines} lines"] = timed(server.type, count)
        if lines == 500:
            figures["hover"] = timed(server.hover, 500)
        server.close()
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--out", help="write the figures here as JSON")
    arguments = parser.parse_args()
    summary = {}
    print("| what | median, ms | slowest, ms | samples |\n|---|---|---|---|")
    for name, samples in measure(arguments.program).items():
        middle, worst = statistics.median(samples), max(samples)
        summary[name] = {"median_ms": middle, "slowest_ms": worst, "samples": len(samples)}
        print(f"| {name} | {middle:.3f} | {worst:.3f} | {len(samples)} |")
    if arguments.out:
        with open(arguments.out, "w", encoding="utf-8") as file:
            json.dump(summary, file, indent=2)


if __name__ == "__main__":
    main()
