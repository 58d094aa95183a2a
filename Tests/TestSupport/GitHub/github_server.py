"""The part of GitHub's REST API that an export uses, with real bare git repositories behind it.

Usage: github_server.py FOLDER [--fail METHOD:PATH-PART:COUNT:STATUS]... [--bare-create]
Prints its port, then serves until its standard input ends. The token is "good-token"; the user is "ada".
`--fail` answers COUNT matching requests with STATUS before they work; COUNT may be `always`.
`--bare-create` ignores `auto_init`, as simpler servers do.
"""

import base64
import http.server
import json
import os
import re
import subprocess
import sys
import tempfile
import threading

FOLDER = sys.argv[1]
FAULTS = []
BARE_CREATE = "--bare-create" in sys.argv
LOCK = threading.Lock()
LOG = []
for option, value in zip(sys.argv, sys.argv[1:]):
    if option == "--fail":
        method, part, count, status = value.split(":")
        FAULTS.append([method, part, float("inf") if count == "always" else int(count), int(status)])


def git(repository, *arguments, data=None, **environment):
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"))}
    run = subprocess.run(["git", "--git-dir", repository, *arguments], input=data, capture_output=True,
                         env={**os.environ, **who, **environment})
    if run.returncode:
        raise ValueError(run.stderr.decode())
    return run.stdout.decode().strip()


def write_tree(repository, entries):
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        lines = "".join(f"{e['mode']} {e['sha']}\t{e['path']}\0" for e in entries)
        git(repository, "update-index", "-z", "--add", "--index-info", data=lines.encode(), GIT_INDEX_FILE=index)
        return git(repository, "write-tree", GIT_INDEX_FILE=index)


def commit(repository, tree, message, parents=()):
    return git(repository, "commit-tree", tree, "-m", message, *(x for p in parents for x in ("-p", p)))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def handle_request(self):
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
        with LOCK, open(os.path.join(FOLDER, "requests"), "a") as requests:
            requests.write(f"{self.command} {self.path}\n")
        if self.headers.get("Authorization") != "Bearer good-token":
            return self.answer(401, {"message": "Bad credentials"})
        with LOCK:
            for fault in FAULTS:
                if fault[0] == self.command and fault[1] in self.path and fault[2] > 0:
                    fault[2] -= 1
                    return self.answer(fault[3], {"message": "scripted fault"})
            try:
                self.answer(*self.route(body))
            except ValueError as error:
                self.answer(422, {"message": str(error)})

    do_GET = do_POST = do_PATCH = handle_request

    def route(self, body):
        path = self.path.split("?")[0]
        if path == "/user":
            return 200, {"login": "ada"}
        if path == "/user/repos" and self.command == "POST":
            return self.create(body)
        match = re.fullmatch(r"/repos/ada/([\w.-]+)(/.*)?", path)
        repository = match and os.path.join(FOLDER, match[1] + ".git")
        if not match or not os.path.isdir(repository):
            return 404, {"message": "Not Found"}
        return self.git_data(match[1], repository, match[2], body)

    def describe(self, name):
        return {"name": name, "full_name": f"ada/{name}", "owner": {"login": "ada"}, "default_branch": "main",
                "html_url": f"https://github.com/ada/{name}"}

    def create(self, body):
        repository = os.path.join(FOLDER, body["name"] + ".git")
        if os.path.isdir(repository):
            return 422, {"message": "Repository creation failed.",
                         "errors": [{"message": "name already exists on this account"}]}
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", repository], check=True)
        if body.get("auto_init") and not BARE_CREATE:
            blob = git(repository, "hash-object", "-w", "--stdin", data=b"# readme\n")
            tree = write_tree(repository, [{"mode": "100644", "sha": blob, "path": "README.md"}])
            git(repository, "update-ref", "refs/heads/main", commit(repository, tree, "Initial commit"))
        return 201, self.describe(body["name"])

    def git_data(self, name, repository, rest, body):
        heads = git(repository, "for-each-ref", "--format=%(refname) %(objectname)")
        if self.command == "GET" and rest is None:
            return 200, self.describe(name)
        if self.command == "GET" and rest == "/commits":
            if not heads:
                return 409, {"message": "Git Repository is empty."}
            messages = git(repository, "log", "--format=%s", "main").splitlines()
            return 200, [{"commit": {"message": m}} for m in messages]
        if not heads and not BARE_CREATE:
            return 409, {"message": "Git Repository is empty."}
        if rest == "/git/blobs":
            data = body["content"].encode()
            data = base64.b64decode(data) if body.get("encoding") == "base64" else data
            return 201, {"sha": git(repository, "hash-object", "-w", "--stdin", data=data)}
        if rest == "/git/trees":
            return 201, {"sha": write_tree(repository, body["tree"])}
        if rest == "/git/commits":
            return 201, {"sha": commit(repository, body["tree"], body["message"], body["parents"])}
        if rest == "/git/refs" and self.command == "POST":
            git(repository, "update-ref", body["ref"], body["sha"], "")
            return 201, {"ref": body["ref"]}
        if rest.startswith("/git/refs/") and self.command == "PATCH":
            ref = rest.removeprefix("/git/")
            if ref not in heads:
                return 422, {"message": "Reference does not exist"}
            git(repository, "update-ref", ref, body["sha"])
            return 200, {"ref": ref}
        return 404, {"message": "Not Found"}


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
