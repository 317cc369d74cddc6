package dev.depict.cli.command;

import dev.depict.cli.port.CommandFailed;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what was wrong with the command line. */
final class UsageFault implements IParameterExceptionHandler {
  private final Invocation invocation;

  UsageFault(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public int handleParseException(ParameterException fault, String[] args) {
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    invocation.note(what(fault) + "; `" + command + " --help` shows what there is");
    return CommandFailed.USAGE;
  }

  private static String what(ParameterException fault) {
    String message = String.valueOf(fault.getMessage());
    // A converter's own words follow those of picocli, which name types that say nothing here.
    int own = message.indexOf(" but was ") >= 0 ? -1 : message.indexOf("): '");
    String shown = own >= 0 ? message.substring(own + 3) : message;
    if (fault instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      return shown + " (did you mean " + unmatched.getSuggestions().getFirst() + "?)";
    }
    return shown;
  }
}
