package dev.depict.bootstrap.errors;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every error is provoked on a running server, and the table in the documentation says so. */
class ErrorTableTest {
  private static final Path DOCS = Path.of("..", "docs", "errors.md");
  private static final Path TABLE = Path.of("target", "errors-table.md");
  private static final String HEAD =
      "| Reason | Code | Means | Provoked in the tests by | Details | Try again after |\n"
          + "|---|---|---|---|---|---|\n";

  @TempDir Path folder;

  @Test
  void every_error_is_had_by_what_the_documentation_says() throws Exception {
    List<String> reasons = reasons();
    Map<String, Observed> seen = new HashMap<>();
    try (var logged = new Logged()) {
      for (Observed each : observed()) {
        each.check();
        seen.put(each.provocation().reason(), each);
      }
      assertThat(logged.from(Level.WARN))
          .as("what the log says of callers' mistakes")
          .satisfiesExactly(
              storage -> assertThat(storage).contains("ReadMedia"),
              fault -> assertThat(fault).contains("GetTask", "incident"));
    }

    assertThat(seen).as("reasons that were provoked").containsOnlyKeys(reasons);
    String table =
        HEAD
            + reasons.stream()
                .map(reason -> Objects.requireNonNull(seen.get(reason)).row())
                .collect(Collectors.joining());
    Files.writeString(TABLE, table);
    assertThat(Files.readString(DOCS))
        .as("%s must hold the table that is now in %s", DOCS, TABLE)
        .contains(table);
  }

  private List<Observed> observed() throws Exception {
    List<Observed> all = new ArrayList<>();
    try (var requests = new RequestProvocations(folder.resolve("requests"))) {
      observe(requests.all(), all);
    }
    try (var work = new WorkProvocations(folder.resolve("work"))) {
      observe(work.all(), all);
    }
    try (var access = new AccessProvocations(folder.resolve("access"))) {
      observe(access.all(), all);
    }
    try (var limits = new LimitProvocations(folder.resolve("limits"))) {
      observe(limits.all(), all);
    }
    try (var endings = new EndingProvocations(folder.resolve("endings"))) {
      observe(endings.all(), all);
    }
    return all;
  }

  private static void observe(List<Provocation> provocations, List<Observed> all) {
    provocations.forEach(provocation -> all.add(Observed.of(provocation)));
  }

  /** The adapter's own list, which nobody outside may use otherwise. */
  private static List<String> reasons() throws ClassNotFoundException {
    return Arrays.stream(Class.forName("dev.depict.grpc.Reason").getEnumConstants())
        .map(reason -> ((Enum<?>) reason).name())
        .toList();
  }
}
