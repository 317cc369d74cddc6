package dev.depict.domain.task;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.media.Media;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Estimate;
import java.util.Optional;

/**
 * One request for an answer.
 *
 * @param reused whether the answer was stored already, so that this task cost nothing
 * @param supersedes the older task this one was asked to replace
 */
public record Task(
    TaskId id,
    Origin origin,
    Media media,
    Question question,
    Estimate estimate,
    Lane lane,
    Optional<TaskId> supersedes,
    Progress progress,
    boolean reused,
    Optional<Answer> answer,
    Optional<Failure> failure) {

  public TaskStatus status() {
    return progress.status();
  }

  /**
   * The task as an event names it: with the event's status and failure, and with its answer only if
   * that event completed it.
   */
  public Task namedBy(TaskStatus then, Optional<Failure> thenFailure) {
    boolean completed = then == TaskStatus.COMPLETED;
    return new Task(
        id,
        origin,
        media,
        question,
        estimate,
        lane,
        supersedes,
        progress.with(then),
        completed && reused,
        completed ? answer : Optional.empty(),
        thenFailure);
  }
}
