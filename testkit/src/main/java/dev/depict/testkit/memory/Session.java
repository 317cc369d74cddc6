package dev.depict.testkit.memory;

import dev.depict.testkit.contract.StoreSetting;
import java.time.Instant;
import java.util.function.Supplier;

/** One process on a {@link Database}: takes its lock for each change, then calls the listeners. */
final class Session {
  final Database database;
  final StoreSetting setting;
  final long epoch;
  private volatile Runnable onAppend = () -> {};
  private volatile Runnable onReady = () -> {};
  private boolean ready;

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

  /** Notes that the change under way may have made a task ready. */
  void madeReady() {
    ready = true;
  }

  void onAppend(Runnable listener) {
    onAppend = listener;
  }

  void onReady(Runnable listener) {
    onReady = listener;
  }

  /** Runs one transaction: nobody sees a part of it. */
  <T> T change(Supplier<T> work) {
    T result;
    boolean appended;
    boolean becameReady;
    database.lock.lock();
    try {
      long before = database.lastPosition;
      result = work.get();
      appended = database.lastPosition > before;
      becameReady = ready;
      ready = false;
    } finally {
      database.lock.unlock();
    }
    if (appended) {
      onAppend.run();
    }
    if (becameReady) {
      onReady.run();
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
