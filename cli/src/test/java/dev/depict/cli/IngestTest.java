package dev.depict.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.proto.v1.WaitReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class IngestTest {
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
  void write_three_pictures() throws IOException {
    write("a.jpg", "boats");
    write("b.PNG", "hills");
    write("inner/c.webp", "boats");
    write("notes.txt", "text");
    write(".hidden.jpg", "secret");
    write(".git/d.jpg", "secret");
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @Test
  void a_folder_gives_a_table_in_order_and_a_summary() {
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.lines().getFirst())
        .startsWith("FILE")
        .contains("STATUS", "ALT TEXT", "KEYWORDS");
    assertThat(ran.lines().get(1)).contains("a.jpg", "A picture of boats", "boats, picture");
    assertThat(ran.lines().get(2)).contains("b.PNG", "analyzed", "A picture of hills");
    assertThat(ran.lines().get(3)).contains("c.webp", "A picture of boats");
    // Pictures are handed over side by side: of two that are alike, either may come first.
    assertThat(ran.lines().get(1) + ran.lines().get(3)).contains("analyzed", "duplicate");
    assertThat(ran.lines().getLast()).isEqualTo("3 pictures: 2 analyzed, 1 duplicate, 0 failed");
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void the_second_run_says_that_all_is_known() {
    cli.run("ingest", folder.toString());
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.lines().getLast()).isEqualTo("3 pictures: 0 analyzed, 3 already known");
  }

  @Test
  void json_is_one_line_for_each_picture_and_nothing_else() throws IOException {
    Path refused = write("x.jpg", "text in disguise");
    var ran = cli.run("ingest", "--output", "json", path("a.jpg"), refused.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.lines())
        .hasSize(2)
        .anySatisfy(line ->
            assertThat(line)
                .startsWith("{\"file\":\"" + path("a.jpg") + "\",\"task\":{\"name\":\"tasks/")
                .contains("\"altText\":\"A picture of boats\""))
        .anySatisfy(line ->
            assertThat(line)
                .isEqualTo(
                    "{\"file\":\"%s\",\"error\":{\"reason\":\"MEDIA_UNSUPPORTED\",\"message\":\"this is no picture; send a JPEG or a PNG\"}}"
                        .formatted(refused)));
    assertThat(ran.err()).contains("2 pictures: 1 analyzed, 1 failed");
  }

  @Test
  void each_bad_input_is_one_line_and_the_others_still_go_through() throws IOException {
    Path empty = write("empty.jpg", "");
    Path text = write("text.jpg", "text");
    Path cut = write("cut.jpg", "cut");
    Path bad = write("bad.jpg", "bad");
    Files.createDirectory(folder.resolve("nothing"));
    var ran =
        cli.run(
            "ingest",
            path("missing.jpg"),
            path("nothing"),
            empty.toString(),
            text.toString(),
            cut.toString(),
            bad.toString(),
            path("a.jpg"));

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err().lines())
        .containsExactlyInAnyOrder(
            "depict: " + path("missing.jpg") + ": no such file or folder; check the spelling",
            "depict: "
                + path("nothing")
                + ": no pictures in this folder (looked for jpg, png, webp, gif, bmp, tiff, heic);"
                + " files that are called otherwise must be named one by one",
            "depict: " + empty + ": the file is empty (0 bytes); send a picture",
            "depict: " + text + ": this is no picture; send a JPEG or a PNG",
            "depict: " + cut + ": the JPEG is cut off; send the whole file",
            "depict: "
                + bad
                + ": blocked: the provider will not look at this;"
                + " send another picture, prompt or model");
    assertThat(ran.lines().getLast()).isEqualTo("7 pictures: 1 analyzed, 6 failed");
  }

  @Test
  void a_file_named_by_the_caller_is_sent_whatever_it_is_called() throws IOException {
    var ran = cli.run("ingest", write("scan.data", "scan").toString());

    assertThat(ran.code()).isZero();
    assertThat(cli.tasks.ingested).hasSize(1);
  }

  @Test
  void a_link_out_of_the_folder_is_passed_over(@TempDir Path elsewhere) throws IOException {
    Path outside = Files.writeString(elsewhere.resolve("outside.jpg"), "outside");
    Files.createSymbolicLink(folder.resolve("link.jpg"), outside);
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    cli.run("ingest", folder.toString());

    assertThat(cli.tasks.ingested).hasSize(3);
  }

  @Test
  void without_recursion_inner_folders_are_left_out() {
    cli.run("ingest", "--no-recursive", folder.toString());

    assertThat(cli.tasks.ingested).hasSize(2);
  }

  @Test
  void the_options_reach_the_server_with_the_path_as_source() {
    cli.run(
        "ingest",
        "--prompt",
        "why",
        "--context",
        "here",
        "--language",
        "de",
        "--model",
        "m",
        "--lane",
        "bulk",
        "--label",
        "x",
        "--label",
        "y",
        "--fresh",
        path("a.jpg"));

    var sent = cli.tasks.ingested.getFirst();
    assertThat(sent.getSource()).isEqualTo(path("a.jpg"));
    assertThat(sent.getUserPrompt() + sent.getContextText()).isEqualTo("whyhere");
    assertThat(sent.getLanguage() + sent.getModel()).isEqualTo("dem");
    assertThat(sent.getLane()).hasToString("LANE_BULK");
    assertThat(sent.getLabelsList()).containsExactly("x", "y");
    assertThat(sent.getReuse()).hasToString("REUSE_FRESH");
    assertThat(sent.getMode()).hasToString("INGEST_MODE_ASYNC");
  }

  @Test
  void a_faulty_option_is_named_as_on_the_command_line() {
    var ran = cli.run("ingest", "--language", "xx", path("a.jpg"));

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains(path("a.jpg") + ": --language: 'xx' is no language tag; use one like en");
  }

  @Test
  void a_stream_that_breaks_twice_loses_and_doubles_nothing() throws IOException {
    for (int i = 0; i < 30; i++) {
      write("many/%02d.jpg".formatted(i), "thing " + i);
    }
    cli.tasks.stream.breaks.addAll(List.of(5, 20));
    var ran = cli.run("ingest", "--output", "json", path("many"));

    assertThat(ran.code()).isZero();
    assertThat(ran.lines()).hasSize(30);
    IntStream.range(0, 30)
        .forEach(i -> assertThat(ran.out()).containsOnlyOnce("A picture of thing " + i + "\""));
    assertThat(cli.tasks.stream.resumedFrom).containsExactly("", "after-5", "after-25");
  }

  @Test
  void a_position_that_is_not_kept_any_more_is_made_up_for_by_looking() throws IOException {
    cli.tasks.waiting = Optional.of(WaitReason.WAIT_REASON_BACKLOG);
    cli.tasks.stream.breaks.add(3);
    cli.tasks.stream.outOfRangeOnce = true;
    cli.tasks.stream.whenReopened = cli.tasks::goOn;
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.lines().getLast()).startsWith("3 pictures: ");
    assertThat(ran.code()).isZero();
  }

  @Test
  void a_paused_queue_ends_the_command_and_says_how_to_go_on() {
    cli.tasks.waiting = Optional.of(WaitReason.WAIT_REASON_PAUSED);
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("the queue is paused; resume it with `depict queue resume`. 3 pictures wait")
        .contains("`depict watch`");
    assertThat(ran.lines().getLast()).isEqualTo("3 pictures: 0 analyzed, 3 still waiting");
  }

  @Test
  void a_server_without_a_key_ends_the_command_too() {
    cli.tasks.waiting = Optional.of(WaitReason.WAIT_REASON_NO_ANALYZER);
    var ran = cli.run("ingest", "--output", "json", path("a.jpg"));

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("no key for it; set GEMINI_API_KEY")
        .contains("ask for the model 'offline'");
    assertThat(ran.lines()).singleElement().asString().contains("WAIT_REASON_NO_ANALYZER");
  }

  @Test
  void a_pause_that_ends_meanwhile_is_no_reason_to_stop() {
    cli.tasks.waiting = Optional.of(WaitReason.WAIT_REASON_PAUSED);
    cli.tasks.whenLookedAt = cli.tasks::goOn;
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.lines().getLast()).startsWith("3 pictures: 3 analyzed");
  }

  @Test
  void waiting_is_bounded_when_asked_to() {
    cli.tasks.waiting = Optional.of(WaitReason.WAIT_REASON_QUOTA);
    var ran = cli.run("ingest", "--wait", "0s", path("a.jpg"));

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("1 picture waits in the queue");
  }

  @Test
  void async_leaves_when_all_is_stored() {
    cli.tasks.waiting = Optional.of(WaitReason.WAIT_REASON_PAUSED);
    var ran = cli.run("ingest", "--async", folder.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.lines().getLast()).isEqualTo("3 pictures: 3 queued");
    assertThat(cli.tasks.stream.resumedFrom).isEmpty();
  }

  @Test
  void no_server_is_one_line() {
    var ran = cli.run("ingest", "--server", "nowhere:1", path("a.jpg"));

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(
            "depict: no server answers at nowhere:1; start one with `depict serve`"
                + System.lineSeparator());
    assertThat(cli.run("ingest", "--async", "--server", "nowhere:1", path("a.jpg"))).isEqualTo(ran);
  }

  @Test
  void an_interrupt_says_what_is_done_and_how_to_go_on() {
    cli.tasks.waiting = Optional.of(WaitReason.WAIT_REASON_PAUSED);
    cli.tasks.whenLookedAt = () -> cli.interrupts.forEach(Runnable::run);
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.err())
        .contains("depict: stopped with 0 of 3 pictures done. 3 pictures wait in the queue");
    assertThat(cli.interrupts).isEmpty();
  }

  @Test
  void progress_on_a_terminal_is_one_line_that_is_removed() {
    var seconds = new AtomicLong();
    cli.clock = () -> Instant.ofEpochSecond(1_800_000_000 + seconds.getAndIncrement());
    cli.interactive = true;
    cli.tasks.waiting = Optional.of(WaitReason.WAIT_REASON_PAUSED);
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.err()).startsWith("\r0/3 done").contains("\r\u001b[K");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
