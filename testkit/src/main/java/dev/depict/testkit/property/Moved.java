package dev.depict.testkit.property;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.Optional;

/** A change of a task that has to be in the log. */
record Moved(TaskId task, EventType type, Optional<TaskStatus> from, Optional<TaskStatus> to) {}
