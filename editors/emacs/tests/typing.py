"""Types into a real Emacs in a terminal while an agent asks a question, and prints what was typed and what arrived.

Usage: typing.py, in a folder that is a git repository with notes.txt; CODEFORGE_BIN and CODEFORGE_DATABASE in the
environment. Prints {"typed": ..., "arrived": ..., "questions": ...} as JSON.
"""

import fcntl
import json
import os
import pathlib
import pty
import select
import struct
import sys
import termios
import time

PATIENCE_SECONDS = 60


class Emacs:
    """An Emacs in a terminal of 80 columns and 24 lines."""

    def __init__(self, *arguments, **environment):
        self.screen = b""
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(environment, TERM="xterm")
            os.execvp("emacs", ["emacs", "-nw", "-q", *arguments])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def look(self, seconds):
        """Reads what is shown: nobody can type into a terminal that is never read."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                self.screen = (self.screen + os.read(self.terminal, 65536))[-4000:]

    def type(self, keys, pause=0.01):
        for key in keys:
            os.write(self.terminal, key.encode())
            self.look(pause)

    def wait_for(self, what, condition):
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            if time.monotonic() > end:
                sys.exit(f"waited in vain for {what}: {self.screen.decode(errors='replace')}")
            self.look(0.05)

    def end(self):
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)


def text_of(path):
    return path.read_text() if path.exists() else ""


def main():
    here = pathlib.Path(__file__).parent
    ready = pathlib.Path(os.environ["CODEFORGE_DATABASE"] + ".ready")
    notes, questions = pathlib.Path("notes.txt"), pathlib.Path(".codeforge/questions.md")
    emacs = Emacs("-l", str(here / "init.el"), "notes.txt", READY=str(ready))
    emacs.wait_for("the server", ready.exists)
    emacs.type(["\x03", "p"])
    typed, more, number = "", 12, 0
    # A hand is slow: the question comes between two keys.
    while more:
        number += 1
        word = f"word {number}, "
        emacs.type(word)
        typed += word
        if more < 12 or "\nAnswer:" in text_of(questions):
            more -= 1
        elif number > 400:
            sys.exit("typed in vain")
    emacs.type(["\x18", "\x13"])
    emacs.wait_for("the saved text", lambda: text_of(notes) != "")
    arrived = text_of(notes).rstrip("\n")
    emacs.end()
    print(json.dumps({"typed": typed, "arrived": arrived, "questions": text_of(questions)}))


main()
