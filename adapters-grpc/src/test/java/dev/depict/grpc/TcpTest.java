package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.testkit.time.SequentialIds;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpTest {
  private static final Listen ANY_PORT = new Listen.Tcp("127.0.0.1", 0);

  private final Rig rig = new Rig();
  private final GrpcServer server = server(ANY_PORT);

  @AfterEach
  void close() {
    server.close();
    rig.close();
  }

  @Test
  void a_port_is_chosen_when_none_is_named() {
    server.start();

    assertThat(port()).isPositive();
    assertThat(server.address().toString()).isEqualTo("127.0.0.1:" + port());
    onChannel(channel ->
        assertThat(
                QueueServiceGrpc.newBlockingStub(channel)
                    .withDeadline(Rig.deadline())
                    .getQueue(GetQueueRequest.getDefaultInstance())
                    .hasQueue())
            .isTrue());
  }

  @Test
  void a_port_that_is_taken_is_named_with_what_to_do() {
    server.start();
    GrpcServer second = server(server.address());

    assertThatThrownBy(second::start)
        .isInstanceOf(ServerStartException.class)
        .hasMessageContainingAll("127.0.0.1:" + port(), "another program", "--server-listen");
  }

  @Test
  void an_address_that_is_none_is_named_with_what_to_do() {
    assertThatThrownBy(() -> server(new Listen.Tcp("127.0.0.1", 70_000)))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContainingAll("127.0.0.1:70000", "0 to 65535");
    assertThatThrownBy(() -> server(new Listen.Tcp("no-such-host.invalid", 1)))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContainingAll("no-such-host.invalid", "--server-listen");
    GrpcServer elsewhere = server(new Listen.Tcp("192.0.2.1", 0));
    assertThatThrownBy(elsewhere::start)
        .isInstanceOf(ServerStartException.class)
        .hasMessageContainingAll("192.0.2.1:0", "no such address");
  }

  @Test
  void a_picture_of_twenty_mebibytes_is_taken_and_a_longer_message_is_not() {
    server.start();
    onChannel(channel -> {
      var tasks = TaskServiceGrpc.newBlockingStub(channel).withDeadline(Rig.deadline());
      assertThat(tasks.ingest(picture(20 * 1024 * 1024)).hasTask()).isTrue();

      Status refused = Errors.of(() -> tasks.ingest(picture(21 * 1024 * 1024)));

      assertThat(refused.getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED.getNumber());
      assertThat(Errors.info(refused).getReason()).isEqualTo("MESSAGE_TOO_LARGE");
    });
  }

  @Test
  void a_message_that_unpacks_to_more_than_allowed_is_refused_while_it_is_unpacked() {
    server.start();
    onChannel(channel -> {
      var tasks =
          TaskServiceGrpc.newBlockingStub(channel)
              .withDeadline(Rig.deadline())
              .withCompression("gzip");
      assertThat(tasks.ingest(picture(1024 * 1024)).hasTask()).isTrue();

      assertThat(Errors.reason(() -> tasks.ingest(picture(64 * 1024 * 1024))))
          .isEqualTo("MESSAGE_TOO_LARGE");
    });
  }

  @Test
  void a_server_stops_at_once_when_nobody_calls_and_may_be_stopped_twice() {
    server.start();

    server.stop(Duration.ofSeconds(20));
    server.stop(Duration.ZERO);
  }

  private GrpcServer server(Listen listen) {
    return new GrpcServer(
        rig.useCases(),
        Rig.FACTS,
        GrpcSettings.standard(listen),
        rig.watchTimer,
        new SequentialIds());
  }

  private static IngestRequest picture(int bytes) {
    return Rig.async("large.png").setContent(ByteString.copyFrom(new byte[bytes])).build();
  }

  private int port() {
    return ((Listen.Tcp) server.address()).port();
  }

  private void onChannel(java.util.function.Consumer<ManagedChannel> calls) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port()).usePlaintext().build();
    try {
      calls.accept(channel);
    } finally {
      channel.shutdownNow();
    }
  }
}
