package dev.depict.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.ListenableFuture;
import dev.depict.proto.v1.CancelTaskRequest;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.GetQueueResponse;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.WaitTaskRequest;
import dev.depict.proto.v1.WaitTaskResponse;
import dev.depict.testkit.time.SequentialIds;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many calls one connection may have open: two, here. */
class ConnectionLimitTest {
  private final Rig rig = new Rig();
  private final GrpcServer server = server();
  private ManagedChannel full;
  private ManagedChannel other;

  private GrpcServer server() {
    GrpcSettings usual = GrpcSettings.standard(new Listen.Tcp("127.0.0.1", 0));
    Limits limits = usual.limits();
    var two =
        new Limits(
            limits.messageBytes(),
            limits.metadataBytes(),
            limits.bytesInFlight(),
            limits.connections(),
            2,
            limits.calls(),
            limits.watches(),
            limits.patience());
    return new GrpcServer(
        rig.useCases(), Rig.FACTS, usual.withLimits(two), rig.watchTimer, new SequentialIds());
  }

  @BeforeEach
  void connect() {
    server.start();
    full = channel();
    other = channel();
  }

  private ManagedChannel channel() {
    return NettyChannelBuilder.forTarget(server.address().toString()).usePlaintext().build();
  }

  @AfterEach
  void close() {
    full.shutdownNow();
    other.shutdownNow();
    server.close();
    rig.close();
  }

  @Test
  void a_call_beyond_the_limit_waits_for_another_one_to_end_and_other_connections_do_not()
      throws Exception {
    Task task = rig.ingest("1.png");
    ListenableFuture<WaitTaskResponse> first = await(task);
    ListenableFuture<WaitTaskResponse> second = await(task);
    ListenableFuture<GetQueueResponse> third = look(full);

    assertThat(look(other).get(Rig.PATIENCE.toSeconds(), SECONDS).hasQueue()).isTrue();
    assertThat(third).isNotDone();

    rig.tasks().cancelTask(CancelTaskRequest.newBuilder().setName(task.getName()).build());
    assertThat(first.get(Rig.PATIENCE.toSeconds(), SECONDS).getDone()).isTrue();
    assertThat(second.get(Rig.PATIENCE.toSeconds(), SECONDS).getDone()).isTrue();
    assertThat(third.get(Rig.PATIENCE.toSeconds(), SECONDS).hasQueue()).isTrue();
  }

  /** Returns when the server has begun to wait. */
  private ListenableFuture<WaitTaskResponse> await(Task task) throws InterruptedException {
    var waiting =
        TaskServiceGrpc.newFutureStub(full)
            .waitTask(WaitTaskRequest.newBuilder().setName(task.getName()).build());
    rig.waitTimer.nextScheduled();
    return waiting;
  }

  private static ListenableFuture<GetQueueResponse> look(ManagedChannel channel) {
    return QueueServiceGrpc.newFutureStub(channel).getQueue(GetQueueRequest.getDefaultInstance());
  }
}
