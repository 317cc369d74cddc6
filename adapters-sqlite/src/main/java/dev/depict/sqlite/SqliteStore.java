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
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.media.MediaFiles;
import dev.depict.sqlite.read.Positions;
import dev.depict.sqlite.read.ReaderPool;
import dev.depict.sqlite.read.TaskPages;
import dev.depict.sqlite.writer.Writer;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Everything Depict keeps, in one data folder: {@code depict.db}, {@code depict.lock}, {@code
 * preparing} and {@code media/}. Safe for concurrent use, from platform and virtual threads.
 */
public final class SqliteStore implements AutoCloseable {
  private final FolderLock lock;
  private final Opened opened;
  private final TaskRepository tasks;
  private final TaskQueue queue;
  private final QueueControl control;
  private final AnswerRepository answers;
  private final ChunkIndex chunks;
  private final EventLog events;
  private final MediaStore media;
  private final UsageBook usage;
  private final Backlog backlog;
  private final LearnedLimits learned;
  private final KnownQuestions questions;
  private final PreparingFile recorder;
  private final Reanalyzable reanalyzable;
  private final Cleaner cleaner;
  private final Audit audit;

  private SqliteStore(
      FolderLock lock,
      Opened opened,
      PreparingFile recorder,
      Path dataDir,
      SqliteSettings settings,
      InstantSource clock) {
    this.lock = lock;
    this.opened = opened;
    this.recorder = recorder;
    Writer<Ledger> writer = opened.writer();
    ReaderPool readers = opened.readers();
    Ledger ledger = opened.ledger();
    var files = new MediaFiles(dataDir.resolve("media"));
    var inlining = new Inlining(files, settings.inlineMediaLimit());
    this.tasks = new SqliteTaskRepository(writer, readers, inlining, settings.maxPending());
    this.queue = new SqliteTaskQueue(writer, readers, ledger, clock, recorder);
    this.control = new SqliteQueueControl(writer, readers, ledger);
    this.answers = new SqliteAnswerRepository(readers);
    this.chunks = new SqliteChunkIndex(readers);
    this.events = new SqliteEventLog(readers, ledger, opened.database());
    this.media = new SqliteMediaStore(writer, readers, inlining);
    this.usage = new SqliteUsageBook(readers);
    this.backlog = new SqliteBacklog(new Positions(readers));
    this.learned = new SqliteLearnedLimits(writer, readers);
    this.questions = new SqliteKnownQuestions(readers);
    this.reanalyzable = new SqliteReanalyzable(new TaskPages(readers));
    this.cleaner = new SqliteCleaner(writer, readers, files, clock);
    this.audit = new SqliteAudit(readers, ledger, files);
  }

  /**
   * Opens a data folder, creating it if need be, and locks it.
   *
   * @param node the name of this process in attempts
   * @param ids tells a new database apart from others
   * @throws dev.depict.sqlite.error.StorageException when the folder cannot be written, is in use,
   *     or holds a database that is damaged or newer than this program
   */
  public static SqliteStore open(
      Path dataDir, SqliteSettings settings, InstantSource clock, String node, IdSource ids) {
    PrivateFiles.folder(dataDir);
    FolderLock lock = FolderLock.acquire(dataDir);
    try {
      PreparingFile recorder = PreparingFile.open(dataDir);
      Opened opened = Opened.open(dataDir.resolve("depict.db"), settings, clock, node, ids);
      return new SqliteStore(lock, opened, recorder, dataDir, settings, clock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public TaskRepository tasks() {
    return tasks;
  }

  public TaskQueue queue() {
    return queue;
  }

  public QueueControl control() {
    return control;
  }

  public AnswerRepository answers() {
    return answers;
  }

  public ChunkIndex chunks() {
    return chunks;
  }

  public EventLog events() {
    return events;
  }

  public MediaStore media() {
    return media;
  }

  public UsageBook usage() {
    return usage;
  }

  public Backlog backlog() {
    return backlog;
  }

  public LearnedLimits learned() {
    return learned;
  }

  public KnownQuestions questions() {
    return questions;
  }

  public FlightRecorder recorder() {
    return recorder;
  }

  public Reanalyzable reanalyzable() {
    return reanalyzable;
  }

  public Cleaner cleaner() {
    return cleaner;
  }

  public Audit audit() {
    return audit;
  }

  /**
   * Whether changes are stored. A fault of the disk, such as a full one, refuses single changes and
   * may pass; this tells of faults that only a new start can mend.
   */
  public boolean healthy() {
    return opened.writer().healthy();
  }

  /**
   * Has the listener called when no change can be stored any more until a new start; at once if it
   * is so already. Called on any thread; replaces the one before.
   */
  public void onFailure(Runnable listener) {
    opened.writer().onFailure(listener);
  }

  /** The lock of the folder, to be told the server's address. */
  public FolderLock lock() {
    return lock;
  }

  /** Finishes what is under way, copies the log into the database, and gives the folder free. */
  @Override
  public void close() {
    try {
      opened.close();
      recorder.close();
    } finally {
      lock.close();
    }
  }
}
