package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.Audit;
import dev.depict.application.port.out.Backlog;
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
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.lifecycle.Closing;
import dev.depict.bootstrap.lifecycle.Instance;
import dev.depict.sqlite.SqliteSettings;
import dev.depict.sqlite.SqliteStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Everything that is kept, in one data folder. */
@Module
public interface SqliteModule {
  @Provides
  @Singleton
  static SqliteStore store(Settings settings, InstantSource clock, IdSource ids, Closing closing) {
    return closing.register(
        SqliteStore.open(
            settings.dataDir(),
            SqliteSettings.DEFAULT
                .withMaxPending(settings.maxPending())
                .withEventRetention(settings.retention().events()),
            clock,
            Instance.NAME,
            ids));
  }

  @Provides
  static TaskRepository tasks(SqliteStore store) {
    return store.tasks();
  }

  @Provides
  static TaskQueue queue(SqliteStore store) {
    return store.queue();
  }

  @Provides
  static QueueControl control(SqliteStore store) {
    return store.control();
  }

  @Provides
  static EventLog events(SqliteStore store) {
    return store.events();
  }

  @Provides
  static MediaStore media(SqliteStore store) {
    return store.media();
  }

  @Provides
  static FlightRecorder recorder(SqliteStore store) {
    return store.recorder();
  }

  @Provides
  static Reanalyzable reanalyzable(SqliteStore store) {
    return store.reanalyzable();
  }

  @Provides
  static Cleaner cleaner(SqliteStore store) {
    return store.cleaner();
  }

  @Provides
  static Audit audit(SqliteStore store) {
    return store.audit();
  }

  @Provides
  static UsageBook usage(SqliteStore store) {
    return store.usage();
  }

  @Provides
  static Backlog backlog(SqliteStore store) {
    return store.backlog();
  }

  @Provides
  static LearnedLimits learned(SqliteStore store) {
    return store.learned();
  }

  @Provides
  static KnownQuestions questions(SqliteStore store) {
    return store.questions();
  }
}
