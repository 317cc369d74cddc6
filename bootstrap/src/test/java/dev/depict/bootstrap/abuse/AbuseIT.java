package dev.depict.bootstrap.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.depict.bootstrap.abuse.Calls.End;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.testkit.picture.Pictures;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Clients that mean harm, or are broken: the server stays up, and says what it refuses. */
class AbuseIT {
  private static final String INGEST = "depict.v1.TaskService/Ingest";
  private static final String WATCH = "depict.v1.TaskService/WatchTasks";
  private static final String PROMPT = "canary-prompt-5c1f";
  private static final int MUTATIONS = 10_000;

  /** The heap, what the JVM needs beside it, and the buffers of the connections. */
  private static final int MOST_RESIDENT_MIB = 512;

  private static final int MOST_LEFT_MIB = 64;

  @TempDir Path folder;
  private Victim victim;
  private Memory before;

  @BeforeEach
  void serve() throws IOException {
    victim =
        new Victim(
            folder,
            Map.of(
                "server.stall-timeout", "1s",
                "server.max-bytes-in-flight-mib", "32",
                "server.max-connections", "100",
                "server.max-watches", "20"));
    before = victim.memory();
  }

  @AfterEach
  void it_is_up_has_told_nobody_and_holds_no_more_memory_than_it_should(TestInfo test)
      throws IOException {
    try {
      assertThat(
              HealthGrpc.newBlockingStub(victim.channel)
                  .withDeadlineAfter(20, TimeUnit.SECONDS)
                  .check(HealthCheckRequest.getDefaultInstance())
                  .getStatus())
          .isEqualTo(ServingStatus.SERVING);
      assertThat(
              QueueServiceGrpc.newBlockingStub(victim.known())
                  .withDeadlineAfter(20, TimeUnit.SECONDS)
                  .getQueue(GetQueueRequest.getDefaultInstance())
                  .hasQueue())
          .isTrue();
      assertThat(victim.logged()).doesNotContain("canary", "\tat ");
      checkMemory(test.getDisplayName());
    } finally {
      victim.close();
    }
  }

  private void checkMemory(String test) throws IOException {
    Memory after = victim.memory();
    System.out.printf(
        "%s: resident %d MiB before, %d at most, %d after; heap in use %d MiB before, %d after%n",
        test,
        before.residentMib(),
        after.mostMib(),
        after.residentMib(),
        before.heapMib(),
        after.heapMib());
    assertThat(after.mostMib()).as("resident MiB at most").isLessThan(MOST_RESIDENT_MIB);
    assertThat(after.heapMib() - before.heapMib())
        .as("MiB of heap that are left over")
        .isLessThan(MOST_LEFT_MIB);
  }

  @Test
  void ten_thousand_mutated_messages_are_answered() throws Exception {
    byte[] valid = request().toByteArray();
    var random = new SplittableRandom(11);
    var slots = new Semaphore(64);
    List<CompletableFuture<End>> ends = new ArrayList<>();
    for (int number = 0; number < MUTATIONS; number++) {
      slots.acquire();
      ends.add(
          Calls.send(victim.known(), INGEST, mutated(valid, random))
              .whenComplete((_, _) -> slots.release()));
    }

    for (CompletableFuture<End> each : ends) {
      End end = each.get(60, TimeUnit.SECONDS);
      assertThat(end.status().getCode())
          .as("%s %s", end.status(), end.reason())
          .isIn(
              Code.OK,
              Code.INVALID_ARGUMENT,
              Code.NOT_FOUND,
              Code.PERMISSION_DENIED,
              Code.ALREADY_EXISTS);
    }
  }

