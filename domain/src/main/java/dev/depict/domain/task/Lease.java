package dev.depict.domain.task;

/**
 * The right to end one attempt. A lease whose attempt is not the running one any more changes
 * nothing (fencing).
 *
 * @param epoch the start of the process that made the claim, counted by the database
 * @param attempt number of the attempt within the task, from 1
 */
public record Lease(TaskId task, long epoch, int attempt) {}
