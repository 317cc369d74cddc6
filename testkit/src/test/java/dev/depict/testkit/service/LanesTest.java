package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.analyzer.ScriptedAnalyzer.Call;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Urgent lanes go first, and the others are not forgotten. */
class LanesTest {
  /** Where in the order of the calls a task stood, from 0. */
  private static int place(Workshop shop, TaskId task) {
    List<MediaDigest> order = shop.analyzer.calls().stream().map(Call::media).toList();
    return order.indexOf(shop.task(task).media().digest());
  }

  @Test
  void one_call_in_ten_is_for_whoever_waits_longest_in_a_lower_lane() {
    try (var shop = new Workshop(1)) {
      List<TaskId> bulk =
          IntStream.range(0, 3).mapToObj(i -> shop.ingest("b" + i, Lane.BULK)).toList();
      List<TaskId> urgent =
          IntStream.range(0, 60).mapToObj(i -> shop.ingest("i" + i, Lane.INTERACTIVE)).toList();

      shop.dispatcher.start();
      urgent.forEach(shop::awaitEnd);
      bulk.forEach(shop::awaitEnd);

      assertThat(bulk.stream().map(task -> place(shop, task)).toList()).containsExactly(9, 19, 29);
    }
  }

  @Test
  void the_longest_waiting_one_is_taken_whatever_lower_lane_it_is_in() {
    try (var shop = new Workshop(1)) {
      TaskId older = shop.ingest("older", Lane.BULK);
      TaskId younger = shop.ingest("younger", Lane.NORMAL);
      List<TaskId> urgent =
          IntStream.range(0, 30).mapToObj(i -> shop.ingest("i" + i, Lane.INTERACTIVE)).toList();

      shop.dispatcher.start();
      urgent.forEach(shop::awaitEnd);
      shop.awaitEnd(older);
      shop.awaitEnd(younger);

      assertThat(place(shop, older)).isEqualTo(9);
      assertThat(place(shop, younger)).isEqualTo(19);
    }
  }
}
