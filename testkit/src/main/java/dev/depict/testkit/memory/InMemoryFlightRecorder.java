package dev.depict.testkit.memory;

import dev.depict.application.port.out.FlightRecorder;
import dev.depict.domain.task.TaskId;

/** Whose pictures are being decoded, in memory that outlives the session. */
final class InMemoryFlightRecorder implements FlightRecorder {
  private final Session session;

  InMemoryFlightRecorder(Session session) {
    this.session = session;
  }

  @Override
  public void begin(TaskId task) {
    session.run(() -> session.database.flights.put(task, session.epoch));
  }

  @Override
  public void end(TaskId task) {
    session.run(() -> session.database.flights.remove(task));
  }
}
