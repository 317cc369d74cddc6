package dev.depict.testkit.property;

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

/** A store with a fault. */
record FaultyStore(Store real, Fault fault) implements Store {
  @Override
  public TaskRepository tasks() {
    return new FaultyTasks(real, fault);
  }

  @Override
  public TaskQueue queue() {
    return new FaultyQueue(real, fault);
  }

  @Override
  public EventLog events() {
    return new FaultyEvents(real.events(), fault);
  }

  @Override
  public UsageBook usage() {
    return new FaultyBook(real.usage(), fault);
  }

  @Override
  public QueueControl control() {
    return real.control();
  }

  @Override
  public AnswerRepository answers() {
    return real.answers();
  }

  @Override
  public ChunkIndex chunks() {
    return real.chunks();
  }

  @Override
  public MediaStore media() {
    return real.media();
  }

  @Override
  public Backlog backlog() {
    return real.backlog();
  }

  @Override
  public LearnedLimits learned() {
    return real.learned();
  }

  @Override
  public KnownQuestions questions() {
    return real.questions();
  }

  @Override
  public FlightRecorder recorder() {
    return real.recorder();
  }

  @Override
  public Reanalyzable reanalyzable() {
    return real.reanalyzable();
  }

  @Override
  public Cleaner cleaner() {
    return real.cleaner();
  }

  @Override
  public Audit audit() {
    return real.audit();
  }

  @Override
  public Store reopen() {
    return new FaultyStore(real.reopen(), fault);
  }

  @Override
  public void close() {
    real.close();
  }
}
