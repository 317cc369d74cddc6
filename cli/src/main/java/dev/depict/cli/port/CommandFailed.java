package dev.depict.cli.port;

/** A command cannot go on. Shown as one line; the message says what, which and what to do. */
public final class CommandFailed extends RuntimeException {
  /** Something failed. */
  public static final int FAILURE = 1;

  /** The command was not understood. */
  public static final int USAGE = 2;

  private final int exitCode;

  private CommandFailed(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  public static CommandFailed failure(String message) {
    return new CommandFailed(message, FAILURE);
  }

  public static CommandFailed usage(String message) {
    return new CommandFailed(message, USAGE);
  }

  public int exitCode() {
    return exitCode;
  }

  /** The message, which is always there. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
