package dev.depict.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.application.port.out.StorageFailure;
import dev.depict.domain.error.QueueFull;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.time.SequentialIds;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What holds while a picture is being stored. One thread handles the calls that wait for nothing.
 */
class StoringTest {
  private static final int MESSAGE = 50_000;

  private final HeldIngest ingest = new HeldIngest();
  private final Rig rig =
      new Rig(StoreSetting.NO_LIMIT, ingest::holding, StoringTest::withOneThread);

  @AfterEach
  void close() {
    rig.close();
  }

  private static GrpcSettings withOneThread(GrpcSettings usual) {
    return new GrpcSettings(
        usual.listen(),
        usual.security(),
        usual.limits(),
        1,
        usual.handlerThreads(),
        usual.watchThreads(),
        usual.standardWait(),
        usual.watchSilence());
  }

  private static <T> T got(ListenableFuture<T> call) throws Exception {
    return call.get(Rig.PATIENCE.toSeconds(), SECONDS);
  }

  private static Status status(ListenableFuture<?> call) {
    return Errors.of(() -> {
      try {
        got(call);
      } catch (ExecutionException e) {
        throw e.getCause();
      }
    });
  }

  @Test
  void no_thread_waits_for_it() throws Exception {
    var calls = new ArrayList<ListenableFuture<IngestResponse>>();
    var held = new ArrayList<HeldIngest.Held>();
    for (int i = 0; i < 10; i++) {
      calls.add(rig.tasksLater().ingest(Rig.async(i + ".png").build()));
      held.add(ingest.next());
    }

    assertThat(calls).noneMatch(ListenableFuture::isDone);
    assertThat(rig.tasks().listTasks(ListTasksRequest.getDefaultInstance()).getTasksList())
        .hasSize(10);
    held.forEach(HeldIngest.Held::store);
    for (ListenableFuture<IngestResponse> call : calls) {
      assertThat(got(call).getTask().getName()).startsWith("tasks/");
    }
  }

  @Test
  void its_answer_is_waited_for_afterwards() throws Exception {
    var wait = Duration.newBuilder().setNanos(1).build();
    var call = rig.tasksLater().ingest(Rig.sync("a.png").setMaxWait(wait).build());
    ingest.next().store();
    rig.waitTimer.nextScheduled();
    rig.clock.advance(java.time.Duration.ofSeconds(1));

    assertThat(got(call).getDone()).isFalse();
  }

  @Test
  void what_goes_wrong_reaches_the_caller() throws Exception {
    var broken = rig.tasksLater().ingest(Rig.async("a.png").build());
    ingest.next().fail(new StorageFailure("/data: the disk is full; free some space"));
    var full = rig.tasksLater().ingest(Rig.async("b.png").build());
    ingest.next().fail(new QueueFull(7));
    var wrapped = rig.tasksLater().ingest(Rig.async("c.png").build());
    ingest.next().fail(new CompletionException(new QueueFull(7)));
    var defect = rig.tasksLater().ingest(Rig.async("d.png").build());
    ingest.next().fail(new IllegalStateException("secret"));

    assertThat(Errors.info(status(broken)).getReason()).isEqualTo("STORAGE_FAILED");
    assertThat(Errors.info(status(full)).getReason()).isEqualTo("QUEUE_FULL");
    assertThat(Errors.info(status(wrapped)).getReason()).isEqualTo("QUEUE_FULL");
    Status internal = status(defect);
    assertThat(internal.getCode()).isEqualTo(Code.INTERNAL.getNumber());
    assertThat(internal.getMessage()).doesNotContain("secret");
  }

  @Test
  void a_client_that_goes_away_harms_nobody() throws Exception {
    for (UnaryOperator<IngestRequest.Builder> mode :
        List.<UnaryOperator<IngestRequest.Builder>>of(
            _ -> Rig.async("gone.png"), _ -> Rig.sync("gone, too.png"))) {
      var gone = rig.tasksLater().ingest(mode.apply(IngestRequest.newBuilder()).build());
      HeldIngest.Held held = ingest.next();
      gone.cancel(true);
      held.store();
    }
    var next = rig.tasksLater().ingest(Rig.async("next.png").build());
    ingest.next().store();

    assertThat(got(next).getTask().getSource()).isEqualTo("next.png");
    assertThat(rig.tasks().listTasks(ListTasksRequest.getDefaultInstance()).getTasksList())
        .hasSize(3);
  }

  @Test
  void its_bytes_are_in_flight_until_then() throws Exception {
    try (GrpcServer server = tight()) {
      server.start();
      ManagedChannel channel =
          NettyChannelBuilder.forTarget(server.address().toString()).usePlaintext().build();
      try {
        var tasks = TaskServiceGrpc.newFutureStub(channel);
        var first = tasks.ingest(large('1'));
        HeldIngest.Held held = ingest.next();

        assertThat(Errors.info(status(tasks.ingest(large('2')))).getReason())
            .isEqualTo("SERVER_BUSY");
        held.store();
        assertThat(got(first).getTask().getName()).startsWith("tasks/");
        var third = tasks.ingest(large('3'));
        ingest.next().store();
        assertThat(got(third).getTask().getName()).startsWith("tasks/");
        assertThat(rig.tasks().listTasks(ListTasksRequest.getDefaultInstance()).getTasksList())
            .as("what was refused is not stored")
            .hasSize(2);
      } finally {
        channel.shutdownNow();
      }
    }
  }

  private static IngestRequest large(char filling) {
    String picture = String.valueOf(filling).repeat(MESSAGE * 3 / 4);
    return Rig.async("large.png").setContent(ByteString.copyFromUtf8(picture)).build();
  }

  /** Has room for one message of that length. */
  private GrpcServer tight() {
    GrpcSettings usual = GrpcSettings.standard(new Listen.Tcp("127.0.0.1", 0));
    Limits limits = usual.limits();
    var one =
        new Limits(
            MESSAGE,
            limits.metadataBytes(),
            MESSAGE,
            limits.connections(),
            limits.callsPerConnection(),
            limits.calls(),
            limits.watches(),
            limits.patience());
    return new GrpcServer(
        ingest.holding(rig.useCases()),
        Rig.FACTS,
        withOneThread(usual.withLimits(one)),
        rig.watchTimer,
        new SequentialIds());
  }
}
