package dev.depict.bootstrap.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows, run as it stands there. */
class ReadmeIT {
  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  /** The commands of the block that begins with the given one, without their comments. */
  private static List<List<String>> commands(String first) throws IOException {
    List<String> lines = Files.readAllLines(HOUSE.resolve("README.md"));
    int start =
        lines.indexOf(
            lines.stream().filter(line -> line.startsWith(first)).findFirst().orElseThrow());
    return lines.subList(start, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("```"))
        .map(line -> line.replaceFirst(" +#.*", ""))
        .map(line -> Arrays.asList(line.split(" +")))
        .toList();
  }

  private Program.Result depict(List<String> arguments) throws IOException, InterruptedException {
    return Program.run(
        folder,
        Stream.concat(
                arguments.stream(), Stream.of("--data-dir", folder.resolve("data").toString()))
            .toArray(String[]::new));
  }

  @Test
  void the_commands_for_tasks_do_what_they_say() throws Exception {
    Files.copy(HOUSE.resolve("samples/street-sign.jpg"), folder.resolve("photo.jpg"));
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Files.copy(HOUSE.resolve("samples/map.gif"), photos.resolve("map.gif"));
    List<List<String>> commands = commands("./depict serve");
    assertThat(commands).hasSizeGreaterThan(5).allMatch(line -> line.getFirst().equals("./depict"));
    assertThat(commands.getFirst().subList(1, 4)).containsExactly("serve", "--analyzer", "offline");

    try (var server = Program.serve(folder.resolve("data"))) {
      assertThat(server.address()).startsWith("127.0.0.1:");
      String cancelled = aCancelledTask();
      for (List<String> line : commands.subList(1, commands.size())) {
        List<String> arguments =
            line.subList(1, line.size()).stream()
                .map(word -> word.startsWith("tasks/") ? cancelled : word)
                .toList();
        // A watch has no end of its own; that it is understood is seen from its help.
        var result =
            arguments.getFirst().equals("watch")
                ? Program.run(folder, "watch", "--help")
                : depict(arguments);
        assertThat(result.exitCode()).as(arguments + ": " + result.err()).isZero();
        assertThat(result.out()).as(arguments.toString()).isNotBlank();
      }
    }
  }

  private String aCancelledTask() throws Exception {
    Path other = folder.resolve("other.png");
    Files.copy(HOUSE.resolve("samples/bar-chart.png"), other);
    assertThat(depict(List.of("queue", "pause")).exitCode()).isZero();
    assertThat(depict(List.of("ingest", other.toString(), "--async")).exitCode()).isZero();
    String listed = depict(List.of("task", "list", "--output", "json")).out();
    String name = listed.replaceAll("(?s).*?(tasks/[0-9a-f-]{36}).*", "$1");
    assertThat(depict(List.of("task", "cancel", name)).exitCode()).isZero();
    assertThat(depict(List.of("queue", "resume")).exitCode()).isZero();
    return name;
  }

  @Test
  void both_commands_of_the_first_screen_are_there() throws Exception {
    assertThat(commands("./depict ingest samples/").stream().map(List::getFirst))
        .containsExactly("./depict", "./build");
    assertThat(HOUSE.resolve("depict")).isExecutable();
    assertThat(HOUSE.resolve("build")).isExecutable();
  }

  @Test
  void it_fits_into_two_hundred_lines_and_its_links_lead_somewhere() throws IOException {
    List<String> lines = Files.readAllLines(HOUSE.resolve("README.md"));
    assertThat(lines).hasSizeLessThanOrEqualTo(200);
    var links = java.util.regex.Pattern.compile("\\]\\(([^)]+)\\)");
    List<String> targets =
        lines.stream()
            .flatMap(line -> links.matcher(line).results().map(found -> found.group(1)))
            .filter(target -> !target.startsWith("http"))
            .toList();
    assertThat(targets)
        .isNotEmpty()
        .allSatisfy(target -> assertThat(HOUSE.resolve(target)).exists());
  }
}
