package dev.depict.bootstrap.errors;

import dev.depict.benchmarks.face.Bytes;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What clients take too much of, or too long; servers with narrow limits. */
final class LimitProvocations implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final House narrow;
  private final House impatient;

  LimitProvocations(Path data) {
    narrow =
        new House(
            data.resolve("narrow"),
            Map.of(
                "queue.max-pending", "1",
                "server.max-watches", "1",
                "server.stall-timeout", "1s"));
    // The first look, after four seconds, finds the deadline over, and a request that just began.
    impatient =
        new House(
            data.resolve("impatient"),
            Map.of("server.default-deadline", "1s", "server.stall-timeout", "4s"));
  }

  @Override
  public void close() {
    narrow.close();
    impatient.close();
  }

  List<Provocation> all() {
    return List.of(
        new Provocation(
            "DEADLINE_EXCEEDED",
            "a call without a deadline that outlasts `server.default-deadline`",
            "`Ingest` that never sends its request",
            () -> stall(impatient)),
        new Provocation(
            "UPLOAD_STALLED",
            "a request or an upload that stands still on its way (`server.stall-timeout`)",
            "`Ingest` that never sends its request",
            () -> stall(narrow)),
        new Provocation(
            "QUEUE_FULL",
            "a new task when `queue.max-pending` wait",
            "`Ingest` of a second picture where one may wait",
            this::fill),
        new Provocation(
            "SERVER_BUSY",
            "more calls, watches, uploads or bytes in flight than the limits allow",
            "`WatchTasks` a second time where one watch is allowed",
            this::watchTwice));
  }

  private void fill() {
    narrow.ingest(House.picture(1));
    narrow.ingest(House.picture(2));
  }

  private void watchTwice() throws Exception {
    var first = new Ended<WatchTasksResponse>();
    watch(first);
    first.awaitBegun();
    var second = new Ended<WatchTasksResponse>();
    watch(second);
    second.awaitEnd();
  }

  private void watch(Ended<WatchTasksResponse> end) {
    TaskServiceGrpc.newStub(narrow.channel).watchTasks(WatchTasksRequest.getDefaultInstance(), end);
  }

  /** As a stream: for a call of one message the client sends nothing before there is one. */
  private static void stall(House house) throws Exception {
    MethodDescriptor<byte[], byte[]> method =
        Bytes.method(TaskServiceGrpc.getIngestMethod().getFullMethodName()).toBuilder()
            .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
            .build();
    ClientCall<byte[], byte[]> call = house.channel.newCall(method, CallOptions.DEFAULT);
    var ended = new CompletableFuture<RuntimeException>();
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            ended.complete(status.asRuntimeException(trailers));
          }
        },
        new Metadata());
    call.request(1);
    throw ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
