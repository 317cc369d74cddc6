package dev.depict.bootstrap.errors;

import com.google.protobuf.ByteString;
import dev.depict.application.port.out.Cleaner;
import dev.depict.bootstrap.time.DaggerSettableDepict;
import dev.depict.bootstrap.time.SettableDepict;
import dev.depict.proto.v1.GetTaskRequest;
import dev.depict.proto.v1.ListTasksRequest;
import dev.depict.proto.v1.ReadMediaRequest;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskServiceGrpc;
import dev.depict.proto.v1.WatchTasksRequest;
import dev.depict.proto.v1.WatchTasksResponse;
import dev.depict.testkit.picture.Pictures;
import dev.depict.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What time does to watchers, and what befalls the server itself; the last one ends it. */
final class EndingProvocations implements AutoCloseable {
  /** More than is kept in the database itself. */
  private static final int LARGE = 100_000;

  private static final Duration KEPT = Duration.ofDays(7);

  private final SettableClock clock = new SettableClock();
  private final Path data;
  private final SettableDepict depict;
  private final House house;
  private final House other;

  EndingProvocations(Path folder) {
    data = folder.resolve("one");
    depict = DaggerSettableDepict.factory().create(House.settings(data, Map.of()), clock);
    house = new House(depict);
    other = new House(folder.resolve("other"), Map.of());
  }

  @Override
  public void close() {
    house.close();
    other.close();
  }

  List<Provocation> all() {
    return List.of(
        new Provocation(
            "RESUME_TOKEN_TOO_OLD",
            "a resume token whose changes are not kept any more",
            "`WatchTasks` from before changes that were cleaned away after a week",
            this::watchFromTooFarBack),
        new Provocation(
            "RESUME_TOKEN_FOREIGN",
            "a resume token of another database",
            "`WatchTasks` with the resume token of another server",
            () -> watch(position(other))),
        new Provocation(
            "STORAGE_FAILED",
            "the disk or the database failed; nothing was stored",
            "`ReadMedia` of a picture whose file has become a folder",
            this::readWhatCannotBeRead),
        new Provocation(
            "INTERNAL",
            "a fault of the server; its log tells more",
            "`GetTask` of a task that another program has spoiled in the database",
            this::lookAtWhatIsSpoiled),
        new Provocation(
            "SHUTTING_DOWN",
            "a call while the server stops",
            "`WatchTasks` of a server that stops",
            this::watchTheEnd));
  }

  private void watchFromTooFarBack() throws Exception {
    String before = position(house);
    house.ingest(House.picture(1));
    house.ingest(House.picture(2));
    clock.jump(KEPT.plusDays(1));
    var _ =
        depict.store().cleaner().clean(new Cleaner.Retention(KEPT, KEPT, KEPT, Optional.empty()));
    watch(before);
  }

  private void lookAtWhatIsSpoiled() throws SQLException {
    Task task = house.ingest(House.picture(4));
    try (Connection stranger =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("depict.db"));
        Statement statement = stranger.createStatement()) {
      statement.executeUpdate(
          "UPDATE task SET status = 99, live = 0, ready = NULL"
              + " WHERE ordinal = (SELECT max(ordinal) FROM task)");
    }
    var _ = house.tasks().getTask(GetTaskRequest.newBuilder().setName(task.getName()).build());
  }

  private void readWhatCannotBeRead() throws IOException {
    Task task =
        house.ingest(House.picture(3).setContent(ByteString.copyFrom(Pictures.padded(3, LARGE))));
    Path file = file(task.getMedia().getName().substring("media/".length()));
    Files.delete(file);
    Files.createDirectory(file);
    house
        .media()
        .readMedia(ReadMediaRequest.newBuilder().setName(task.getMedia().getName()).build())
        .forEachRemaining(_ -> {});
  }

  private Path file(String digest) {
    return data.resolve("media").resolve(digest.substring(0, 2)).resolve(digest.substring(2));
  }

  private void watchTheEnd() throws Exception {
    var end = new Ended<WatchTasksResponse>();
    open(end, "");
    end.awaitBegun();
    depict.grpc().stop(Duration.ofSeconds(1));
    end.awaitEnd();
  }

  private void watch(String resumeToken) throws Exception {
    var end = new Ended<WatchTasksResponse>();
    open(end, resumeToken);
    end.awaitEnd();
  }

  private void open(Ended<WatchTasksResponse> end, String resumeToken) {
    TaskServiceGrpc.newStub(house.channel)
        .watchTasks(WatchTasksRequest.newBuilder().setResumeToken(resumeToken).build(), end);
  }

  private static String position(House house) {
    return house.tasks().listTasks(ListTasksRequest.getDefaultInstance()).getResumeToken();
  }
}
