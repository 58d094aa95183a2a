"""Documents to validate: right ones, and ones broken in every way that a text or a value can be."""

import json
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, SecretStr


class Raw(str):
    """A piece of JSON text that stands in a document as it is."""


class Members(list):
    """An object's members as (key, value) pairs: order and duplicates are kept."""


def text_of(value) -> str:
    """Writes a document, without asking whether it is JSON."""
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, Members):
        return "{" + ",".join(f"{text_of(key)}:{text_of(item)}" for key, item in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(text_of, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


STRINGS = [
    "a", "é", "e\u0301", "😀", "👩‍👩‍👧", "\u0000", "\u001f", "\u007f", "\u2028", "\ufeff", "\ufffd", "\uffff", "\U0010ffff",
    '"', "\\", "/", "\n", "\t", "日本", "ß", "ﬀ", " ", "{}", "null", "\u0085",
]  # fmt: skip

STRING_TOKENS = [
    r'"\u00e9"', r'"\ud83d\ude00"', r'"\u0000"', r'"\/\b\f\n\r\t\"\\"', r'"a\u0301"', r'"\uD83D\uDE00x"', r'"\uffff"',
]  # fmt: skip

BOOLEAN_TOKENS = [
    "true", "false", "0", "1", "2", "-1", "-0", "0.0", "-0.0", "1.0", "1.5", "2.0", "1e0", "10e-1", "0e5", "1E+0",
    "1e19", "-1e19", "9223372036854775807", "9223372036854775808", "100000000000000000000", "999999999999999999",
    "NaN", "Infinity", "-Infinity", "1e400", "1e-400",
    '"true"', '"TRUE"', '"True"', '"t"', '"T"', '"yes"', '"Yes"', '"y"', '"Y"', '"on"', '"ON"', '"1"', '"false"',
    '"FALSE"', '"f"', '"F"', '"no"', '"NO"', '"n"', '"N"', '"off"', '"Off"', '"0"', '"1.0"', '"0.0"', '"2"', '""',
    '" true"', '"true "', '"tru"', '"truee"', '"\\u0074rue"', '"oﬀ"', '"ｙes"', '"1\\u0000"', '"-1"', '"+1"', '"null"',
]  # fmt: skip

NUMBER_TOKENS = [
    "0", "1", "-1", "-0", "-0.0", "0.0", "1e-320", "5e-324", "2e-324", "1e-400", "100", "100.0", "1e2", "0.1e3",
    "100.00000000000001", "100.00000000000002", "500", "500.0000000000001", "1e400", "-1e400", "NaN", "Infinity",
    "-Infinity", "1E+2", "1e+1", "12345678901234567890", "1" + "0" * 400, "9" * 4300, "9" * 4301, "-" + "9" * 4299,
    "-" + "9" * 4300, "0." + "0" * 400 + "1", "0." + "3" * 800, "123456789.123456789", "2.2250738585072011e-308",
    "1.7976931348623157e308", "1.7976931348623159e308", "9007199254740993", "0.30000000000000004", "true", "false",
    "1" + "0" * 4301 + ".5", "3.14159265358979323846264338327950288",
]  # fmt: skip

NUMBER_STRINGS = [
    "0", "1", "-1", "+1", "1.", ".5", "+.5", "-.5", ".", "", " ", " 1", "1 ", "\t1\n", "\u00a01", "1\u2003", "\u30001",
    "\u00851", "\u16801", "\u200b1", "\u180e1", "\ufeff1", "\u001c1", "1\u001f", "\u000b1\u000c", "\u2028" "1", "1_0",
    "1__0", "_1", "1_", " 1_0", "1_0 ", "1_0.5_5", "1_.5", "1._5", "+_1", "1_e1", "1e_1", "1e1_0", "i_nf", "in_f",
    "n_an", "inf", "Inf", "INF", "-inf", "+inf", "infinity", "Infinity", "iNfInItY", "infinit", "nan", "NaN", "-nan",
    "+nan", "nan(1)", "1e1", "1E1", "1e+1", "1e-1", "1e", "e1", "1e+", "1e400", "-1e400", "1e-400", "1.e1", ".e1",
    "0x10", "0b1", "1f", "1d", "1L", "1,5", "1 0", "- 1", "+-1", "--1", "++1", "٣", "１", "½", "1\u0000", "\u00001",
    "00", "01", "-01", "+01", "0_1", "0_0", "00.0", "01.0", "-0", "-0.0", "1.0", "1.00", "1.0_0", "1_0.0", "1.0 ",
    "100", "100.0", "101", "9" * 19, "9" * 400, "1" * 4300, "1" * 4301, "-" + "1" * 4300, "0" * 4400 + "1", "1.5",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "1e5", "True",
    "0.1", "1" * 4301 + ".0", "1" * 4301 + "x", "0_", "0_.0", "0._0", "-_1", "0-1", "00-1", "1-", "0x", "_", "-", "+",
]  # fmt: skip

ANYTHING_TOKENS = (
    ["null", "true", "false", "0", "1", "-1", "1.5", '""', '"x"', "[]", "{}", "[null]", '[""]', '{"a":1}', "[[]]", "[{}]",
     '{"":{}}', '"null"', '"[]"', '"{}"', "NaN", "1e999", "[1,2]", '["a","b"]']
)  # fmt: skip

BROKEN_TOKENS = [
    "01", "-01", "1.", "1.e5", ".5", "+1", "-", "--1", "- 1", "1e", "1e+", "1E-", "1.5.5", "0x10", "1_000", "00", "-a",
    "nan", "inf", "-inf", "-NaN", "+Infinity", "-Infinit", "Infinit", "Infinityy", "Na", "NaNs", "True", "nul", "nulll",
    "tru", "truth", "undefined", "'a'", "[1,]", "[,1]", "[,]", "[1 2]", "[", "]", "{", "}", '{"a"}', '{"a":}',
    '{"a":1,}', '{,"a":1}', '{"a" 1}', "{a:1}", "{1:1}", '{"a":1 "b":2}', '{"a":1;"b":2}', '{"a"::1}', "[1;2]",
    '"', '"a', '"\\"', '"\\', '"\\u', '"\\u1', '"\\u12', '"\\u123', '"\\u123"', '"\\u12g4"', '"\\x41"', '"\\a"',
    '"\\ud800"', '"\\udc00"', '"\\ud800a"', '"\\ud800\\n"', '"\\ud800\\u0041"', '"\\ud800\\ud800"', '"\\udc00\\ud800"',
    '"\\ud800\\', '"\\ud800\\u', '"\\ud800\\uDC0"', '"\\ud800', '"\\ud800x', '"\t"', '"\n"', '"\x00"', '"\x1f"', "\x00",
    "/*c*/1", "1//c", "#", "\ufeff1", "\u00a01", "\u20281", "", "é", "😀", "1,", "1]", "1}", "[1}", '{"a":1]',
    "\x0c1", "\x0b1", "\x7f", "1\x00", "[1]x", '"a"b', '"a""b"', "tRue", "[nulL]", "-\n1", "1 .5", "1e 5",
]  # fmt: skip

BROKEN_BYTES = [
    b"\xff", b"\xfe\xff", b"\xc0\x80", b"\xc1\xbf", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80",
    b"\xe2\x82", b"\xf0\x9f\x98", b"\x80", b"\xc3", b"\xe0\x80\x80", b"\xf0\x80\x80\x80", b"\xef\xbb\xbf", b"\xc3\xa9",
]  # fmt: skip


class Documents:
    """Makes documents of one type from a random stream."""

    def __init__(self, type_, random):
        self.type = type_
        self.random = random

    def make(self, kind: str) -> bytes:
        return getattr(self, kind)()

    # Kinds of documents.

    def valid(self) -> bytes:
        return text_of(self.value(self.type)).encode()

    def coerced(self) -> bytes:
        """Every leaf may be anything that could be taken for its type."""
        return text_of(self.value(self.type, hostility=0.35)).encode()

    def restructured(self) -> bytes:
        """Members and elements are lost, added, repeated, moved, or replaced by something else."""
        document = self.value(self.type, hostility=0.05)
        for _ in range(self.random.choice([1, 1, 2, 4])):
            document = self.changed(document)
        return text_of(document).encode()

    def broken(self) -> bytes:
        """The text is not JSON, or only just."""
        document = self.value(self.type)
        text = bytearray(text_of(self.with_token(document) if self.random.random() < 0.5 else document).encode())
        for _ in range(self.random.choice([0, 1, 1, 2])):
            self.break_bytes(text)
        return bytes(text)

    def nested(self) -> bytes:
        """Some value is nested up to and beyond the depth that a parser takes."""
        depth = self.random.choice([2, 50, 196, 197, 198, 199, 200, 201, 202, 203, 256, 300, 1000])
        core = self.random.choice(["", "1", '"x"', "[]", "{}", "]", "null", "{"])
        open_, close = self.random.choice([("[", "]"), ('{"a":', "}"), ("[ ", " ]"), ('[{"b": ', "}]")])
        token = Raw(open_ * depth + core + (close * depth if self.random.random() < 0.8 else ""))
        document = token if self.random.random() < 0.3 else self.replace_somewhere(self.value(self.type), token)
        return text_of(document).encode()

    # Right values, with `hostility` being the probability of a leaf that is not.

    def value(self, annotation, hostility=0.0, metadata=()):
        origin = get_origin(annotation)
        if origin is Annotated:
            inner, *more = get_args(annotation)
            return self.value(inner, hostility, [*more, *metadata])
        if origin is list:
            return self.list(get_args(annotation)[0], hostility, metadata)
        if origin is dict:
            return self.map()
        if origin is Union:
            inner = [argument for argument in get_args(annotation) if argument is not type(None)][0]
            return None if self.random.random() < 0.4 else self.value(inner, hostility, metadata)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation, hostility)
        if self.random.random() < hostility:
            return Raw(self.random.choice(self.tokens(annotation)))
        return self.leaf(annotation, metadata)

    def model(self, model, hostility):
        members = Members()
        for name, field in model.model_fields.items():
            if not field.is_required() and self.random.random() < 0.4:
                continue
            metadata = flattened(field.metadata)
            members.append((name, self.value(field.annotation, hostility, metadata)))
        if self.random.random() < 0.3:
            self.random.shuffle(members)
        return members

    def list(self, element, hostility, metadata):
        least = bound(metadata, "min_length", 0)
        count = max(least, self.random.choice([0, 1, 1, 2, 3]))
        return [self.value(element, hostility) for _ in range(count)]

    def map(self):
        count = self.random.choice([0, 1, 2, 3, 9, 10, 10, 11])
        members = Members((f"k{index}", Raw(self.random.choice(ANYTHING_TOKENS))) for index in range(count))
        if members and self.random.random() < 0.2:
            members.append(self.random.choice(members))
        if self.random.random() < 0.1:
            # Close to the limit in bytes: from exactly 50,000 to a few more or less.
            spare = 50_000 - len('{"big":""}') + self.random.choice([-1, 0, 1, 100])
            members = Members([("big", "x" * spare)])
        return members

    def leaf(self, annotation, metadata):
        random = self.random
        if get_origin(annotation) is Literal:
            return random.choice(get_args(annotation))
        if annotation is str or annotation is SecretStr:
            return self.string(metadata)
        if annotation is bool:
            return random.random() < 0.5
        if annotation is int:
            return random.randint(bound(metadata, "ge", 0), bound(metadata, "le", 2**62))
        if annotation is float:
            most = bound(metadata, "le", 100)
            return random.choice([most, most / 3, 0.5, 1, random.random() * most, 1e-7, most - 1e-9])
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return random.choice(list(annotation)).value
        return Raw(random.choice(ANYTHING_TOKENS))

    def string(self, metadata):
        random = self.random
        pattern = bound(metadata, "pattern", None)
        if pattern and "{8}" in pattern:
            digits = "".join(random.choice("0123456789abcdefABCDEF") for _ in range(32))
            return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])
        if pattern:
            return random.choice(["my-project", "a", "A.b_c-9", "...", "..", ".", "x.git", "X.GIT", ".git", "a.gitx", "a" * 100])
        least, most = bound(metadata, "min_length", 0), bound(metadata, "max_length", None)
        if most is None:
            length = least + random.choice([0, 1, 5, 12])
        else:
            length = random.choice([least, least + 1, most, most - 1, (least + most) // 2])
        if random.random() < 0.5:
            return random.choice("abcxyz ") * length
        text = ""
        while len(text) < length:
            text += random.choice(STRINGS)
        return text[:length]

    def tokens(self, annotation):
        """JSON texts that are, or look like, or are far from, values of a type."""
        if self.random.random() < 0.15:
            return ANYTHING_TOKENS
        strings = [json.dumps(text, ensure_ascii=self.random.random() < 0.5) for text in NUMBER_STRINGS]
        if annotation is bool:
            return BOOLEAN_TOKENS
        if annotation is float or annotation is int:
            return NUMBER_TOKENS + strings
        if annotation is str or annotation is SecretStr:
            lengths = [0, 1, 2, 19, 20, 21, 35, 36, 37, 50, 51, 100, 101, 200, 201, 500, 501]
            scalar = self.random.choice(["x", "é", "😀", "日"])
            return STRING_TOKENS + [json.dumps(scalar * length, ensure_ascii=False) for length in lengths]
        names = [item.value for item in annotation] if isinstance(annotation, type) and issubclass(annotation, Enum) else []
        names = names or [str(argument) for argument in get_args(annotation)] or ["x"]
        name = self.random.choice(names)
        variants = [name.upper(), name.capitalize(), name + " ", " " + name, name + "\u0000", name[:-1], name + "x", name]
        return [json.dumps(variant) for variant in variants] + ["0", "1", "null", "true", "[]", "{}", "1.5"]

    # Changes to a document's structure.

    def changed(self, document):
        """Changes one object, list or leaf, found by walking down from the root."""
        random = self.random
        if isinstance(document, Members) and document and random.random() < 0.6:
            index = random.randrange(len(document))
            key, item = document[index]
            return Members([*document[:index], (key, self.changed(item)), *document[index + 1 :]])
        if isinstance(document, list) and not isinstance(document, Members) and document and random.random() < 0.7:
            index = random.randrange(len(document))
            return [*document[:index], self.changed(document[index]), *document[index + 1 :]]
        if isinstance(document, Members):
            return self.changed_members(Members(document))
        return Raw(random.choice(ANYTHING_TOKENS))

    def changed_members(self, members):
        random = self.random
        place = random.randint(0, len(members))
        action = random.choice(["drop", "drop", "extra", "repeat", "repeat", "rename", "shuffle", "replace", "empty"])
        if action == "drop" and members:
            members.pop(random.randrange(len(members)))
        elif action == "extra":
            key = random.choice(["extra", "", "é", "e\u0301", "0", "\u0000", "__proto__", "a.b", "名", '"', "App_Name"])
            for _ in range(random.choice([1, 1, 2])):
                members.insert(place, (key, Raw(random.choice(ANYTHING_TOKENS))))
        elif action == "repeat" and members:
            key, item = random.choice(members)
            members.insert(place, (key, random.choice([item, Raw(random.choice(ANYTHING_TOKENS))])))
        elif action == "rename" and members:
            index = random.randrange(len(members))
            key, item = members[index]
            name = str(key)
            # The same key with an escape in it, or one that only looks like it.
            escaped = Raw('"\\u%04x%s"' % (ord(name[0]), name[1:])) if name.isascii() and name else name
            members[index] = (random.choice([escaped, name.upper(), name + "\u0301", name + " "]), item)
        elif action == "shuffle":
            random.shuffle(members)
        elif action == "replace":
            return Raw(random.choice(ANYTHING_TOKENS))
        else:
            members.clear()
        return members

    def replace_somewhere(self, document, token):
        if isinstance(document, Members) and document:
            index = self.random.randrange(len(document))
            key, item = document[index]
            return Members([*document[:index], (key, self.replace_somewhere(item, token)), *document[index + 1 :]])
        if isinstance(document, list) and document:
            index = self.random.randrange(len(document))
            return [*document[:index], self.replace_somewhere(document[index], token), *document[index + 1 :]]
        return token

    # Changes to a document's text.

    def with_token(self, document):
        return self.replace_somewhere(document, Raw(self.random.choice(BROKEN_TOKENS)))

    def break_bytes(self, text: bytearray):
        random = self.random
        place = random.randint(0, len(text))
        action = random.choice(["cut", "insert", "insert", "delete", "flip", "prefix", "suffix", "bytes", "space"])
        if action == "cut":
            del text[place:]
        elif action == "insert":
            text.insert(place, random.choice(b'"\\{}[],:\x00\x1f\x7f\x80\xff \n0-eEtfnuNI.+/\''))
        elif action == "delete" and place < len(text):
            del text[place : place + random.choice([1, 1, 2, 5])]
        elif action == "flip" and place < len(text):
            text[place] = random.randrange(256)
        elif action == "prefix":
            text[:0] = random.choice([b"\xef\xbb\xbf", b" ", b"\n", b"\r\n\t", b"\x00", b"x", b"\xc2\xa0", b"//\n", b","])
        elif action == "suffix":
            text += random.choice([b" ", b"\n", b"\x00", b"x", b"{}", b",", b"]", b"}", b"\xef\xbb\xbf", b"\r\n ", b"//"])
        elif action == "bytes":
            text[place:place] = random.choice(BROKEN_BYTES)
        else:
            text[place:place] = random.choice([b" ", b"\t", b"\r", b"\n", b"\r\n  "])


def bound(metadata, name, default):
    """A constraint of a field, wherever Pydantic keeps it."""
    for item in metadata:
        found = getattr(item, name, None)
        if found is not None:
            return found
    return default


def flattened(metadata):
    """Opens `Field(...)` within `Annotated`, which holds constraints of its own."""
    for item in metadata:
        yield item
        yield from flattened(getattr(item, "metadata", None) or [])
