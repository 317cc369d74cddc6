package dev.depict.cli.command;

import dev.depict.cli.port.CommandFailed;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed. */
final class ExecutionFault implements IExecutionExceptionHandler {
  private static final System.Logger LOG = System.getLogger(ExecutionFault.class.getName());

  private final Invocation invocation;

  ExecutionFault(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
    return switch (fault) {
      case CommandFailed failed -> {
        invocation.note(failed.line());
        yield failed.exitCode();
      }
      case ParameterException usage ->
          new UsageFault(invocation).handleParseException(usage, new String[0]);
      default -> {
        LOG.log(System.Logger.Level.DEBUG, "internal fault", fault);
        invocation.note("internal fault: " + fault + "; please report it with the command used");
        yield CommandFailed.FAILURE;
      }
    };
  }
}
