"""Follows changes through a connection that breaks at random, and prints each: position by position, as they came.

Usage: soak.py HOST:PORT RESUME_TOKEN LABEL COUNT
"""

import random
import sys

import grpc

from depict_client import Service, connect, label, message


def main():
    address, token, mark, count = sys.argv[1:]
    left, breaks = int(count), 0
    chance = random.Random(7)
    channel = connect(address)
    while left > 0:
        stream = Service(channel, "TaskService").WatchTasks(
            resume_token=token, filter=message("Filter", labels=[mark])
        )
        until = chance.randint(0, 100)
        try:
            for response in stream:
                token = response.event.resume_token or response.mark.resume_token or token
                if response.HasField("event"):
                    event = response.event
                    print(event.task.name, label(event, "previous_status"), label(event.task, "status"))
                    left -= 1
                if left == 0 or until == 0:
                    break
                until -= 1
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.UNAVAILABLE:
                raise
        stream.cancel()
        breaks += 1
        if chance.random() < 0.2:  # the whole connection, with whatever is on its way
            channel.close()
            channel = connect(address)
    channel.close()
    print(breaks, "streams", file=sys.stderr)


main()
