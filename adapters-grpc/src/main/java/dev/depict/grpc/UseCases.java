package dev.depict.grpc;

import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.CancelTask;
import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.in.ProcessQueue;
import dev.depict.application.port.in.RetryTask;
import dev.depict.application.port.in.WatchTasks;

/**
 * Everything the server can be asked to do, by the service that offers it. All of them are called
 * by many threads at once.
 */
public record UseCases(Tasks tasks, Queue queue) {
  /** What the service of tasks offers. */
  public record Tasks(
      IngestImage ingest,
      EstimateIngest estimate,
      FindTask find,
      ListTasks list,
      AwaitTask await,
      WatchTasks watch,
      CancelTask cancel,
      RetryTask retry) {}

  /** What the service of the queue offers. */
  public record Queue(ControlQueue control, ProcessQueue process) {}
}
