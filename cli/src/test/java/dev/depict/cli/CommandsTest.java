package dev.depict.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.depict.proto.v1.WaitReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class CommandsTest {
  @TempDir private Path folder = Path.of("");
  private CommandLineHarness cli = open();

  private static CommandLineHarness open() {
    try {
      return new CommandLineHarness();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void write_pictures() throws IOException {
    for (String name : new String[] {"one", "two", "three"}) {
      Files.writeString(folder.resolve(name + ".jpg"), name);
    }
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @Test
  void an_unknown_option_is_one_line_with_a_hint() {
    var ran = cli.run("ingest", "--promt", "x", "a.jpg");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .singleElement()
        .asString()
        .startsWith("depict: Unknown option")
        .contains("--promt", "`depict ingest --help`");
  }

  @Test
  void usage_faults_are_one_line_each() {
    assertThat(cli.run("ingets").err().lines()).singleElement().asString().contains("'ingets'");
    assertThat(cli.run("ingest").err())
        .contains("Missing required parameter", "`depict ingest --help`");
    assertThat(cli.run("task").err()).contains("one of get, list, wait, cancel, retry");
    assertThat(cli.run("ingest", "--lane", "slow", "a").err())
        .contains("'slow' is no lane; choose one of interactive, normal, bulk");
    assertThat(cli.run("ingest", "--wait", "soon", "a").err())
        .contains("'soon' is no duration; write it like 90s, 10m or 1h30m");
    assertThat(cli.run("ingest", "--wait", "soon", "a").code()).isEqualTo(2);
  }

  @Test
  void help_groups_the_commands_and_shows_examples_and_settings() {
    var ran = cli.run("--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains(
            "Pictures:",
            "Server:",
            "Examples:",
            "queue process|pause|resume",
            "Trying things out:",
            "emulator")
        .contains("--queue-max-pending", "Most waiting tasks. (1000000)", "--server");
    assertThat(cli.run("ingest", "--help").out())
        .contains("Usage: depict ingest", "--[no-]recursive", "Examples:")
        .doesNotContain("--queue-max-pending");
    assertThat(cli.run()).isEqualTo(ran);
    assertThat(cli.run("--version").out().strip()).isEqualTo("depict 0.1.0");
  }

  @Test
  void settings_are_options_of_every_command_and_before_it() {
    cli.run("serve", "--data-dir", "/srv/depict", "--queue-max-pending=5");
    assertThat(cli.served)
        .containsOnly(entry("data.dir", "/srv/depict"), entry("queue.max-pending", "5"));
    assertThat(cli.run("--data-dir", "/x", "config", "show").out().strip())
        .isEqualTo("data.dir = /x");
  }

  @Test
  void notices_of_the_connection_are_shown_once() {
    cli.notices.add("no key is set: the offline analyzer answers");
    assertThat(cli.run("queue").err().lines())
        .containsExactly("depict: no key is set: the offline analyzer answers");
  }

  @Test
  void the_queue_shows_counts_quota_and_why_it_waits() {
    cli.run("queue", "pause");
    var ran = cli.run("queue");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("paused since 08:00:00; `depict queue resume` ends it")
        .contains("gemini flash: waits, the quota of the minute is spent, until 08:00:00")
        .contains(
            "  requests/min      [####################] 15 of 15 (learned at 08:00:00)",
            "  requests/day      [--------------------] 12 of 500 (configured)",
            "1200 waiting, 2 running, done about 08:00:00",
            "; input estimated 3 % too low",
            "All of it done about:  08:00:00")
        .contains("1200 waiting, 2 running")
        .contains("today   12 calls, 900 tokens in, 80 out, $0.0004, 1 of unknown outcome")
        .contains("Next delayed task due: 08:00:00", "gemini (flash), no key")
        .contains("GEMINI_API_KEY", "--gemini-api-key-file", "https://aistudio.google.com/apikey")
        .containsPattern("pending +0 +0 +1200 +1200");
    assertThat(cli.run("queue", "resume").out().strip()).isEqualTo("The queue is resumed.");
    assertThat(cli.run("queue", "--output", "json").out()).startsWith("{\"counts\":[");
  }

  @Test
  void tasks_are_listed_page_by_page() {
    cli.run("ingest", folder.toString());
    var ran = cli.run("task", "list", "--limit", "2");

    assertThat(ran.lines()).hasSize(3);
    assertThat(ran.lines().get(1)).startsWith("1 ").contains("completed", "A picture of");
    assertThat(ran.err()).contains("--page-token=3");
    assertThat(cli.run("task", "list", "--page-token", "3", "--output", "json").lines()).hasSize(1);
  }

  @Test
  void a_task_is_shown_with_its_words_and_an_unknown_one_is_one_line() {
    cli.run("ingest", folder.resolve("one.jpg").toString());
    var ran = cli.run("task", "get", "1", "tasks/99");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("Task         tasks/1", "Alt text     A picture of one");
    assertThat(ran.err().strip()).isEqualTo("depict: no task tasks/99");
  }

  @Test
  void tasks_are_cancelled_and_waited_for() {
    cli.tasks.waiting = Optional.of(WaitReason.WAIT_REASON_QUOTA);
    cli.run("ingest", "--async", folder.resolve("one.jpg").toString());

    assertThat(cli.run("task", "wait", "--wait", "0s", "1").code()).isEqualTo(1);
    assertThat(cli.run("task", "cancel", "1").out()).startsWith("tasks/1  cancelled");
    cli.tasks.goOn();
    assertThat(cli.run("task", "wait", "1").code()).isZero();
  }

  @Test
  void watch_goes_on_from_a_token_through_a_broken_connection() {
    cli.run("ingest", "--async", folder.toString());
    cli.tasks.stream.breaks.addAll(List.of(4));
    var ran = cli.run("watch", "--since-token", "after-0", "--limit", "9");

    assertThat(ran.code()).isZero();
    assertThat(ran.lines()).hasSize(9).doesNotHaveDuplicates();
    assertThat(ran.lines())
        .anySatisfy(line -> assertThat(line).contains("completed", "one.jpg", "A picture of one"));
    assertThat(ran.err())
        .contains("the connection broke and is taken up again")
        .contains("to go on from here: depict watch --since-token after-9");
    assertThat(
            cli.run("watch", "--output", "json", "--since-token", "after-8", "--limit", "1").out())
        .startsWith("{\"resumeToken\":\"after-9\"");
  }

  @Test
  void a_watch_for_no_event_tells_the_token_of_now() {
    var ran = cli.run("watch", "--limit", "0", "--output", "json");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().strip()).isEqualTo("{\"resumeToken\":\"after-0\"}");
    assertThat(cli.run("watch", "--limit", "0").out()).isEmpty();
  }

  @Test
  void watch_says_when_its_token_is_too_old() {
    cli.tasks.stream.outOfRangeOnce = true;
    var ran = cli.run("watch", "--since-token", "after-0");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("the changes since are gone; `depict task list` shows");
  }
}
