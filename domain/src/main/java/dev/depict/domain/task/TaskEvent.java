package dev.depict.domain.task;

import java.time.Instant;
import java.util.Optional;

/**
 * One committed change of one task.
 *
 * @param position counts all events of a database from 1, without gaps
 * @param status the status the task got by this event; absent after a deletion
 * @param previous the status before; absent for a new task
 * @param task the task, with the status named by the event; absent once it is deleted
 */
public record TaskEvent(
    long position,
    EventType type,
    TaskId taskId,
    Optional<TaskStatus> previous,
    Optional<TaskStatus> status,
    Instant time,
    Optional<Task> task) {}
