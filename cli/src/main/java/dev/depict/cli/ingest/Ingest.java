package dev.depict.cli.ingest;

import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.port.Surroundings;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Times;
import dev.depict.cli.text.Waits;
import java.util.List;
import java.util.Optional;

/** Sends pictures to a server and shows what comes of them. */
public final class Ingest {
  private static final int SUCCESS = 0;

  private final Surroundings surroundings;
  private final Screen screen;
  private final Results results;

  /**
   * @param json whether to print one line of JSON for each picture instead of a table
   */
  public Ingest(Surroundings surroundings, boolean json) {
    this.surroundings = surroundings;
    var terminal = surroundings.terminal();
    this.screen = new Screen(terminal);
    this.results = json ? new JsonResults(terminal.out(), screen) : new TableResults(terminal);
  }

  /**
   * Says what it may cost, sends everything and, if asked to, waits for the answers.
   *
   * @return the exit code: 0 when every picture has words or, not waiting, every picture is stored
   * @throws CommandFailed when the server cannot be reached or is lost, or the cost is not agreed
   *     to
   */
  public int run(Request request, Remote remote) {
    List<Entry> entries = new PictureFinder(request.recursive()).find(request.files());
    new Spending(surroundings, remote, screen).settle(request, entries);
    if (request.waits()) {
      remote.work();
    }
    var tally = new Tally();
    try (var run = new IngestRun(request, entries, remote, run(), result -> add(result, tally));
        var _ =
            surroundings
                .interrupts()
                .onInterrupt(() -> interrupted(run.ledger().standing(), remote.inProcess()))) {
      var left = worked(run);
      screen.clear();
      run.ledger().unfinished().forEach(result -> add(result, tally));
      results.finish(tally, tally.summary(request.waits()));
      left.ifPresent(
          why -> screen.note(Wording.left(run.ledger().standing(), why, remote.inProcess())));
      boolean good = request.waits() ? tally.allHaveWords() : tally.noneFailed();
      return good && left.isEmpty() ? SUCCESS : CommandFailed.FAILURE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandFailed.FAILURE;
    } finally {
      screen.clear();
    }
  }

  /**
   * A server that is lost on the way is a reason to stop; what came before is shown all the same.
   */
  private static Optional<String> worked(IngestRun run) throws InterruptedException {
    try {
      return run.work();
    } catch (CommandFailed e) {
      Standing standing = run.ledger().standing();
      if (standing.done() + standing.stored() == 0) {
        throw e;
      }
      return Optional.of(e.line());
    }
  }

  private void add(Result result, Tally tally) {
    tally.add(result);
    results.add(result);
  }

  private void interrupted(Standing standing, boolean inProcess) {
    screen.note(Wording.interrupted(standing, inProcess));
  }

  private Run run() {
    var clock = surroundings.clock();
    return new Run(
        clock,
        surroundings.random(),
        new Waits(new Times(clock, surroundings.zone())),
        screen,
        new Progress(screen, surroundings.terminal().interactive(), clock));
  }
}
