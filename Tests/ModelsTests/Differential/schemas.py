"""Compares our JSON Schemas with Pydantic's, and what `jsonschema` says by ours with Pydantic's verdicts.

usage: schemas.py FOLDER

FOLDER/<type>.schema.json is our schema, FOLDER/<type>.jsonl holds documents and verdicts as expectations.py writes
them. Prints the differences as a JSON array.
"""

import base64
import json
import math
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from pydantic import ValidationError

from models import ADAPTERS


def is_coerced(adapter, document: bytes) -> bool:
    """Whether Pydantic takes the document only because its lax mode coerces.

    These are the coercions that JSON Schema has no word for:
    a number, or a text such as "yes", for a boolean; a boolean or a text such as "1_000" for a number;
    a boolean or a text for an integer. Pydantic's strict mode is its lax mode without them.
    """
    try:
        adapter.validate_json(document, strict=True)
    except ValidationError:
        return True
    return False


def is_beyond_schema(value, errors) -> bool:
    """Whether Pydantic refuses the document for something that JSON Schema cannot say, or `jsonschema` does not see.

    A rule of our own, such as no `question_id` twice; a NaN, which is within every bound for Python's comparison; a
    line feed at the end, which `$` passes in Python; a whole float that is too large for a machine's integer.
    """
    return all(
        error["type"] == "value_error"
        or error["type"] in ("less_than_equal", "greater_than_equal", "greater_than", "finite_number")
        and is_not_finite(at(value, error["loc"]))
        or error["type"] == "string_pattern_mismatch"
        and at(value, error["loc"]).endswith("\n")
        or error["type"] == "int_parsing_size"
        and isinstance(at(value, error["loc"]), float)
        for error in errors
    )


def at(value, location):
    for step in location:
        value = value[step]
    return value


def is_not_finite(value) -> bool:
    return isinstance(value, float) and not math.isfinite(value)


def verdict_differences(name, adapter, validator, lines):
    for line in lines:
        entry = json.loads(line)
        if not entry["valid"] and entry["errors"][0]["type"] == "json_invalid":
            continue  # Not JSON, or not of a size that is read: there is nothing to hold against a schema.
        document = base64.b64decode(entry["document"])
        value = json.loads(document)
        by_schema = validator.is_valid(value)
        if by_schema == entry["valid"]:
            continue
        if entry["valid"] and is_coerced(adapter, document):
            continue
        if by_schema and is_beyond_schema(value, entry["errors"]):
            continue
        yield {"type": name, "document": document.decode(), "jsonschema": by_schema, "pydantic": entry}


def main():
    folder = Path(sys.argv[1])
    differences = []
    for name, adapter in ADAPTERS.items():
        ours = json.loads((folder / f"{name}.schema.json").read_text())
        theirs = adapter.json_schema()
        if ours != theirs:
            differences.append({"type": name, "schema": ours, "pydantic": theirs})
        Draft202012Validator.check_schema(ours)
        with (folder / f"{name}.jsonl").open() as lines:
            differences.extend(verdict_differences(name, adapter, Draft202012Validator(ours), lines))
    print(json.dumps(differences))


main()
