package dev.depict.cli.command;

import dev.depict.cli.port.Program;
import dev.depict.cli.port.Surroundings;
import dev.depict.cli.port.Terminal;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Fit;
import dev.depict.cli.text.Times;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One run of the program: what was given on its command line for all commands alike. */
public final class Invocation {
  private final Program program;
  private final Surroundings surroundings;
  private final Map<String, String> overrides = new HashMap<>();
  private Optional<String> server = Optional.empty();

  public Invocation(Program program, Surroundings surroundings) {
    this.program = program;
    this.surroundings = surroundings;
  }

  Program program() {
    return program;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Terminal terminal() {
    return surroundings.terminal();
  }

  Times times() {
    return new Times(surroundings.clock(), surroundings.zone());
  }

  Map<String, String> overrides() {
    return Map.copyOf(overrides);
  }

  void override(String setting, String value) {
    overrides.put(setting, value);
  }

  void server(String address) {
    server = Optional.of(address);
  }

  /** Reaches the server, and shows what there is to know about it. */
  Remote connect() {
    var connection = program.access().connect(overrides(), server);
    connection.notices().forEach(this::note);
    return new Remote(connection);
  }

  void print(String line) {
    terminal().out().println(line);
  }

  /** Says something that is no result. */
  void note(String line) {
    terminal().out().flush();
    terminal().err().println("depict: " + Fit.oneLine(line));
  }
}
