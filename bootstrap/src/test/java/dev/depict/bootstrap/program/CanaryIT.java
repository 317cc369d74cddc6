package dev.depict.bootstrap.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Durations;
import dev.depict.domain.hash.Sha256;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.proto.v1.TaskView;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.testkit.picture.Pictures;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Token, key, prompt, context and picture are in no log, whatever its level, and in no error,
 * though the provider says them all back.
 */
class CanaryIT {
  private static final String TOKEN = "canary-token-4f1e9b";
  private static final String WRONG_TOKEN = "canary-wrong-token-77c0";
  private static final String KEY = "canary-api-key-93d2aa";
  private static final String PROMPT = "canary-prompt-of-the-caller-5c1f";
  private static final String CONTEXT = "canary-context-of-the-page-08be";
  private static final String PICTURE = "canary-bytes-of-the-picture-a6d4";
  private static final Canaries CANARIES =
      new Canaries(List.of(TOKEN, WRONG_TOKEN, KEY, PROMPT, CONTEXT, PICTURE));
  private static final int PICTURES = 6;

  @TempDir Path folder;

  @Test
  void nothing_that_was_entrusted_is_in_a_log_or_in_an_error() throws Exception {
    List<String> errors = new ArrayList<>();
    String log;
    try (var provider = new EchoingProvider();
        var server = serve(provider)) {
      ManagedChannel channel =
          Grpc.newChannelBuilder(server.address(), InsecureChannelCredentials.create()).build();
      try {
        errors.addAll(refusals(channel));
        errors.addAll(failures(bearing(channel, TOKEN)));
        // Somebody writes the token itself where its hash belongs; the next call has it read.
        Files.writeString(folder.resolve("tokens"), TOKEN + " write it\n");
        errors.add(error(() -> look(bearing(channel, WRONG_TOKEN))));
      } finally {
        channel.shutdownNow();
      }
      errors.add(withTheWrongToken(server.address()));
      assertThat(provider.left()).as("answers of the provider that were not given").isZero();
      log = server.stop();
    }

    assertThat(log).contains(" DEBUG ", " WARN ", "stay good");
    CANARIES.assertAbsent("the log", log);
    assertThat(errors).hasSizeGreaterThan(10).allMatch(error -> !error.isBlank());
    errors.forEach(error -> CANARIES.assertAbsent("an error", error));
  }

  private Program.Server serve(EchoingProvider provider) throws IOException {
    byte[] hash = Sha256.of(TOKEN.getBytes(StandardCharsets.UTF_8));
    Path tokens =
        Files.writeString(
            folder.resolve("tokens"), "sha256:" + HexFormat.of().formatHex(hash) + " write it\n");
    return Program.serve(
        Map.of("DEPICT_LOG_LEVEL", "ALL", "GEMINI_API_KEY", KEY, "GEMINI_BASE_URL", provider.url()),
        folder.resolve("data"),
        "--analyzer",
        "gemini",
        "--server-tokens-file",
        tokens.toString(),
        "--retry-max-attempts",
        "1",
        "--quota-rpm",
        "1000",
        "--worker-concurrency",
        "1");
  }

  /** What calls that cannot be answered are told. */
  private static List<String> refusals(Channel channel) {
    var known = TaskServiceGrpc.newBlockingStub(bearing(channel, TOKEN));
    return List.of(
        error(() -> look(bearing(channel, WRONG_TOKEN))),
        error(() -> TaskServiceGrpc.newBlockingStub(channel).ingest(request(picture(0)).build())),
        error(() -> known.ingest(request(PICTURE.getBytes(StandardCharsets.UTF_8)).build())),
        error(() -> known.ingest(request(half(picture(0))).build())),
        error(() -> known.ingest(request(new byte[0]).addLabels("").build())),
        error(() ->
            known.ingest(
                request(picture(0))
                    .setUserPrompt(PROMPT.repeat(1_000))
                    .setContextText(CONTEXT.repeat(1_000))
                    .build())),
        error(() -> known.listTasks(ListTasksRequest.newBuilder().setPageToken("none").build())));
  }

  private static void look(Channel channel) {
    QueueServiceGrpc.newBlockingStub(channel).getQueue(GetQueueRequest.getDefaultInstance());
  }

  /** What the provider said of each picture, as its owner sees it. */
  private static List<String> failures(Channel channel) {
    var tasks = TaskServiceGrpc.newBlockingStub(channel);
    List<String> said = new ArrayList<>();
    for (int number = 0; number <= PICTURES; number++) {
      byte[] content = number == 0 ? undecodable() : picture(number);
      Task task = tasks.ingest(request(content).build()).getTask();
      var _ =
          tasks.waitTask(
              WaitTaskRequest.newBuilder()
                  .setName(task.getName())
                  .setMaxWait(Durations.fromSeconds(3))
                  .build());
      Task seen =
          tasks
              .getTask(
                  GetTaskRequest.newBuilder()
                      .setName(task.getName())
                      .setView(TaskView.TASK_VIEW_FULL)
                      .build())
              .getTask();
      assertThat(seen.getStatus()).isNotEqualTo(TaskStatus.TASK_STATUS_COMPLETED);
      said.add(seen.toBuilder().clearUserPrompt().clearContextText().build().toString());
    }
    return said;
  }

  private String withTheWrongToken(String address) throws Exception {
    Path file = Files.writeString(folder.resolve("wrong"), WRONG_TOKEN);
    Program.Result result =
        Program.run(folder, "queue", "--server", address, "--token-file", file.toString());
    assertThat(result.exitCode()).isEqualTo(1);
    return result.out() + result.err();
  }

  private static String error(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    Throwable thrown = Objects.requireNonNull(catchThrowable(call), "the call was answered");
    return thrown + "\n" + StatusProto.fromThrowable(thrown);
  }

  private static IngestRequest.Builder request(byte[] content) {
    return IngestRequest.newBuilder()
        .setContent(ByteString.copyFrom(content))
        .setUserPrompt(PROMPT)
        .setContextText(CONTEXT)
        .setMode(IngestMode.INGEST_MODE_ASYNC);
  }

  /** A PNG with the canary behind its end, which readers pass over. */
  private static byte[] picture(int number) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Pictures.png(number, 32, 32));
    bytes.writeBytes(PICTURE.getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** Whole, but the canary is where the pixels should be. */
  private static byte[] undecodable() {
    byte[] picture = Pictures.png(0, 500, 500);
    int data = new String(picture, StandardCharsets.ISO_8859_1).indexOf("IDAT") + 4;
    byte[] word = PICTURE.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(word, 0, picture, data, word.length);
    return picture;
  }

  /** Cut off, and the canary is what is left. */
  private static byte[] half(byte[] picture) {
    byte[] cut = Arrays.copyOf(picture, 60);
    byte[] word = PICTURE.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(word, 0, cut, cut.length - word.length + 10, word.length - 10);
    return cut;
  }

  private static Channel bearing(Channel channel, String token) {
    var headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }
}
