"""Says which documents of a file Pydantic refuses, or takes only after changing a value.

usage: verdicts.py FILE

A line of the file holds {"type": NAME, "document": TEXT}; a line of the output is a complaint.
"""

import json
import sys
from pathlib import Path

from pydantic import ValidationError

from models import ADAPTERS


def complaint(type_: str, document: str):
    try:
        value = ADAPTERS[type_].validate_json(document)
    except ValidationError as error:
        return str(error)
    written = json.loads(ADAPTERS[type_].dump_json(value))
    given = json.loads(document)
    # A member that is absent stands for its default.
    if {**written, **given} != written:
        return f"changed: {given} became {written}"
    return None


def main():
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        entry = json.loads(line)
        problem = complaint(entry["type"], entry["document"])
        if problem:
            print(f"{entry['type']}: {problem}: {entry['document'][:300]}".replace("\n", " "))


main()
