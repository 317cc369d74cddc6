package dev.depict.testkit.property;

import dev.depict.application.port.out.EventLog;
import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.task.TaskEvent;
import java.util.List;

/** The events of a store with a fault. */
record FaultyEvents(EventLog real, Fault fault) implements EventLog {
  @Override
  public List<TaskEvent> read(EventPosition after, int limit) {
    return fault.events(real.read(after, limit));
  }

  @Override
  public EventPosition newest() {
    return real.newest();
  }

  @Override
  public void onAppend(Runnable listener) {
    real.onAppend(listener);
  }
}
