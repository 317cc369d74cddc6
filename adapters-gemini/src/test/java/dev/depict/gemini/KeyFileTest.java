package dev.depict.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.task.FailureClass;
import dev.depict.emulator.Delay;
import dev.depict.emulator.GeminiEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest extends GeminiTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("key");
  }

  @Test
  void a_corrected_file_is_used_by_the_next_call() throws Exception {
    Files.writeString(file, "wrong-key\n");
    try (ApiKeys keys = ApiKeys.file(file);
        var asked = analyzer(settings(), keys)) {
      assertThat(Ends.failure(ask(asked, 1, "", "", MODEL)).failureClass())
          .isEqualTo(FailureClass.AUTH);

      Files.writeString(file, "\uFEFF " + KEY + " \r\n");

      Ends.answered(ask(asked, 1, "", "", MODEL));
    }
  }

  @Test
  void a_change_is_told_without_any_call() throws Exception {
    var told = new CountDownLatch(1);
    try (ApiKeys keys = ApiKeys.file(file)) {
      keys.onChange(told::countDown);
      assertThat(keys.current()).isEmpty();

      Path fresh = Files.writeString(folder.resolve("fresh"), KEY);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);

      assertThat(told.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(keys.current()).contains(KEY);
    }
  }

  @Test
  void a_removed_file_holds_no_key() throws Exception {
    Files.writeString(file, KEY);
    try (ApiKeys keys = ApiKeys.file(file)) {
      assertThat(keys.current()).contains(KEY);
      Files.delete(file);
      assertThat(keys.current()).isEmpty();
    }
  }

  @Test
  void no_string_shows_a_key() throws Exception {
    Files.writeString(file, KEY);
    try (ApiKeys keys = ApiKeys.file(file)) {
      assertThat(keys.toString()).doesNotContain(KEY).contains(file.toString());
    }
    assertThat(ApiKeys.fixed(KEY).toString()).doesNotContain(KEY);
  }

  @Test
  void what_cannot_stand_in_a_header_is_no_key() {
    assertThat(ApiKeys.fixed("two\nlines").current()).isEmpty();
    assertThat(ApiKeys.fixed("schlüssel").current()).isEmpty();
    assertThat(ApiKeys.fixed("\t" + KEY + "\n").current()).contains(KEY);
  }

  @Test
  void a_call_under_way_ends_well_when_the_key_is_replaced() throws Exception {
    emulator.close();
    emulator = GeminiEmulator.start(emulatorSettings().withKeys(KEY, KEY + "-2"));
    emulator.thinking(Delay.fixed(Duration.ofMillis(500)));
    Files.writeString(file, KEY);
    try (ApiKeys keys = ApiKeys.file(file);
        var asked = analyzer(settings(), keys);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> ask(asked, 1, "", "", MODEL));
      assertThat(emulator.awaitArrivals(1, SOON)).isTrue();
      Files.writeString(file, KEY + "-2");

      Ends.answered(ask(asked, 2, "", "", MODEL));
      Ends.answered(first.get());
      assertThat(emulator.books().of(KEY + "-2", MODEL).count()).isEqualTo(1);
    }
  }
}
