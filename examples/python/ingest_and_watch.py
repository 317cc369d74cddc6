"""Ingests pictures, follows them through a broken stream, then asks once more and waits; see README.md."""

import json
import sys

import grpc
from google.protobuf.json_format import MessageToDict

from depict_client import Service, connect, label

JSON = "--json" in sys.argv
FINAL = ("COMPLETED", "FAILED", "CANCELLED")


def say(kind, text, **facts):
    print(json.dumps({"kind": kind, **facts}) if JSON else text, flush=True)


def status(message, field):
    return label(message, field).replace("UNSPECIFIED", "NEW")


def read(path):
    with open(path, "rb") as file:
        return file.read()


def ingest(tasks, pictures):
    names = set()
    for source in pictures:
        task = tasks.Ingest(content=read(source), source=source, mode="INGEST_MODE_ASYNC").task
        names.add(task.name)
        say("ingested", f"{source} is {task.name}", task=task.name, source=source)
    return names


def watch(tasks, waiting, token):
    """Prints each change of the tasks until all have ended. Returns whether all have words."""
    good, seen = True, 0
    while waiting:
        stream = tasks.WatchTasks(resume_token=token)
        try:
            for response in stream:
                event = response.event
                token = event.resume_token or response.mark.resume_token or token  # the next stream goes on here
                if event.task.name not in waiting:
                    continue  # a sign of life, or somebody else's task
                before, now = status(event, "previous_status"), status(event.task, "status")
                words = event.task.answer.alt_text or event.task.failure.provider_message
                facts = {"task": event.task.name, "from": before, "to": now, "words": words, "resumeToken": token}
                say("event", f"{event.task.source}: {before} → {now} {words}", **facts)
                seen += 1
                if now in FINAL:
                    waiting.remove(event.task.name)
                    good = good and now == "COMPLETED"
                if seen == 1:
                    say("break", "(breaking the stream off, going on with its last resume_token)", resumeToken=token)
                if seen == 1 or not waiting:
                    stream.cancel()
                    break
        except grpc.RpcError as error:
            # A server that stops or restarts: the next stream waits for it.
            if error.code() != grpc.StatusCode.UNAVAILABLE:
                raise
    return good


def ask(tasks, source):
    response = tasks.Ingest(
        content=read(source), source=source, user_prompt="What is it for?", mode="INGEST_MODE_SYNC"
    )
    task, answer = response.task, response.task.answer
    say(
        "answer",
        f"{source}, asked what it is for: {answer.alt_text or status(task, 'status')}\n"
        f"  {answer.description}\n  {', '.join(answer.keywords)}\n"
        f"  {answer.model}, ${answer.cost_micro_usd / 1e6:.6f}",
        task=task.name,
        source=source,
        done=response.done,
        status=status(task, "status"),
        answer=MessageToDict(answer),
    )
    return response.done and task.HasField("answer")


def main():
    address, *pictures = [argument for argument in sys.argv[1:] if argument != "--json"] or [""]
    if not pictures:
        print("Usage: ingest_and_watch.py [--json] HOST:PORT PICTURE…", file=sys.stderr)
        return 2
    with connect(address) as channel:
        tasks = Service(channel, "TaskService")
        token = tasks.ListTasks(page_size=1).resume_token  # taken first: nothing is missed from here on
        good = watch(tasks, ingest(tasks, pictures), token)
        return 0 if ask(tasks, pictures[0]) and good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except grpc.RpcError as error:
        sys.exit(error.details())
