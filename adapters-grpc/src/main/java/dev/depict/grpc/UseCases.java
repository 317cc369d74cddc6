package dev.depict.grpc;

import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.CancelTask;
import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.in.RetryTask;
import dev.depict.application.port.in.WatchTasks;

/** Everything the server can be asked to do. All of them are called by many threads at once. */
public record UseCases(
    IngestImage ingest,
    FindTask find,
    ListTasks list,
    AwaitTask await,
    WatchTasks watch,
    CancelTask cancel,
    RetryTask retry,
    ControlQueue queue) {}
