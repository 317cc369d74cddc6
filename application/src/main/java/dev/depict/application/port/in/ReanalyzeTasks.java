package dev.depict.application.port.in;

import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskFilter;
import java.util.Optional;

/** Asks again about pictures that have an answer. */
public interface ReanalyzeTasks {
  /**
   * Makes a new task for each COMPLETED one that is meant and not superseded yet; it supersedes it.
   * Where the question stays the same a new answer is paid for. A call that is broken off may be
   * repeated.
   *
   * @throws dev.depict.domain.error.QueueFull when no more may wait; what was made stays so
   */
  Result reanalyze(Command command);

  /**
   * @param answeredBy only tasks whose answer came from this model
   * @param model absent for the configured one
   * @param resolution absent for that of each task
   * @param lane absent for NORMAL
   * @param dryRun whether to count and estimate only
   */
  record Command(
      String principal,
      TaskFilter filter,
      Optional<String> answeredBy,
      Optional<String> model,
      Optional<MediaResolution> resolution,
      Optional<Lane> lane,
      boolean dryRun) {}

  /**
   * @param matched tasks that are meant, whatever their status
   * @param created or to be created, when nothing is
   * @param mediaMissing left alone, because their picture is gone
   * @param inputTokens of the new tasks
   * @param cost highest to expect if each call succeeds at once
   */
  record Result(
      long matched, long created, long mediaMissing, long inputTokens, MicroDollars cost) {}
}
