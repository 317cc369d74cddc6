package dev.depict.bootstrap.errors;

import com.google.protobuf.ByteString;
import dev.depict.benchmarks.face.Bytes;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.GetMediaRequest;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.RetryTaskRequest;
import dev.depict.proto.v1.SearchChunksRequest;
import dev.depict.proto.v1.SearchServiceGrpc;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.testkit.picture.Pictures;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a request can have wrong, said by a server that does nothing else. */
final class RequestProvocations implements AutoCloseable {
  private static final UUID NOBODY = new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0001L);
  private static final String OTHER_DIGEST = "0123456789abcdef".repeat(4);

  private final House house;

  RequestProvocations(Path data) {
    house = new House(data, Map.of("media.max-megapixels", "1", "server.max-message-mib", "2"));
  }

  @Override
  public void close() {
    house.close();
  }

  List<Provocation> all() {
    return List.of(
        new Provocation(
            "INVALID_REQUEST",
            "fields that cannot be used; `BadRequest` names all of them",
            "`Ingest` without a picture, in lane 99, with an empty label",
            () -> house.ingest(IngestRequest.newBuilder().setLaneValue(99).addLabels(""))),
        new Provocation(
            "MESSAGE_MALFORMED",
            "bytes that are no request of the call",
            "`GetTask` with the bytes `FF FF FF`",
            this::malformed),
        new Provocation(
            "MESSAGE_TOO_LARGE",
            "a message longer than `server.max-message-mib`, as it comes or unpacked",
            "`Ingest` of 3 MiB where 2 MiB are allowed",
            () -> house.ingest(IngestRequest.newBuilder().setContent(bytes(3 << 20)))),
        new Provocation(
            "PAGE_TOKEN_INVALID",
            "a page token that this server did not give",
            "`ListTasks` with the page token `next`",
            () ->
                house
                    .tasks()
                    .listTasks(ListTasksRequest.newBuilder().setPageToken("next").build())),
        new Provocation(
            "MEDIA_UNREADABLE",
            "a picture that is damaged or cut off",
            "`Ingest` of half a PNG",
            () -> house.ingest(House.picture(1).setContent(halfAPicture()))),
        new Provocation(
            "MEDIA_UNSUPPORTED",
            "bytes that are no known kind of picture",
            "`Ingest` of a text",
            () ->
                house.ingest(
                    House.picture(1).setContent(ByteString.copyFromUtf8("this is no picture")))),
        new Provocation(
            "MEDIA_TOO_LARGE",
            "more bytes, pixels or a longer side than allowed",
            "`Ingest` of 1 200 × 1 000 pixels where a million are allowed",
            () ->
                house.ingest(
                    House.picture(1).setContent(ByteString.copyFrom(Pictures.png(1, 1200, 1000))))),
        new Provocation(
            "TASK_NOT_FOUND",
            "the name of a task that is not, or was deleted",
            "`GetTask` of a made-up name",
            () ->
                house
                    .tasks()
                    .getTask(GetTaskRequest.newBuilder().setName("tasks/" + NOBODY).build())),
        new Provocation(
            "MEDIA_NOT_FOUND",
            "the name of a picture that is not stored",
            "`GetMedia` of a made-up digest",
            () ->
                house
                    .media()
                    .getMedia(
                        GetMediaRequest.newBuilder().setName("media/" + OTHER_DIGEST).build())),
        new Provocation(
            "REQUEST_ID_REUSED",
            "a `request_id` that asked for something else before",
            "`Ingest` of two pictures with one `request_id`",
            this::reused),
        new Provocation(
            "TASK_ALREADY_FINAL",
            "cancelling a finished task",
            "`CancelTask` of a task that is COMPLETED",
            this::cancelCompleted),
        new Provocation(
            "TASK_NOT_RETRYABLE",
            "retrying a task that is neither FAILED nor CANCELLED",
            "`RetryTask` of a task that is PENDING",
            this::retryPending),
        new Provocation(
            "PATH_NOT_ALLOWED",
            "a `path` outside `media.roots`",
            "`Ingest` of `/etc/hostname`, without `media.roots`",
            () -> house.ingest(IngestRequest.newBuilder().setPath("/etc/hostname"))),
        new Provocation(
            "UNIMPLEMENTED",
            "a call of the contract that this server does not offer",
            "`SearchChunks`",
            () ->
                SearchServiceGrpc.newBlockingStub(house.channel)
                    .searchChunks(SearchChunksRequest.getDefaultInstance())));
  }

  private void malformed() {
    MethodDescriptor<byte[], byte[]> method =
        Bytes.method(TaskServiceGrpc.getGetTaskMethod().getFullMethodName());
    byte[] noRequest = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    ClientCalls.blockingUnaryCall(house.channel, method, CallOptions.DEFAULT, noRequest);
  }

  private void reused() {
    house.ingest(House.picture(2).setRequestId("one"));
    house.ingest(House.picture(3).setRequestId("one"));
  }

  private void cancelCompleted() {
    Task done = house.ingest(House.picture(4).setMode(IngestMode.INGEST_MODE_SYNC));
    house.tasks().cancelTask(CancelTaskRequest.newBuilder().setName(done.getName()).build());
  }

  private void retryPending() {
    Task waiting = house.ingest(House.picture(5));
    house.tasks().retryTask(RetryTaskRequest.newBuilder().setName(waiting.getName()).build());
  }

  private static ByteString halfAPicture() {
    byte[] whole = Pictures.png(1, 64, 64);
    return ByteString.copyFrom(Arrays.copyOf(whole, whole.length / 2));
  }

  private static ByteString bytes(int count) {
    return ByteString.copyFrom(new byte[count]);
  }
}
