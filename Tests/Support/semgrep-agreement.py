#!/usr/bin/env python3
"""Compares what `codeforge` and `semgrep` report by the same public rules on the rules' own test files, line for line.

usage: semgrep-agreement.py CODEFORGE SEMGREP FOLDER_OF_RULES [MOST_RULES] [SEED]

Rules that `codeforge` says it cannot use are left out and counted. Each other one agrees where the sets of lines are the
same. Exit code 1 where fewer than all agree.
"""

import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile


def candidates(root):
    for path in sorted(glob.glob(os.path.join(root, "**", "*.y*ml"), recursive=True)):
        if "/." in path or ".test." in path:
            continue
        with open(path, encoding="utf8", errors="replace") as file:
            if "rules:" not in file.read():
                continue
        stem = path.rsplit(".", 1)[0]
        tests = [
            name
            for name in glob.glob(glob.escape(stem) + ".*")
            if name != path and ".fixed." not in name and (".test." in name or not name.endswith((".yaml", ".yml")))
        ]
        if tests:
            yield path, tests


def own_lines(codeforge, folder, env):
    """Lines by file and rule; None where a rule cannot be used."""
    run = subprocess.run(
        [codeforge, "review", "--format", "json", "--fail-on", "never", "."],
        cwd=folder, capture_output=True, text=True, env=env)
    if "is not used" in run.stderr or not run.stdout:
        return None
    return {
        (os.path.basename(finding["path"]), finding["line"], finding["rule"].removeprefix("own/"))
        for finding in json.loads(run.stdout)["findings"]
        if finding["rule"].startswith("own/")
    }


def their_lines(semgrep, folder, env):
    """Lines of each rule's folder, from one run over all of them."""
    run = subprocess.run(
        [semgrep, "scan", "--json", "--metrics=off", "--disable-version-check", "--no-git-ignore", "-j", "2",
         "--scan-unknown-extensions", "--config", "rules", "src"],
        cwd=folder, capture_output=True, text=True, env=env)
    lines = {}
    for result in json.loads(run.stdout)["results"]:
        parts = result["check_id"].split(".")
        number = next(part for part in parts if part.startswith("n") and part[1:].isdigit())
        if result["path"].split("/")[1] == number:
            lines.setdefault(number, set()).add(
                (os.path.basename(result["path"]), result["start"]["line"], parts[-1]))
    return lines


def main():
    codeforge, semgrep, root = sys.argv[1:4]
    most = int(sys.argv[4]) if len(sys.argv) > 4 else 60
    rules = list(candidates(root))
    random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 1).shuffle(rules)
    ours, refused = {}, 0
    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, NO_COLOR="1")
        env["PATH"] = os.path.dirname(os.path.abspath(semgrep)) + ":" + env["PATH"]
        both = home + "/both"
        for number, (path, tests) in enumerate(rules):
            if len(ours) == most:
                break
            folder = f"{home}/{number}"
            os.makedirs(folder + "/.codeforge/rules")
            os.makedirs(folder + "/src")
            shutil.copy(path, folder + "/.codeforge/rules/r.yaml")
            for test in tests:
                shutil.copy(test, folder + "/src/" + os.path.basename(test))
            lines = own_lines(codeforge, folder, env)
            if lines is None:
                refused += 1
                continue
            ours[f"n{number}"] = (path, lines)
            os.makedirs(f"{both}/rules/n{number}")
            shutil.copy(path, f"{both}/rules/n{number}/r.yaml")
            shutil.copytree(folder + "/src", f"{both}/src/n{number}")
        theirs = their_lines(semgrep, both, env)
        agreeing = 0
        for number, (path, lines) in ours.items():
            other = theirs.get(number, set())
            if lines == other:
                agreeing += 1
            else:
                print(path, "missed", sorted(other - lines), "too many", sorted(lines - other), flush=True)
    print(f"{agreeing} of {len(ours)} rules agree; {refused} cannot be used")
    return 0 if agreeing == len(ours) else 1


if __name__ == "__main__":
    sys.exit(main())
