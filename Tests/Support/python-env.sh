#!/usr/bin/env bash
# Prints the path of a Python that has the packages of python-requirements.txt.
#
# CODEFORGE_PYTHON names one that is there already; otherwise it is made once, in a virtual environment under .build.
# `python-env.sh models` prints that of one with a model and its server, whose packages come without what they ask for.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(cd "$here/../.." && pwd)/.build
environment=$build/venv
requirements=$here/python-requirements.txt
options=()
ready=${CODEFORGE_PYTHON:-}
if [ "${1:-}" = models ]; then
    environment=$build/model-venv
    requirements=$here/model-requirements.txt
    options=(--no-deps)
    ready=${CODEFORGE_MODEL_PYTHON:-}
fi

if [ -n "$ready" ]; then
    echo "$ready"
    exit 0
fi

is_current() { cmp -s "$requirements" "$environment/installed.txt"; }

if ! is_current; then
    mkdir -p "$build"
    # Test runs may start together: the first one installs, the others wait for it.
    exec 9>"$environment.lock"
    flock 9
    if ! is_current; then
        python3 -m venv --clear "$environment" >&2
        "$environment/bin/pip" install --quiet --disable-pip-version-check "${options[@]}" --requirement "$requirements" >&2
        cp "$requirements" "$environment/installed.txt"
    fi
fi
echo "$environment/bin/python"
