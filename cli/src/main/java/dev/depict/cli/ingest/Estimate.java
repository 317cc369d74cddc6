package dev.depict.cli.ingest;

import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.port.Surroundings;
import dev.depict.cli.port.Terminal;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Json;
import dev.depict.proto.v1.EstimateIngestResponse;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Rejection;
import java.nio.file.Path;
import java.util.List;

/** Shows what sending pictures would need and cost. Sends none of them. */
public final class Estimate {
  private final Surroundings surroundings;
  private final boolean json;
  private final Screen screen;

  /**
   * @param json whether to print one line of JSON instead of a table
   */
  public Estimate(Surroundings surroundings, boolean json) {
    this.surroundings = surroundings;
    this.json = json;
    this.screen = new Screen(surroundings.terminal());
  }

  /**
   * @param files files and folders as given
   * @param recursive whether to search folders inside folders
   * @param question everything that would be asked about each picture
   * @return the exit code: 0 when every picture could be sent
   * @throws CommandFailed when the server refuses or cannot be reached
   */
  public int run(List<Path> files, boolean recursive, IngestRequest question, Remote remote) {
    Terminal terminal = surroundings.terminal();
    List<Entry> entries = new PictureFinder(recursive).find(files);
    Look look = Look.at(entries, screen, terminal.interactive());
    look.problems().forEach(this::complain);
    var sums = new Estimates(remote, surroundings.clock()).of(look.pictures(), question);
    sums.getRejectionsList().forEach(rejection -> complain(look, rejection));
    lines(sums).forEach(terminal.out()::println);
    return look.problems().isEmpty() && sums.getRejectionsCount() == 0 ? 0 : CommandFailed.FAILURE;
  }

  private List<String> lines(EstimateIngestResponse sums) {
    return json
        ? List.of(Json.of(sums))
        : new EstimateSheet(surroundings.clock(), surroundings.zone()).lines(sums);
  }

  private void complain(Entry.Problem problem) {
    screen.note(problem.file() + ": " + problem.message());
  }

  private void complain(Look look, Rejection rejection) {
    screen.note(
        look.pictures().get(rejection.getIndex()).file() + ": " + Wording.rejection(rejection));
  }
}
