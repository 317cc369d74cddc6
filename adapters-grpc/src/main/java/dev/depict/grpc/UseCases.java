package dev.depict.grpc;

import dev.depict.application.port.in.AwaitTask;
import dev.depict.application.port.in.CancelTask;
import dev.depict.application.port.in.ChangeTasks;
import dev.depict.application.port.in.CheckData;
import dev.depict.application.port.in.ControlQueue;
import dev.depict.application.port.in.DeleteTask;
import dev.depict.application.port.in.EstimateIngest;
import dev.depict.application.port.in.FindTask;
import dev.depict.application.port.in.IngestImage;
import dev.depict.application.port.in.IngestImages;
import dev.depict.application.port.in.ListTasks;
import dev.depict.application.port.in.ProcessQueue;
import dev.depict.application.port.in.ReadMedia;
import dev.depict.application.port.in.ReanalyzeTasks;
import dev.depict.application.port.in.RetryTask;
import dev.depict.application.port.in.UploadMedia;
import dev.depict.application.port.in.WatchTasks;

/**
 * Everything the server can be asked to do, by what it is about. All of them are called by many
 * threads at once.
 */
public record UseCases(Intake intake, Tasks tasks, Media media, Queue queue) {
  /** What makes new tasks, or tells what they would cost. */
  public record Intake(
      IngestImage one, IngestImages many, EstimateIngest estimate, ReanalyzeTasks reanalyze) {}

  /** What shows tasks, and changes them. */
  public record Tasks(
      FindTask find, ListTasks list, AwaitTask await, WatchTasks watch, Changes changes) {}

  /** What changes tasks. */
  public record Changes(CancelTask cancel, RetryTask retry, DeleteTask delete, ChangeTasks all) {}

  /** What stores pictures without a task, and gives them back. */
  public record Media(UploadMedia upload, ReadMedia read) {}

  /** What is about the queue as a whole. */
  public record Queue(ControlQueue control, ProcessQueue process, CheckData check) {}
}
