#!/usr/bin/env bash
# Prints the path of a Python that has the packages of python-requirements.txt.
#
# CODEFORGE_PYTHON names one that is there already; otherwise it is made once, in a virtual environment under .build.
set -euo pipefail

if [ -n "${CODEFORGE_PYTHON:-}" ]; then
    echo "$CODEFORGE_PYTHON"
    exit 0
fi

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(cd "$here/../.." && pwd)/.build
environment=$build/venv
requirements=$here/python-requirements.txt

is_current() { cmp -s "$requirements" "$environment/installed.txt"; }

if ! is_current; then
    mkdir -p "$build"
    # Test runs may start together: the first one installs, the others wait for it.
    exec 9>"$build/venv.lock"
    flock 9
    if ! is_current; then
        python3 -m venv --clear "$environment" >&2
        "$environment/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements" >&2
        cp "$requirements" "$environment/installed.txt"
    fi
fi
echo "$environment/bin/python"
