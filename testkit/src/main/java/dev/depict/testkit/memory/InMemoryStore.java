package dev.depict.testkit.memory;

import dev.depict.application.port.out.AnswerRepository;
import dev.depict.application.port.out.Audit;
import dev.depict.application.port.out.Backlog;
import dev.depict.application.port.out.ChunkIndex;
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
import dev.depict.testkit.contract.Store;
import dev.depict.testkit.contract.StoreSetting;
import java.time.InstantSource;
import java.util.Optional;

/**
 * All storage ports over one set of data in memory, behind one lock. Safe for concurrent use.
 * Listeners are called by the thread that made the change, after the lock is free.
 */
public final class InMemoryStore implements Store {
  private final Session session;
  private final EventLog events;
  private final TaskRepository tasks;
  private final TaskQueue queue;
  private final QueueControl control;
  private final ChunkIndex chunks;
  private final MediaStore media;
  private final UsageBook usage;
  private final Backlog backlog;
  private final LearnedLimits learned;
  private final KnownQuestions questions;
  private final FlightRecorder recorder;
  private final Reanalyzable reanalyzable;
  private final Cleaner cleaner;
  private final Audit audit;

  /** An empty store without a limit of waiting tasks. */
  public InMemoryStore(InstantSource clock) {
    this(StoreSetting.at(clock));
  }

  public InMemoryStore(StoreSetting setting) {
    this(new Session(new Database(), setting));
  }

  private InMemoryStore(Session session) {
    this.session = session;
    this.events = new InMemoryEventLog(session);
    this.tasks = new InMemoryTaskRepository(session);
    this.queue = new InMemoryTaskQueue(session);
    this.control = new InMemoryQueueControl(session);
    this.chunks = new InMemoryChunkIndex(session);
    this.media = new InMemoryMediaStore(session);
    this.usage = new InMemoryUsageBook(session);
    this.backlog = new InMemoryBacklog(session);
    this.learned = new InMemoryLearnedLimits(session);
    this.questions = new InMemoryKnownQuestions(session);
    this.recorder = new InMemoryFlightRecorder(session);
    this.reanalyzable = new InMemoryReanalyzable(session);
    this.cleaner = new InMemoryCleaner(session);
    this.audit = new InMemoryAudit(session);
  }

  @Override
  public TaskRepository tasks() {
    return tasks;
  }

  @Override
  public TaskQueue queue() {
    return queue;
  }

  @Override
  public QueueControl control() {
    return control;
  }

  @Override
  public AnswerRepository answers() {
    return question ->
        session.change(
            () -> Optional.ofNullable(session.database.answers.get(question.fingerprint())));
  }

  @Override
  public ChunkIndex chunks() {
    return chunks;
  }

  @Override
  public EventLog events() {
    return events;
  }

  @Override
  public MediaStore media() {
    return media;
  }

  @Override
  public UsageBook usage() {
    return usage;
  }

  @Override
  public Backlog backlog() {
    return backlog;
  }

  @Override
  public LearnedLimits learned() {
    return learned;
  }

  @Override
  public KnownQuestions questions() {
    return questions;
  }

  @Override
  public FlightRecorder recorder() {
    return recorder;
  }

  @Override
  public Reanalyzable reanalyzable() {
    return reanalyzable;
  }

  @Override
  public Cleaner cleaner() {
    return cleaner;
  }

  @Override
  public Audit audit() {
    return audit;
  }

  @Override
  public InMemoryStore reopen() {
    return new InMemoryStore(new Session(session.database, session.setting));
  }

  /** Does nothing: what is in memory goes with its last user. */
  @Override
  public void close() {}
}
