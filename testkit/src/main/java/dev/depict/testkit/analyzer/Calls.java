package dev.depict.testkit.analyzer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The calls that arrived, and the gate they pass. */
final class Calls {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<ScriptedAnalyzer.Call> arrived = new ArrayList<>();
  private boolean held;
  private int underWay;
  private int mostAtOnce;

  void enter(ScriptedAnalyzer.Call call) throws InterruptedException {
    lock.lock();
    try {
      arrived.add(call);
      underWay++;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      changed.signalAll();
      while (held) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      underWay--;
    } finally {
      lock.unlock();
    }
  }

  void hold() {
    lock.lock();
    try {
      held = true;
    } finally {
      lock.unlock();
    }
  }

  void release() {
    lock.lock();
    try {
      held = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void await(int count, Duration timeout) {
    lock.lock();
    try {
      long left = timeout.toNanos();
      while (arrived.size() < count) {
        if (left <= 0) {
          throw new AssertionError(
              "%d calls expected within %s, %d arrived".formatted(count, timeout, arrived.size()));
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for calls", e);
    } finally {
      lock.unlock();
    }
  }

  List<ScriptedAnalyzer.Call> all() {
    lock.lock();
    try {
      return List.copyOf(arrived);
    } finally {
      lock.unlock();
    }
  }

  int mostAtOnce() {
    lock.lock();
    try {
      return mostAtOnce;
    } finally {
      lock.unlock();
    }
  }
}
