package dev.depict.testkit.contract;

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

/** The storage ports of one adapter, over the same data. */
public interface Store extends AutoCloseable {
  TaskRepository tasks();

  TaskQueue queue();

  QueueControl control();

  AnswerRepository answers();

  ChunkIndex chunks();

  EventLog events();

  MediaStore media();

  UsageBook usage();

  Backlog backlog();

  LearnedLimits learned();

  KnownQuestions questions();

  FlightRecorder recorder();

  Reanalyzable reanalyzable();

  Cleaner cleaner();

  Audit audit();

  /**
   * Ends this store as a crash would, giving nothing back, and opens the same data as a new process
   * would. {@link TaskQueue#recover} is not called yet. This store must not be used any more.
   */
  Store reopen();

  @Override
  void close();
}
