package dev.depict.emulator.book;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where arrivals are written down. Safe for concurrent use. */
public final class Ledger {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<Arrival> arrivals = new ArrayList<>();

  public void add(Arrival arrival) {
    lock.lock();
    try {
      arrivals.add(place(arrival), arrival);
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Those that take longer to read are written down behind others that arrived later. */
  private int place(Arrival arrival) {
    int place = arrivals.size();
    while (place > 0 && arrivals.get(place - 1).time().isAfter(arrival.time())) {
      place--;
    }
    return place;
  }

  /** A call has got its answer, or lost its connection. Does nothing for one that is forgotten. */
  public void end(int number, Instant time) {
    lock.lock();
    try {
      int place = arrivals.size() - 1;
      while (place >= 0 && arrivals.get(place).number() != number) {
        place--;
      }
      if (place >= 0) {
        arrivals.set(place, arrivals.get(place).endedAt(time));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Everything until now, in the order of time. */
  public Books books() {
    lock.lock();
    try {
      return new Books(arrivals);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until so many calls have arrived, or the time is over; says whether they have. */
  public boolean await(int count, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (arrivals.size() < count && left > 0) {
        left = grown.awaitNanos(left);
      }
      return arrivals.size() >= count;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets everything. */
  public void clear() {
    lock.lock();
    try {
      arrivals.clear();
    } finally {
      lock.unlock();
    }
  }
}
