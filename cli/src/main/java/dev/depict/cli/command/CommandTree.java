package dev.depict.cli.command;

import dev.depict.cli.port.Program;
import dev.depict.proto.v1.FailureClass;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.MediaResolution;
import dev.depict.proto.v1.TaskStatus;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands, ready to be executed. */
public final class CommandTree {
  private static final int HELP_WIDTH = 100;

  private CommandTree() {}

  public static CommandLine of(Invocation invocation) {
    Program program = invocation.program();
    var line = new CommandLine(new RootCommand(invocation));
    line.addSubcommand("ingest", new IngestCommand(invocation));
    line.addSubcommand("estimate", new EstimateCommand(invocation));
    line.addSubcommand("reanalyze", new ReanalyzeCommand(invocation));
    line.addSubcommand("watch", new WatchCommand(invocation));
    line.addSubcommand("task", task(invocation));
    line.addSubcommand("serve", new ServeCommand(invocation));
    line.addSubcommand("queue", queue(invocation));
    line.addSubcommand("doctor", new DoctorCommand(invocation));
    line.addSubcommand("config", config(invocation));
    line.addSubcommand("emulator", emulator(invocation));
    line.getCommandSpec().version("depict " + program.version());
    SettingOptions.addTo(line.getCommandSpec(), program.settings(), invocation);
    HelpSections.arrange(line, program.settings());
    line.registerConverter(Duration.class, Converters::duration);
    line.registerConverter(Lane.class, Converters::lane);
    line.registerConverter(TaskStatus.class, Converters::status);
    line.registerConverter(FailureClass.class, Converters::failureClass);
    line.registerConverter(MediaResolution.class, Converters::resolution);
    line.registerConverter(OutputFormat.class, Converters::format);
    var terminal = invocation.terminal();
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(Math.min(HELP_WIDTH, Math.max(60, terminal.columns())));
    line.setParameterExceptionHandler(new UsageFault(invocation));
    line.setExecutionExceptionHandler(new ExecutionFault(invocation));
    return line;
  }

  private static CommandLine task(Invocation invocation) {
    var line = new CommandLine(new GroupCommands.TaskGroup());
    line.addSubcommand("get", new TaskGetCommand(invocation));
    line.addSubcommand("list", new TaskListCommand(invocation));
    line.addSubcommand("wait", new TaskWaitCommand(invocation));
    line.addSubcommand("cancel", new TaskCancelCommand(invocation));
    line.addSubcommand("retry", new TaskRetryCommand(invocation));
    line.addSubcommand("delete", new TaskDeleteCommand(invocation));
    return line;
  }

  private static CommandLine queue(Invocation invocation) {
    var line = new CommandLine(new QueueCommand(invocation));
    line.addSubcommand("process", new QueueProcessCommand(invocation));
    line.addSubcommand("pause", new QueuePauseCommand(invocation));
    line.addSubcommand("resume", new QueueResumeCommand(invocation));
    line.addSubcommand("forget", new QueueForgetCommand(invocation));
    return line;
  }

  private static CommandLine config(Invocation invocation) {
    var line = new CommandLine(new GroupCommands.ConfigGroup());
    line.addSubcommand("show", new ConfigShowCommand(invocation));
    return line;
  }

  private static CommandLine emulator(Invocation invocation) {
    var command = new EmulatorCommand(invocation);
    var line = new CommandLine(command);
    line.getCommandSpec().preprocessor(command);
    return line;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }
}
