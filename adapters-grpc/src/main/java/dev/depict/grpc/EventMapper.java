package dev.depict.grpc;

import dev.depict.application.port.out.EventPosition;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.TaskEvent;
import dev.depict.proto.v1.WatchMark;
import dev.depict.proto.v1.WatchTasksResponse;

/** Shows changes and positions. */
final class EventMapper {
  private EventMapper() {}

  /**
   * @param database the one whose events these are
   */
  static WatchTasksResponse event(dev.depict.domain.task.TaskEvent event, EventPosition database) {
    var mapped =
        TaskEvent.newBuilder()
            .setResumeToken(ResumeToken.of(database.at(event.position())))
            .setType(ResponseEnums.eventType(event.type()))
            .setTask(task(event))
            .setCommitTime(Times.timestamp(event.time()));
    event.previous().map(ResponseEnums::status).ifPresent(mapped::setPreviousStatus);
    return WatchTasksResponse.newBuilder().setEvent(mapped).build();
  }

  static WatchTasksResponse mark(EventPosition position) {
    return WatchTasksResponse.newBuilder()
        .setMark(WatchMark.newBuilder().setResumeToken(ResumeToken.of(position)))
        .build();
  }

  /** Of a task that is deleted by now only its name and what the event says are known. */
  private static Task.Builder task(dev.depict.domain.task.TaskEvent event) {
    Task.Builder task =
        event
            .task()
            .map(TaskMapper::builder)
            .orElseGet(() -> Task.newBuilder().setName(TaskMapper.name(event.taskId())));
    event.status().map(ResponseEnums::status).ifPresent(task::setStatus);
    return task;
  }
}
