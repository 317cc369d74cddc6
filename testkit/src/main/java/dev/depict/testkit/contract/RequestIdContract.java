package dev.depict.testkit.contract;

import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How request ids make an ingest idempotent. */
public abstract class RequestIdContract extends StoreContract {
  protected RequestIdContract() {}

  private static final Duration KEPT = Duration.ofDays(7);

  @Test
  void the_same_request_gives_the_same_task() {
    Task first = ingest(newTask("a.png").withRequestId("r-1"));
    answer(first, "a cat");

    Ingested again = ingestOne(newTask("a.png").withRequestId("r-1"));

    assertThat(again).isEqualTo(new Ingested.Replayed(now(first)));
    assertThat(store().control().counts().tasks())
        .containsOnly(Map.entry(TaskStatus.COMPLETED, 1L));
  }

  @Test
  void another_request_under_a_known_id_is_told() {
    Task first = ingest(newTask("a.png").withRequestId("r-1"));

    Ingested other = ingestOne(newTask("b.png").withRequestId("r-1"));

    assertThat(other).isEqualTo(new Ingested.RequestIdTaken("r-1", first.id()));
    assertThat(heads()).containsExactly(first.id());
  }

  @Test
  void what_is_not_stored_leaves_no_picture_behind() {
    ingest(newTask("a.png").withRequestId("r-1"));
    NewTask refused = newTask("b.png").withRequestId("r-1").build();

    store().tasks().ingest(List.of(refused));

    assertThat(store().media().info(refused.media().digest())).isEmpty();
  }

  @Test
  void callers_do_not_share_request_ids() {
    Task first = ingest(newTask("a.png").by("alice").withRequestId("r-1"));
    Task second = ingest(newTask("b.png").by("bob").withRequestId("r-1"));
    assertThat(heads()).containsExactly(first.id(), second.id());
  }

  @Test
  void a_request_is_known_within_one_batch() {
    List<Ingested> results =
        ingestAll(newTask("a.png").withRequestId("r-1"), newTask("a.png").withRequestId("r-1"));
    assertThat(results.get(1)).isEqualTo(new Ingested.Replayed(created(results.get(0))));
  }

  @Test
  void a_request_is_known_for_seven_days() {
    Task first = ingest(newTask("a.png").withRequestId("r-1"));

    clock.advance(KEPT.minusSeconds(1));
    assertThat(ingestOne(newTask("a.png").withRequestId("r-1")))
        .isEqualTo(new Ingested.Replayed(first));

    clock.advance(Duration.ofSeconds(2));
    assertThat(ingest(newTask("b.png").withRequestId("r-1")).id()).isNotEqualTo(first.id());
  }

  @Test
  void a_request_is_known_after_the_deletion_of_its_task() {
    Task first = ingest(newTask("a.png").withRequestId("r-1"));
    store().tasks().delete(first.id());

    Ingested again = ingestOne(newTask("a.png").withRequestId("r-1"));

    assertThat(again).isInstanceOf(Ingested.Replayed.class);
    assertThat(((Ingested.Replayed) again).task().id()).isEqualTo(first.id());
    assertThat(heads()).isEmpty();
    assertThat(ingestOne(newTask("b.png").withRequestId("r-1")))
        .isEqualTo(new Ingested.RequestIdTaken("r-1", first.id()));
  }

  @Test
  void a_request_is_known_after_a_crash() {
    Task first = ingest(newTask("a.png").withRequestId("r-1"));
    crashAndRecover();
    assertThat(ingestOne(newTask("a.png").withRequestId("r-1")))
        .isEqualTo(new Ingested.Replayed(first));
  }

  @Test
  void a_full_queue_still_knows_its_requests() {
    Store small = openAnother(new StoreSetting(clock, "node-1", 1));
    small.tasks().ingest(List.of(newTask("a.png").withRequestId("r-1").build()));
    assertThat(small.tasks().ingest(List.of(newTask("a.png").withRequestId("r-1").build())))
        .allSatisfy(result -> assertThat(result).isInstanceOf(Ingested.Replayed.class));
  }

  @Test
  void one_request_sent_many_times_at_once_is_stored_once() {
    List<Ingested> results =
        Together.run(16, number -> ingestOne(newTask("a.png").withRequestId("r-1")));
    assertThat(results).filteredOn(Ingested.Created.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(Ingested.Replayed.class::isInstance).hasSize(15);
  }
}
