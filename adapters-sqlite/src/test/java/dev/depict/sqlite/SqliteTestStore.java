package dev.depict.sqlite;

import dev.depict.application.port.out.AnswerRepository;
import dev.depict.application.port.out.Audit;
import dev.depict.application.port.out.Backlog;
import dev.depict.application.port.out.ChunkIndex;
import dev.depict.application.port.out.Cleaner;
import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.FlightRecorder;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.KnownQuestions;
import dev.depict.application.port.out.LearnedLimits;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.Reanalyzable;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.application.port.out.UsageBook;
import dev.depict.testkit.contract.Store;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.time.SequentialIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The real store, as the contracts see one. */
record SqliteTestStore(Path folder, StoreSetting setting, String synchronous, SqliteStore store)
    implements Store {
  /** So small that the pictures of some tests become files. */
  private static final int INLINE_LIMIT = 24;

  /** So long that the history can be checked however far a test has moved its clock. */
  private static final Duration EVENT_RETENTION = Duration.ofDays(3_650);

  private static final IdSource IDS = new SequentialIds();

  static SqliteTestStore open(Path folder, StoreSetting setting) {
    return open(folder, setting, "FULL");
  }

  /**
   * @param synchronous {@code OFF} where nothing has to survive a loss of power
   */
  static SqliteTestStore open(Path folder, StoreSetting setting, String synchronous) {
    var settings =
        new SqliteSettings(
            setting.maxPending(), INLINE_LIMIT, synchronous, 1 << 20, 2, EVENT_RETENTION);
    return new SqliteTestStore(
        folder,
        setting,
        synchronous,
        SqliteStore.open(folder, settings, setting.clock(), setting.node(), IDS));
  }

  @Override
  public TaskRepository tasks() {
    return store.tasks();
  }

  @Override
  public TaskQueue queue() {
    return store.queue();
  }

  @Override
  public QueueControl control() {
    return store.control();
  }

  @Override
  public AnswerRepository answers() {
    return store.answers();
  }

  @Override
  public ChunkIndex chunks() {
    return store.chunks();
  }

  @Override
  public EventLog events() {
    return store.events();
  }

  @Override
  public MediaStore media() {
    return store.media();
  }

  @Override
  public UsageBook usage() {
    return store.usage();
  }

  @Override
  public Backlog backlog() {
    return store.backlog();
  }

  @Override
  public LearnedLimits learned() {
    return store.learned();
  }

  @Override
  public KnownQuestions questions() {
    return store.questions();
  }

  @Override
  public FlightRecorder recorder() {
    return store.recorder();
  }

  @Override
  public Reanalyzable reanalyzable() {
    return store.reanalyzable();
  }

  @Override
  public Cleaner cleaner() {
    return store.cleaner();
  }

  @Override
  public Audit audit() {
    return store.audit();
  }

  /** Closing in order forgets whose pictures were being prepared; dying does not. */
  @Override
  public Store reopen() {
    try {
      byte[] preparing = Files.readAllBytes(folder.resolve("preparing"));
      store.close();
      Files.write(folder.resolve("preparing"), preparing);
      return open(folder, setting, synchronous);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
