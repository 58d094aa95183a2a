"""Writes documents and Pydantic's verdicts on them.

usage: expectations.py FOLDER DOCUMENTS SEED

For each type there is a file FOLDER/<type>.jsonl; a line holds a document's bytes in Base64, the verdict, and the
value or the errors.
"""

import base64
import json
import random
import sys
from pathlib import Path

from pydantic import ValidationError

from documents import Documents
from models import ADAPTERS

# How often each kind of document is made.
KINDS = ["valid"] * 2 + ["coerced"] * 4 + ["restructured"] * 4 + ["broken"] * 4 + ["nested"]


def verdict(adapter, document: bytes) -> dict:
    try:
        value = adapter.validate_json(document)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=False, include_input=False)
        return {"valid": False, "errors": errors}
    return {"valid": True, "value": adapter.dump_json(value).decode()}


def main():
    folder, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    share = -(-count // len(ADAPTERS))
    for name, adapter in ADAPTERS.items():
        documents = Documents(adapter._type, random.Random(f"{seed} {name}"))
        with (folder / f"{name}.jsonl").open("w") as file:
            for index in range(share):
                document = documents.make(KINDS[index % len(KINDS)])
                entry = {"document": base64.b64encode(document).decode(), **verdict(adapter, document)}
                file.write(json.dumps(entry) + "\n")


main()
