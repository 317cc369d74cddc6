package dev.depict.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Rejection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SpendingTest {
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
    Files.writeString(folder.resolve("a.jpg"), "boats");
    Files.writeString(folder.resolve("b.jpg"), "hills");
    Files.writeString(folder.resolve("c.jpg"), "boats");
    cli.queue.told = queue -> queue.clearCounts();
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  @Test
  void what_it_may_cost_is_said_before_anything_is_sent() {
    cli.tasks.estimate =
        request -> {
          assertThat(cli.tasks.ingested).isEmpty();
          return paid(12_000).setKnownCount(3).build();
        };
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.err())
        .isEqualTo("depict: 2 new, 4 known, flash, ≤ $0.02, about 48 s" + System.lineSeparator());
    assertThat(ran.lines().getLast()).startsWith("3 pictures: ");
  }

  @Test
  void pictures_are_asked_about_by_digest_once_and_with_the_whole_question() throws Exception {
    cli.run("ingest", "--prompt", "why", "--language", "de", "--model", "m", folder.toString());

    assertThat(cli.tasks.estimated).hasSize(1);
    var asked = cli.tasks.estimated.getFirst().getRequestsList();
    assertThat(asked)
        .extracting(IngestRequest::getMedia)
        .containsExactly(media("boats"), media("hills"));
    assertThat(asked.getFirst().getUserPrompt() + asked.getFirst().getLanguage())
        .isEqualTo("whyde");
    assertThat(asked.getFirst().getModel()).isEqualTo("m");
    assertThat(asked.getFirst().getMode()).hasToString("INGEST_MODE_ASYNC");
  }

  @Test
  void a_long_question_is_asked_in_parts_that_fit_into_a_message() throws IOException {
    for (int i = 0; i < 700; i++) {
      Files.writeString(folder.resolve("many%03d.jpg".formatted(i)), "picture " + i);
    }
    cli.tasks.estimate = request -> paid(10).setNewCount(request.getRequestsCount()).build();
    var ran = cli.run("ingest", "--async", "--prompt", "p".repeat(8_000), folder.toString());

    assertThat(cli.tasks.estimated)
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.getSerializedSize()).isLessThan(5 << 20));
    assertThat(ran.err()).contains("702 new, 1 known, flash, ≤ $0.01, about 2 min");
  }

  @Test
  void nothing_new_is_nothing_to_pay() {
    cli.tasks.estimate = request -> EstimateIngestResponse.newBuilder().setKnownCount(2).build();
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.err().strip()).isEqualTo("depict: 0 new, 3 known, nothing to pay");
  }

  @Test
  void a_price_that_is_not_known_is_said() {
    cli.tasks.estimate = request -> paid(0).setCostIncomplete(true).addModels("other").build();

    assertThat(cli.run("ingest", folder.toString()).err())
        .contains("2 new, 1 known, flash, other, price unknown, about 48 s");
  }

  @Test
  void the_offline_analyzer_costs_nothing_and_is_not_worth_a_word() {
    assertThat(cli.run("ingest", folder.toString()).err()).isEmpty();
    assertThat(cli.run("ingest", "--model", "offline", folder.toString()).err()).isEmpty();
    cli.queue.told =
        queue ->
            queue
                .clearAnalyzers()
                .addAnalyzers(
                    dev.depict.proto.v1.AnalyzerState.newBuilder()
                        .setProvider("offline")
                        .setHasKey(true));
    assertThat(cli.run("ingest", folder.toString()).err()).isEmpty();
    assertThat(cli.tasks.estimated).hasSize(1);
  }

  @Test
  void above_a_dollar_nothing_is_sent_without_a_yes() {
    cli.tasks.estimate = request -> paid(1_000_001).build();
    var refused = cli.run("ingest", folder.toString());

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("nothing was sent", "$1.01", "--yes");
    assertThat(cli.tasks.ingested).isEmpty();
    assertThat(cli.run("ingest", "--yes", folder.toString()).code()).isZero();
    assertThat(cli.run("ingest", "-y", folder.toString()).err()).doesNotContain("Continue");
  }

  @Test
  void a_dollar_itself_is_not_asked_about() {
    cli.tasks.estimate = request -> paid(1_000_000).build();

    assertThat(cli.run("ingest", folder.toString()).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "Yes\n"})
  void a_person_may_agree(String typed) {
    cli.tasks.estimate = request -> paid(3_000_000).build();
    cli.interactive = true;
    cli.typed = typed;
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("≤ $3.00, about 48 s", "Continue? [y/N] ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "n\n", "", "yellow\n"})
  void whatever_else_a_person_says_is_a_no(String typed) {
    cli.tasks.estimate = request -> paid(3_000_000).build();
    cli.interactive = true;
    cli.typed = typed;
    var ran = cli.run("ingest", folder.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("depict: nothing was sent");
    assertThat(cli.tasks.ingested).isEmpty();
  }

  @Test
  void leftovers_of_an_earlier_run_are_named_where_this_process_works_them() {
    cli.tasks.estimate = request -> paid(10).build();
    cli.queue.told = queue -> queue;

    assertThat(cli.run("ingest", folder.toString()).err()).doesNotContain("earlier run");
    cli.inProcess = true;
    assertThat(cli.run("ingest", folder.toString()).err())
        .contains("depict: 1200 tasks of an earlier run wait and will be worked too");
    cli.run("queue", "pause");
    assertThat(cli.run("ingest", folder.toString()).err()).doesNotContain("earlier run");
  }

  @Test
  void an_estimate_is_a_line_and_its_sums() {
    cli.tasks.estimate = request -> paid(12_000).build();
    var ran = cli.run("estimate", folder.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "2 new, 1 known, flash, ≤ $0.02, about 48 s",
            "",
            "New            2",
            "Known          1",
            "Input tokens   2240",
            "Output tokens  ≤ 400",
            "Cost           ≤ $0.02",
            "Finished       about 08:00:48");
    assertThat(cli.tasks.ingested).isEmpty();
  }

  @Test
  void an_estimate_in_json_is_one_line() {
    cli.tasks.estimate = request -> paid(12_000).build();
    var ran = cli.run("estimate", "--output", "json", folder.toString());

    assertThat(ran.lines())
        .containsExactly(
            "{\"newCount\":2,\"knownCount\":1,\"estimatedInputTokens\":\"2240\","
                + "\"estimatedOutputTokens\":\"400\",\"estimatedCostMicroUsd\":\"12000\","
                + "\"models\":[\"flash\"],\"estimatedFinishTime\":\"2027-01-15T08:00:48Z\"}");
  }

  @Test
  void what_could_not_be_sent_is_named_by_its_file() {
    cli.tasks.estimate =
        request ->
            EstimateIngestResponse.newBuilder()
                .setNewCount(1)
                .addModels("offline")
                .addRejections(
                    Rejection.newBuilder()
                        .setReason("QUESTION_TOO_LARGE")
                        .setMessage("it needs too many tokens; shorten it"))
                .build();
    var ran = cli.run("estimate", folder.toString(), "missing.jpg");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.lines().getFirst())
        .isEqualTo("1 new, 0 known, 2 refused, offline, nothing to pay");
    assertThat(ran.lines()).contains("Finished       not known; `depict queue` tells what waits");
    assertThat(ran.err().lines())
        .containsExactly(
            "depict: missing.jpg: no such file or folder; check the spelling",
            "depict: " + folder.resolve("a.jpg") + ": it needs too many tokens; shorten it",
            "depict: " + folder.resolve("c.jpg") + ": it needs too many tokens; shorten it");
  }

  private static EstimateIngestResponse.Builder paid(long microDollars) {
    return EstimateIngestResponse.newBuilder()
        .setNewCount(2)
        .addModels("flash")
        .setEstimatedInputTokens(2_240)
        .setEstimatedOutputTokens(400)
        .setEstimatedCostMicroUsd(microDollars)
        .setEstimatedFinishTime(
            Timestamp.newBuilder().setSeconds(CommandLineHarness.NOW.getEpochSecond() + 48));
  }

  private static String media(String content) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "media/" + HexFormat.of().formatHex(digest);
  }
}
