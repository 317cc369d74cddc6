package dev.depict.testkit.memory;

import dev.depict.application.port.out.Ready;
import dev.depict.domain.task.Task;
import dev.depict.testkit.contract.StoreSetting;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One process on a {@link Database}: takes its lock for each change, then calls the listeners. */
final class Session {
  final Database database;
  final StoreSetting setting;
  final long epoch;
  private volatile Runnable onAppend = () -> {};
  private volatile Consumer<Ready> onReady = _ -> {};
  private Ready ready = Ready.NOTHING;

  Session(Database database, StoreSetting setting) {
    this.database = database;
    this.setting = setting;
    database.lock.lock();
    try {
      this.epoch = ++database.epoch;
    } finally {
      database.lock.unlock();
    }
  }

  Instant now() {
    return setting.clock().instant();
  }

  /** Notes that the change under way may have made a task ready, wherever it stands. */
  void madeReady() {
    ready = Ready.ANYTHING;
  }

  /** Notes that a new task stands behind those of its lane. */
  void addedReady(Task task) {
    ready = ready.and(Ready.newcomer(task));
  }

  void onAppend(Runnable listener) {
    onAppend = listener;
  }

  void onReady(Consumer<Ready> listener) {
    onReady = listener;
  }

  /** Runs one transaction: nobody sees a part of it. */
  <T> T change(Supplier<T> work) {
    T result;
    boolean appended;
    Ready becameReady;
    database.lock.lock();
    try {
      long before = database.lastPosition;
      result = work.get();
      appended = database.lastPosition > before;
      becameReady = ready;
      ready = Ready.NOTHING;
    } finally {
      database.lock.unlock();
    }
    if (appended) {
      onAppend.run();
    }
    if (!becameReady.isNothing()) {
      onReady.accept(becameReady);
    }
    return result;
  }

  /** Runs one transaction without a result. */
  void run(Runnable work) {
    change(() -> {
      work.run();
      return true;
    });
  }
}
