package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.ImagePreparer;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.analyzer.ScriptedAnalyzer.Call;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.picture.PlainPictures;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first tasks are looked up again when others may stand before them, and not otherwise. */
class HeadsTest {
  /** More than are known at once. */
  private static final int MANY = 20;

  /** Tells what has been prepared, which is what a look leads to. */
  private static final class Prepared implements ImagePreparer {
    private final ImagePreparer plain = new PlainPictures();
    private final Arrivals<MediaDigest> order = new Arrivals<>();

    @Override
    public String profile() {
      return plain.profile();
    }

    @Override
    public Preparation prepare(Media media, InputStream content) {
      Preparation preparation = plain.prepare(media, content);
      order.add(media.digest());
      return preparation;
    }

    void await(MediaDigest wanted) throws InterruptedException {
      order.await(wanted);
    }
  }

  private static void fill(Workshop shop, String name) {
    IntStream.range(0, MANY).forEach(i -> shop.ingest(name + i));
  }

  private static List<MediaDigest> order(Workshop shop) {
    return shop.analyzer.calls().stream().map(Call::media).toList();
  }

  private static MediaDigest picture(Workshop shop, TaskId task) {
    return shop.task(task).media().digest();
  }

  @Test
  void a_backlog_that_grows_at_its_end_costs_no_look() throws InterruptedException {
    var prepared = new Prepared();
    try (var shop = new Workshop(new Workshop.Plan(1).with(prepared))) {
      shop.analyzer.hold();
      fill(shop, "first ");
      shop.dispatcher.start();
      shop.analyzer.awaitCalls(1, Workshop.PATIENCE);
      int before = shop.queue.looks().get();

      fill(shop, "second ");
      prepared.await(picture(shop, shop.ingest("urgent", Lane.INTERACTIVE)));

      assertThat(shop.queue.looks()).hasValue(before + 1);
    }
  }

  @Test
  void newcomers_to_a_queue_that_is_known_whole_cost_no_look() throws InterruptedException {
    try (var shop = new Workshop(new Workshop.Plan(1))) {
      shop.dispatcher.start();
      shop.awaitEnd(shop.ingest("before"));
      int before = shop.queue.looks().get();

      shop.analyzer.hold();
      TaskId first = shop.ingest("first");
      shop.analyzer.awaitCalls(2, Workshop.PATIENCE);
      TaskId second = shop.ingest("second");
      TaskId third = shop.ingest("third");
      shop.analyzer.release();
      shop.awaitEnd(third);

      assertThat(order(shop).subList(1, 4))
          .containsExactly(picture(shop, first), picture(shop, second), picture(shop, third));
      assertThat(shop.queue.looks()).hasValue(before);
    }
  }

  @Test
  void newcomers_are_prepared_ahead_of_their_turn() throws InterruptedException {
    var prepared = new Prepared();
    try (var shop = new Workshop(new Workshop.Plan(1).with(prepared))) {
      shop.analyzer.hold();
      shop.dispatcher.start();
      shop.ingest("running");
      shop.analyzer.awaitCalls(1, Workshop.PATIENCE);
      prepared.await(picture(shop, shop.ingest("next")));

      prepared.await(picture(shop, shop.ingest("behind it")));
      prepared.await(picture(shop, shop.ingest("behind both")));

      assertThat(shop.analyzer.calls()).hasSize(1);
    }
  }

  @Test
  void a_newcomer_of_another_lane_is_looked_for() throws InterruptedException {
    try (var shop = new Workshop(new Workshop.Plan(1))) {
      shop.analyzer.hold();
      shop.dispatcher.start();
      shop.ingest("first");
      shop.analyzer.awaitCalls(1, Workshop.PATIENCE);
      TaskId usual = shop.ingest("usual");
      TaskId urgent = shop.ingest("urgent", Lane.INTERACTIVE);
      shop.analyzer.release();
      shop.awaitEnd(usual);

      assertThat(order(shop).subList(1, 3))
          .containsExactly(picture(shop, urgent), picture(shop, usual));
    }
  }

  @Test
  void a_fresh_one_is_found_that_goes_before_the_retried() throws InterruptedException {
    var prepared = new Prepared();
    try (var shop = new Workshop(new Workshop.Plan(1).with(prepared))) {
      fill(shop, "retried ");
      failAll(shop);
      shop.analyzer.hold();
      shop.dispatcher.start();
      shop.analyzer.awaitCalls(1, Workshop.PATIENCE);

      TaskId fresh = shop.ingest("fresh");
      prepared.await(picture(shop, fresh));
      shop.analyzer.release();
      shop.awaitEnd(fresh);

      assertThat(order(shop).indexOf(picture(shop, fresh))).isEqualTo(1);
    }
  }

  private static void failAll(Workshop shop) {
    QuotaKey key = shop.store.queue().readyKeys().getFirst();
    List<Claim> claims =
        shop.store
            .queue()
            .claim(shop.store.queue().heads(key, MANY).stream().map(task -> task.id()).toList());
    AttemptEnd failed = TaskFixtures.retryAt(shop.clock.instant());
    Expense expense = TaskFixtures.expense(failed, shop.clock.instant());
    claims.forEach(claim -> shop.store.queue().end(claim.lease(), failed, expense));
    shop.store.queue().releaseDelayed();
  }
}
