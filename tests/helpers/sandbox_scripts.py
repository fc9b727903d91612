"""A daemon to be started inside a sandbox, and a grader of its own to be killed outside."""

DAEMON = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        open("alive", "w").close()
        while True:
            time.sleep(0.01)
    os._exit(0)
while not os.path.exists("alive"):
    time.sleep(0.01)
"""

GRADER = """
import sys, time
from lessons.classroom.sandbox.sandbox import open_sandbox
with open_sandbox("bubblewrap") as sandbox, sandbox.start({}) as worker:
    worker.ask({"do": "run", "code": sys.argv[1], "place": "cell 1"}, 300)
    print("ready", flush=True)
    time.sleep(300)
"""
