package dev.depict.bootstrap.scenario;

import dagger.Module;
import dagger.Provides;
import dev.depict.application.port.out.Audit;
import dev.depict.application.port.out.Backlog;
import dev.depict.application.port.out.Cleaner;
import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.FlightRecorder;
import dev.depict.application.port.out.KnownQuestions;
import dev.depict.application.port.out.LearnedLimits;
import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.QueueControl;
import dev.depict.application.port.out.Reanalyzable;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.application.port.out.TaskRepository;
import dev.depict.application.port.out.UsageBook;
import dev.depict.testkit.memory.InMemoryStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** In place of SqliteModule. */
@Module
interface InMemoryModule {
  @Provides
  @Singleton
  static InMemoryStore store(InstantSource clock) {
    return new InMemoryStore(clock);
  }

  @Provides
  static TaskRepository tasks(InMemoryStore store) {
    return store.tasks();
  }

  @Provides
  static TaskQueue queue(InMemoryStore store) {
    return store.queue();
  }

  @Provides
  static QueueControl control(InMemoryStore store) {
    return store.control();
  }

  @Provides
  static EventLog events(InMemoryStore store) {
    return store.events();
  }

  @Provides
  static MediaStore media(InMemoryStore store) {
    return store.media();
  }

  @Provides
  static UsageBook usage(InMemoryStore store) {
    return store.usage();
  }

  @Provides
  static Backlog backlog(InMemoryStore store) {
    return store.backlog();
  }

  @Provides
  static LearnedLimits learned(InMemoryStore store) {
    return store.learned();
  }

  @Provides
  static KnownQuestions questions(InMemoryStore store) {
    return store.questions();
  }

  @Provides
  static FlightRecorder recorder(InMemoryStore store) {
    return store.recorder();
  }

  @Provides
  static Reanalyzable reanalyzable(InMemoryStore store) {
    return store.reanalyzable();
  }

  @Provides
  static Cleaner cleaner(InMemoryStore store) {
    return store.cleaner();
  }

  @Provides
  static Audit audit(InMemoryStore store) {
    return store.audit();
  }
}
