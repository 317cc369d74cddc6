package dev.depict.grpc;

import dev.depict.application.port.in.TaskView;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.Progress;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.proto.v1.QuotaKey;
import dev.depict.proto.v1.Task;
import dev.depict.proto.v1.WaitReason;
import dev.depict.proto.v1.WaitState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows tasks. */
final class TaskMapper {
  private TaskMapper() {}

  /** The name of a task on the wire. */
  static String name(TaskId id) {
    return "tasks/" + id;
  }

  static Task task(TaskView view) {
    Task.Builder task = builder(view.task());
    view.waits().ifPresent(wait -> task.setWait(waitState(wait)));
    return task.build();
  }

  /** Also what takes more than a look at its row. */
  static Task full(TaskView view, List<Attempt> attempts, Optional<Instant> finishTime) {
    Task.Builder task = task(view).toBuilder();
    task.addAllAttempts(AttemptMapper.attempts(attempts, view.task().status()));
    finishTime
        .map(Times::timestamp)
        .ifPresent(time -> {
          task.setEstimatedFinishTime(time);
          if (task.getWait().getReason() == WaitReason.WAIT_REASON_BACKLOG) {
            task.getWaitBuilder().setUntilTime(time);
          }
        });
    return task.build();
  }

  /** Everything but what it waits for and its attempts. */
  static Task.Builder builder(dev.depict.domain.task.Task task) {
    var mapped = Task.newBuilder().setName(name(task.id()));
    mapped.setStatus(ResponseEnums.status(task.status())).setLane(ResponseEnums.lane(task.lane()));
    mapped.setMedia(MediaMapper.media(task.media())).setReused(task.reused());
    mapped.setQuotaKey(quotaKey(task.estimate().key()));
    mapped.setEstimatedInputTokens(task.estimate().inputTokens());
    mapped.setEstimatedCostMicroUsd(task.estimate().cost().value());
    task.supersedes().ifPresent(older -> mapped.setSupersedes(name(older)));
    addOrigin(mapped, task.origin());
    addQuestion(mapped, task.question());
    addProgress(mapped, task.progress());
    addOutcome(mapped, task);
    return mapped;
  }

  static WaitState waitState(dev.depict.domain.task.WaitReason wait) {
    var mapped = WaitState.newBuilder().setReason(ResponseEnums.waitReason(wait.kind()));
    wait.until().ifPresent(time -> mapped.setUntilTime(Times.timestamp(time)));
    return mapped.build();
  }

  static QuotaKey quotaKey(dev.depict.domain.quota.QuotaKey key) {
    return QuotaKey.newBuilder()
        .setProvider(key.provider())
        .setCredential(key.credential())
        .setModel(key.model())
        .build();
  }

  private static void addOrigin(Task.Builder mapped, Origin origin) {
    mapped.setSource(origin.source()).addAllLabels(origin.labels());
    origin.requestId().ifPresent(mapped::setRequestId);
  }

  private static void addQuestion(
      Task.Builder mapped, dev.depict.domain.question.Question question) {
    mapped
        .setUserPrompt(question.userPrompt())
        .setContextText(question.contextText())
        .setLanguage(question.language())
        .setProvider(question.provider())
        .setMediaResolution(ResponseEnums.resolution(question.resolution()));
    question.requestedModel().ifPresent(mapped::setModel);
  }

  private static void addProgress(Task.Builder mapped, Progress progress) {
    mapped
        .setAttemptCount(progress.attempts())
        .setCountedFailureCount(progress.countedFailures())
        .setRound(progress.round())
        .setCreateTime(Times.timestamp(progress.createTime()))
        .setUpdateTime(Times.timestamp(progress.updateTime()));
    progress.leader().ifPresent(leader -> mapped.setLeader(name(leader)));
    progress.nextAttemptTime().map(Times::timestamp).ifPresent(mapped::setNextAttemptTime);
    progress.startTime().map(Times::timestamp).ifPresent(mapped::setStartTime);
    progress.finishTime().map(Times::timestamp).ifPresent(mapped::setFinishTime);
  }

  private static void addOutcome(Task.Builder mapped, dev.depict.domain.task.Task task) {
    if (task.status() == TaskStatus.COMPLETED) {
      task.answer().map(AnswerMapper::answer).ifPresent(mapped::setAnswer);
    } else if (task.status() != TaskStatus.CANCELLED) {
      task.failure()
          .map(failure -> FailureMapper.ofTask(failure, task.status()))
          .ifPresent(mapped::setFailure);
    }
  }
}
