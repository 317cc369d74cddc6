package dev.depict.testkit.property;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.application.port.out.TaskChange;
import dev.depict.application.port.out.TaskQueue.Recovered;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskEvent;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.contract.Store;
import java.util.List;
import java.util.Map;

/** What a store does wrong. Each method gets the real one and does as it does, unless told. */
class Fault {
  List<Ingested> ingest(Store real, List<NewTask> tasks, boolean atomic) {
    return real.tasks().ingest(tasks, atomic);
  }

  List<Changed> change(Store real, TaskChange change, List<TaskId> tasks) {
    return real.tasks().change(change, tasks);
  }

  List<Claim> claim(Store real, List<TaskId> tasks) {
    return real.queue().claim(tasks);
  }

  boolean end(Store real, Lease lease, AttemptEnd end, Expense expense) {
    return real.queue().end(lease, end, expense);
  }

  Recovered recover(Store real) {
    return real.queue().recover();
  }

  List<TaskEvent> events(List<TaskEvent> read) {
    return read;
  }

  Map<QuotaKey, DayUsage> day(Map<QuotaKey, DayUsage> booked) {
    return booked;
  }
}