  @Test
  void a_message_that_is_too_long_is_refused() throws Exception {
    byte[] oversize = new byte[(Victim.MESSAGE_MIB << 20) + 1];

    End end = Calls.send(victim.known(), INGEST, oversize).get(20, TimeUnit.SECONDS);

    assertThat(end.status().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(end.reason()).isEqualTo("MESSAGE_TOO_LARGE");
  }

  @Test
  void more_bytes_at_once_than_allowed_are_refused_and_said_when_to_come_again() throws Exception {
    byte[] large =
        IngestRequest.newBuilder()
            .setContent(ByteString.copyFrom(new byte[20 << 20]))
            .build()
            .toByteArray();
    List<CompletableFuture<End>> ends =
        Stream.generate(() -> Calls.send(victim.known(), INGEST, large)).limit(8).toList();

    List<String> reasons = new ArrayList<>();
    for (CompletableFuture<End> end : ends) {
      reasons.add(end.get(30, TimeUnit.SECONDS).reason());
    }
    assertThat(reasons).contains("SERVER_BUSY").isSubsetOf("SERVER_BUSY", "MEDIA_UNSUPPORTED");
  }

  @Test
  void a_request_that_never_comes_is_given_up() throws Exception {
    List<CompletableFuture<End>> ends =
        Stream.generate(() -> Calls.stall(victim.known(), INGEST)).limit(500).toList();

    for (CompletableFuture<End> end : ends) {
      assertThat(end.get(20, TimeUnit.SECONDS).reason()).isEqualTo("UPLOAD_STALLED");
    }
  }

  @Test
  void watchers_that_take_nothing_are_no_more_than_allowed() throws Exception {
    var refused = new CountDownLatch(30);
    List<CompletableFuture<End>> ends =
        Stream.generate(() -> Calls.deaf(victim.known(), WATCH, new byte[0])).limit(50).toList();
    for (CompletableFuture<End> end : ends) {
      var _ = end.thenRun(refused::countDown);
    }

    assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(ends.stream().filter(CompletableFuture::isDone).map(end -> end.join().reason()))
        .hasSize(30)
        .containsOnly("SERVER_BUSY");
    assertThat(TaskServiceGrpc.newBlockingStub(victim.known()).ingest(request()).hasTask())
        .isTrue();
  }

  @Test
  void a_thousand_silent_connections_shut_nobody_out_and_are_closed() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int number = 0; number < 1_000; number++) {
        sockets.add(new Socket(InetAddress.getLoopbackAddress(), victim.port()));
      }
      assertThat(TaskServiceGrpc.newBlockingStub(victim.known()).ingest(request()).hasTask())
          .isTrue();

      for (Socket socket : sockets) {
        socket.setSoTimeout(20_000);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void more_clients_than_allowed_are_not_connected() throws Exception {
    List<ManagedChannel> clients = new ArrayList<>();
    try {
      List<Code> codes = new ArrayList<>();
      for (int number = 0; number < 110; number++) {
        clients.add(victim.connect());
        End end = Calls.send(clients.getLast(), INGEST, new byte[0]).get(20, TimeUnit.SECONDS);
        codes.add(end.status().getCode());
      }

      assertThat(codes.subList(0, 100)).containsOnly(Code.UNAUTHENTICATED);
      assertThat(codes.subList(100, 110)).isSubsetOf(Code.UNAVAILABLE, Code.INTERNAL);
    } finally {
      clients.forEach(ManagedChannel::shutdownNow);
    }
    awaitLetIn();
  }

  /** The places of those who left are free as soon as the server has noticed. */
  private void awaitLetIn() {
    assertThat(
            TaskServiceGrpc.newBlockingStub(victim.known())
                .withWaitForReady()
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .ingest(request())
                .hasTask())
        .isTrue();
  }

  @Test
  void wrong_and_missing_tokens_are_told_apart_and_nothing_else_is_told() throws Exception {
    List<CompletableFuture<End>> missing = new ArrayList<>();
    List<CompletableFuture<End>> wrong = new ArrayList<>();
    for (int number = 0; number < 500; number++) {
      missing.add(Calls.send(victim.channel, INGEST, request().toByteArray()));
      wrong.add(Calls.send(victim.bearing("canary-" + number), INGEST, new byte[0]));
    }

    for (CompletableFuture<End> end : missing) {
      assertThat(end.get(20, TimeUnit.SECONDS).reason()).isEqualTo("TOKEN_MISSING");
    }
    for (CompletableFuture<End> each : wrong) {
      End end = each.get(20, TimeUnit.SECONDS);
      assertThat(end.status().getCode()).isEqualTo(Code.UNAUTHENTICATED);
      assertThat(end.reason()).isEqualTo("TOKEN_UNKNOWN");
      assertThat(end.status().toString()).doesNotContain("canary");
    }
  }

  private static IngestRequest request() {
    return IngestRequest.newBuilder()
        .setContent(ByteString.copyFrom(Pictures.png(1, 16, 16)))
        .setUserPrompt(PROMPT)
        .setSource("a.png")
        .setModel("offline")
        .setMode(IngestMode.INGEST_MODE_ASYNC)
        .build();
  }

  /** The message with some bytes changed, left out or doubled. */
  private static byte[] mutated(byte[] message, SplittableRandom random) {
    byte[] bytes = message.clone();
    int changes = random.nextInt(1, 6);
    for (int change = 0; change < changes; change++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length * 2)) : bytes;
  }
}
