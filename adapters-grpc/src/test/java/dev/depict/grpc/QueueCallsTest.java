package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.proto.v1.CheckDataRequest;
import dev.depict.proto.v1.ForgetLearnedLimitsRequest;
import dev.depict.proto.v1.GetQueueRequest;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.PauseQueueRequest;
import dev.depict.proto.v1.Queue;
import dev.depict.proto.v1.QuotaKeyCondition;
import dev.depict.proto.v1.ResumeQueueRequest;
import dev.depict.proto.v1.TaskCount;
import dev.depict.proto.v1.TaskStatus;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueCallsTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void the_queue_tells_what_waits_and_who_tells_it() {
    rig.end(rig.ingest("1.png"), TaskFixtures.answered("A bird"));
    rig.ingest("1.png");
    rig.ingest("2.png");
    rig.tasks().ingest(Rig.async("3.png").setLane(Lane.LANE_BULK).build());

    Queue queue = queue();

    assertThat(queue.getCountsList())
        .containsExactlyInAnyOrder(
            count(TaskStatus.TASK_STATUS_PENDING, Lane.LANE_NORMAL, 1),
            count(TaskStatus.TASK_STATUS_PENDING, Lane.LANE_BULK, 1),
            count(TaskStatus.TASK_STATUS_COMPLETED, Lane.LANE_UNSPECIFIED, 2));
    assertThat(queue.getAvoidedCallCount()).isEqualTo(1);
    assertThat(queue.getAnalyzersList()).hasSize(1).allMatch(analyzer -> analyzer.getHasKey());
    assertThat(queue.getServer().getVersion()).isEqualTo("1.2.3");
    assertThat(queue.getWorkerEnabled()).isTrue();
    assertThat(queue.getOldestPendingCreateTime()).isEqualTo(Times.timestamp(rig.clock.instant()));
    assertThat(queue.getQuotaKeysList())
        .singleElement()
        .satisfies(key -> {
          assertThat(key.getCondition()).isEqualTo(QuotaKeyCondition.QUOTA_KEY_CONDITION_OPEN);
          assertThat(key.hasWait()).isFalse();
        });
  }

  @Test
  void a_check_of_sound_data_finds_nothing() {
    rig.end(rig.ingest("1.png"), TaskFixtures.answered("A bird"));

    var found = rig.queue().checkData(CheckDataRequest.getDefaultInstance());

    assertThat(found.getCheckedCount()).isPositive();
    assertThat(found.getFaultsList()).isEmpty();
  }

  @Test
  void pausing_and_resuming_may_be_repeated() {
    var pause = PauseQueueRequest.getDefaultInstance();
    var resume = ResumeQueueRequest.getDefaultInstance();
    rig.ingest("1.png");

    var first = rig.queue().pauseQueue(pause);
    rig.clock.advance(Duration.ofSeconds(1));

    assertThat(rig.queue().pauseQueue(pause)).isEqualTo(first);
    assertThat(queue().getPauseTime()).isEqualTo(first.getPauseTime());
    assertThat(queue().getQuotaKeys(0).getCondition())
        .isEqualTo(QuotaKeyCondition.QUOTA_KEY_CONDITION_WAITING);
    assertThat(rig.queue().resumeQueue(resume).getWasPaused()).isTrue();
    assertThat(rig.queue().resumeQueue(resume).getWasPaused()).isFalse();
    assertThat(queue().hasPauseTime()).isFalse();
  }

  @Test
  void a_resume_names_the_keys_that_are_tried_again() {
    rig.queue.probed =
        List.of(new QuotaKey("gemini", "key-1", "b"), new QuotaKey("gemini", "key-1", "a"));

    assertThat(
            rig.queue()
                .resumeQueue(ResumeQueueRequest.getDefaultInstance())
                .getProbedQuotaKeysList())
        .extracting(dev.depict.proto.v1.QuotaKey::getModel)
        .containsExactly("a", "b");
  }

  @Test
  void what_was_learned_is_forgotten_of_one_key_or_of_all() {
    var key = new QuotaKey("gemini", "key-1", "a");
    var other = new QuotaKey("gemini", "key-1", "b");
    rig.store.learned().learn(List.of(lesson(key), lesson(other)));

    assertThat(forget(request -> request.setQuotaKey(TaskMapper.quotaKey(key)))).isEqualTo(1);
    assertThat(rig.store.learned().of(other)).isNotEmpty();
    assertThat(forget(request -> request)).isEqualTo(1);
    assertThat(forget(request -> request)).isZero();
  }

  @Test
  void half_a_key_is_none() {
    var half = dev.depict.proto.v1.QuotaKey.newBuilder().setProvider("gemini");

    assertThat(Errors.fields(Errors.of(() -> forget(request -> request.setQuotaKey(half)))))
        .containsExactly("quota_key");
  }

  private int forget(UnaryOperator<ForgetLearnedLimitsRequest.Builder> request) {
    return rig.queue()
        .forgetLearnedLimits(request.apply(ForgetLearnedLimitsRequest.newBuilder()).build())
        .getForgottenCount();
  }

  private Lesson lesson(QuotaKey key) {
    return new Lesson(
        key,
        LimitKind.REQUESTS_PER_MINUTE,
        OptionalLong.of(15),
        rig.clock.instant(),
        Optional.empty());
  }

  private Queue queue() {
    return rig.queue().getQueue(GetQueueRequest.getDefaultInstance()).getQueue();
  }

  private static TaskCount count(TaskStatus status, Lane lane, int count) {
    return TaskCount.newBuilder().setStatus(status).setLane(lane).setCount(count).build();
  }
}
