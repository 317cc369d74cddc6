"""The contract of Depict, read from its .proto files when the program starts. Nothing is generated into files."""

import os
import shutil
import subprocess
import sys
import tempfile

import grpc
from google.protobuf import descriptor_pb2, message_factory

PROTOS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "proto", "src", "main", "protobuf")
SERVICES = ("task_service", "queue_service", "media_service")


def _compiler():
    if shutil.which("protoc"):
        return ["protoc"]  # Debian: protobuf-compiler
    return [sys.executable, "-m", "grpc_tools.protoc"]  # pip: grpcio-tools


def _descriptors():
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "depict.pb")
        files = [f"depict/v1/{service}.proto" for service in SERVICES]
        options = [f"--proto_path={PROTOS}", "--include_imports", f"--descriptor_set_out={out}"]
        subprocess.run([*_compiler(), *options, *files], check=True)
        with open(out, "rb") as file:
            return descriptor_pb2.FileDescriptorSet.FromString(file.read())


_FILES = _descriptors().file
_MESSAGES = message_factory.GetMessages(_FILES)


def message(name, **fields):
    """A message of the contract: message("Filter", labels=["archive"])."""
    return _MESSAGES[f"depict.v1.{name}"](**fields)


class Service:
    """A service of the contract: Service(channel, "TaskService").GetTask(name="tasks/…").

    Each method takes the fields of its request and gives the response, or an iterator of responses.
    """

    def __init__(self, channel, name):
        for file in _FILES:
            for service in file.service:
                if service.name == name:
                    for method in service.method:
                        setattr(self, method.name, self._call(channel, f"{file.package}.{name}", method))

    @staticmethod
    def _call(channel, service, method):
        request = _MESSAGES[method.input_type.lstrip(".")]
        response = _MESSAGES[method.output_type.lstrip(".")]
        kind = ("stream_" if method.client_streaming else "unary_") + (
            "stream" if method.server_streaming else "unary"
        )
        call = getattr(channel, kind)(
            f"/{service}/{method.name}", request.SerializeToString, response.FromString
        )
        if method.client_streaming:
            return lambda requests: call(requests, wait_for_ready=True)
        return lambda **fields: call(request(**fields), wait_for_ready=True)


def connect(address):
    """A channel to a server without TLS, which takes pictures as large as the server does."""
    return grpc.insecure_channel(address)


def label(message_, field):
    """The name of an enum's value without its prefix: PENDING."""
    enum = message_.DESCRIPTOR.fields_by_name[field].enum_type
    prefix = enum.values_by_number[0].name.removesuffix("UNSPECIFIED")
    return enum.values_by_number[getattr(message_, field)].name.removeprefix(prefix)
