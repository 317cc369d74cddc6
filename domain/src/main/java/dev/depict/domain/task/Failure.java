package dev.depict.domain.task;

/**
 * Why an attempt, or a task, ended without an answer.
 *
 * @param code the provider's code or the name of the fault, such as {@code 503} or {@code SAFETY};
 *     empty for none
 * @param words what the provider said, word for word, or what Depict says where nobody else did
 */
public record Failure(FailureClass failureClass, String code, String words) {}
