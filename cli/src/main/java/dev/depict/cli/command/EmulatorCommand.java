package dev.depict.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Runs the stand-in for Gemini, which reads its arguments itself, even {@code --help}. */
@Command(
    name = "emulator",
    description = "Stand in for Gemini on this machine: no key, nothing to pay.",
    customSynopsis = "depict emulator [OPTIONS]")
final class EmulatorCommand implements Callable<Integer>, IParameterPreprocessor {
  private final Invocation invocation;
  private final List<String> arguments = new ArrayList<>();

  EmulatorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Takes all arguments before anything is made of them; the first one is on top. */
  @Override
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
    while (!args.isEmpty()) {
      arguments.add(args.pop());
    }
    return true;
  }

  @Override
  public Integer call() {
    return invocation.program().emulate().run(List.copyOf(arguments));
  }
}
