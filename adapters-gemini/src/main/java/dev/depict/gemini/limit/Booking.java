package dev.depict.gemini.limit;

import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.SendWindow;
import dev.depict.domain.task.Task;

/** Where a permitted call is counted. */
record Booking(Task task, KeyLimits key, SendWindow.Place place, Day day) {
  Estimate estimate() {
    return task.estimate();
  }

  /** The call is sent on this day: it counts there and nowhere else. */
  Booking movedTo(Day other) {
    day.remove(estimate());
    other.add(estimate());
    return new Booking(task, key, place, other);
  }
}
