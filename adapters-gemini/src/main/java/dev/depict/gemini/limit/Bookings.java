package dev.depict.gemini.limit;

import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.task.Task;
import java.util.HashMap;
import java.util.Map;

/** The calls that are permitted and not settled yet. Not safe for concurrent use. */
final class Bookings {
  private final Map<Long, Booking> bookings = new HashMap<>();
  private long newest;

  /** The number of the last permission. */
  long newest() {
    return newest;
  }

  /** Permits a call, and counts it wherever it counts. */
  Grant open(Task task, KeyLimits key, Day day, Moment now) {
    long grant = ++newest;
    key.credential().granted(grant);
    key.model().granted(grant);
    key.circuit().granted(grant);
    day.add(task.estimate());
    var place = key.gate().take(task.estimate().inputTokens(), key.minute(now), now.nanos());
    bookings.put(grant, new Booking(task, key, place, day));
    return new Grant(grant, task);
  }

  /** The call is sent. Says whether that is on another day than it was permitted. */
  boolean send(Grant grant, Moment now) {
    Booking booking = bookings.get(grant.number());
    if (booking == null) {
      return false;
    }
    booking.key().gate().window().sent(booking.place(), now.nanos());
    return !booking.day().date().equals(PacificDay.of(now.time()));
  }

  /** Counts a call on the day it is sent. Says whether there was one to count. */
  boolean move(Grant grant, Day day) {
    Booking moved = bookings.computeIfPresent(grant.number(), (_, booking) -> booking.movedTo(day));
    return moved != null;
  }

  /** The call is not made. Says whether its place came free. */
  boolean drop(Grant grant, Moment now) {
    Booking booking = bookings.remove(grant.number());
    if (booking == null) {
      return false;
    }
    KeyLimits key = booking.key();
    key.gate().giveBack(booking.place(), key.minute(now));
    booking.day().remove(booking.estimate());
    key.credential().givenBack(grant.number());
    key.model().givenBack(grant.number());
    key.circuit().givenBack(grant.number());
    return true;
  }

  /** The call has ended. */
  Settlement.Result settle(Grant grant, Outcome outcome, Moment now) {
    Booking booking = bookings.remove(grant.number());
    return booking == null
        ? Settlement.Result.NOTHING
        : Settlement.settle(grant.number(), booking, outcome, now);
  }
}
