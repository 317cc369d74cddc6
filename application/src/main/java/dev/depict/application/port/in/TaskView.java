package dev.depict.application.port.in;

import dev.depict.domain.task.Task;
import dev.depict.domain.task.WaitReason;
import java.util.Optional;

/**
 * A task as its caller sees it.
 *
 * @param waits what it waits for; present exactly while it is PENDING
 */
public record TaskView(Task task, Optional<WaitReason> waits) {}
