package dev.depict.benchmarks.face;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.TaskServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;

/** One connection. Answers are dealt with on the thread that reads them. */
final class Client implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 64 << 20;

  final ManagedChannel channel;
  final TaskServiceGrpc.TaskServiceStub tasks;

  Client(String address) {
    channel =
        Grpc.newChannelBuilder(address, InsecureChannelCredentials.create())
            .directExecutor()
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .build();
    tasks = TaskServiceGrpc.newStub(channel);
  }

  /** A picture to be kept, for whose answer nobody waits. */
  static IngestRequest.Builder async(byte[] picture) {
    ByteString content = UnsafeByteOperations.unsafeWrap(picture);
    return IngestRequest.newBuilder()
        .setContent(content)
        .setMode(IngestMode.INGEST_MODE_ASYNC)
        .setSource("pictures/" + content.hashCode() + ".png");
  }

  void call(MethodDescriptor<byte[], byte[]> method, byte[] message, StreamObserver<byte[]> end) {
    ClientCalls.asyncUnaryCall(channel.newCall(method, tasks.getCallOptions()), message, end);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
