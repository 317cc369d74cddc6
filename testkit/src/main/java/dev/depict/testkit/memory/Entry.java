package dev.depict.testkit.memory;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/** One event as it is kept. */
record Entry(
    long position,
    EventType type,
    TaskId task,
    Optional<TaskStatus> previous,
    Optional<TaskStatus> status,
    Instant time,
    Optional<Failure> failure) {}
