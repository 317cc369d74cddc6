package dev.depict.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.testkit.analyzer.ScriptedAnalyzer.Call;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tasks that two processes died of, or beside. */
class SuspectsTest {
  private static final int OTHERS = 20;

  @Test
  void a_suspect_is_prepared_and_called_while_nothing_else_is() {
    try (var shop = new Workshop(4)) {
      List<TaskId> others = IntStream.range(0, OTHERS).mapToObj(i -> shop.ingest("p" + i)).toList();
      TaskId suspect = shop.ingest("suspect");
      shop.dispatcher.suspect(List.of(suspect));
      shop.analyzer.hold();

      shop.dispatcher.start();
      shop.analyzer.awaitCalls(1, Workshop.PATIENCE);

      MediaDigest picture = shop.task(suspect).media().digest();
      assertThat(shop.analyzer.calls()).extracting(Call::media).containsExactly(picture);
      assertThat(others).allMatch(task -> shop.task(task).status() == TaskStatus.PENDING);
      shop.analyzer.release();
      shop.awaitEnd(suspect);
      others.forEach(shop::awaitEnd);
    }
  }

  @Test
  void a_suspect_that_was_cancelled_holds_up_nobody() {
    try (var shop = new Workshop(4)) {
      TaskId suspect = shop.ingest("suspect");
      shop.store.tasks().cancel(suspect);
      TaskId other = shop.ingest("other");
      shop.dispatcher.suspect(List.of(suspect));

      shop.dispatcher.start();

      assertThat(shop.awaitEnd(other).status()).isEqualTo(TaskStatus.COMPLETED);
    }
  }
}
