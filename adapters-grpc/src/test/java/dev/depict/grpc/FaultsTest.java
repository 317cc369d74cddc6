package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.FindTask;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.IngestResponse;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Logger logger = Logger.getLogger(ErrorInterceptor.class.getName());
  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public synchronized void publish(LogRecord entry) {
          logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  @Test
  void a_fault_of_the_server_is_logged_and_keeps_its_words_inside() {
    try (Rig rig = rig(FaultsTest::brokenFind)) {
      var request =
          GetTaskRequest.newBuilder().setName(TaskMapper.name(TaskFixtures.unknownTask())).build();

      Status status = Errors.of(() -> rig.tasks().getTask(request));

      assertThat(status.getCode()).isEqualTo(Code.INTERNAL.getNumber());
      assertThat(Errors.info(status).getReason()).isEqualTo("INTERNAL");
      assertThat(status.toString()).doesNotContain("secret");
      String incident = Errors.info(status).getMetadataOrThrow("incident");
      assertThat(logged)
          .singleElement()
          .satisfies(entry -> {
            assertThat(entry.getMessage()).contains(incident, "GetTask");
            assertThat(entry.getThrown()).hasMessage("secret");
          });
    }
  }

  @Test
  void a_queue_that_is_full_says_when_to_come_back() {
    try (Rig rig = new Rig(1, UnaryOperator.identity(), UnaryOperator.identity())) {
      rig.ingest("1.png");

      Status status = Errors.of(() -> rig.tasks().ingest(Rig.async("2.png").build()));

      assertThat(Errors.info(status).getReason()).isEqualTo("QUEUE_FULL");
      assertThat(logged).isEmpty();
    }
  }

  @Test
  void a_call_that_was_answered_is_not_answered_twice() {
    try (Rig rig = rig(FaultsTest::callingBackTwice)) {
      IngestResponse response = rig.tasks().ingest(Rig.sync("1.png").build());

      assertThat(response.getDone()).isFalse();
    }
  }

  private static Rig rig(UnaryOperator<UseCases> broken) {
    return new Rig(StoreSetting.NO_LIMIT, broken, UnaryOperator.identity());
  }

  private static UseCases brokenFind(UseCases whole) {
    return with(whole, new BrokenFind(), whole.tasks().await());
  }

  private static UseCases callingBackTwice(UseCases whole) {
    AwaitTask twice =
        (id, _, _, callback) -> {
          callback.accept(whole.tasks().find().find(id));
          callback.accept(whole.tasks().find().find(id));
          return () -> {};
        };
    return with(whole, whole.tasks().find(), twice);
  }

  private static UseCases with(UseCases whole, FindTask find, AwaitTask await) {
    UseCases.Tasks tasks = whole.tasks();
    return new UseCases(
        whole.intake(),
        new UseCases.Tasks(find, tasks.list(), await, tasks.watch(), tasks.changes()),
        whole.media(),
        whole.queue());
  }
}
