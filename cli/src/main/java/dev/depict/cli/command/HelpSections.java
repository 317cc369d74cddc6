package dev.depict.cli.command;

import static java.util.Objects.requireNonNull;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import dev.depict.cli.port.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The help of the program: commands in groups, then examples, options and settings. */
final class HelpSections {
  private static final String SETTINGS = "settings";
  private static final int NAME_COLUMNS = 26;

  private HelpSections() {}

  static void arrange(CommandLine line, List<Setting> settings) {
    line.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
    line.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, HelpSections::commands);
    line.getHelpSectionMap().put(SETTINGS, help -> settings(settings));
    line.setHelpSectionKeys(
        List.of(
            SECTION_KEY_DESCRIPTION,
            SECTION_KEY_SYNOPSIS_HEADING,
            SECTION_KEY_SYNOPSIS,
            SECTION_KEY_COMMAND_LIST_HEADING,
            SECTION_KEY_COMMAND_LIST,
            SECTION_KEY_PARAMETER_LIST_HEADING,
            SECTION_KEY_PARAMETER_LIST,
            SECTION_KEY_OPTION_LIST_HEADING,
            SECTION_KEY_OPTION_LIST,
            SECTION_KEY_FOOTER_HEADING,
            SECTION_KEY_FOOTER,
            SETTINGS));
    spaced(line);
  }

  private static void spaced(CommandLine line) {
    var message = line.getCommandSpec().usageMessage();
    message.synopsisHeading("%nUsage: ");
    message.parameterListHeading("%n");
    message.optionListHeading("%nOptions:%n");
    message.commandListHeading("%nCommands:%n");
    line.getSubcommands().values().forEach(HelpSections::spaced);
  }

  private static String commands(Help help) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("Pictures", List.of("ingest", "estimate", "reanalyze", "watch", "task"));
    groups.put("Server", List.of("serve", "queue", "doctor", "config"));
    groups.put("Trying things out", List.of("emulator"));
    var text = new StringBuilder();
    groups.forEach((group, names) -> {
      text.append(System.lineSeparator()).append(group).append(':');
      text.append(System.lineSeparator());
      names.forEach(name -> text.append(command(help, name)));
    });
    return text.toString();
  }

  private static String command(Help help, String name) {
    var spec = requireNonNull(help.commandSpec().subcommands().get(name)).getCommandSpec();
    var inner = new ArrayList<>(spec.subcommands().keySet());
    String shown = inner.isEmpty() ? name : name + " " + String.join("|", inner);
    return row(shown, String.join(" ", spec.usageMessage().description()));
  }

  private static String settings(List<Setting> settings) {
    if (settings.isEmpty()) {
      return "";
    }
    var text = new StringBuilder(System.lineSeparator());
    text.append("Settings (also as environment variables, DEPICT_DATA_DIR for --data-dir):");
    text.append(System.lineSeparator());
    for (Setting setting : settings) {
      String byDefault = setting.defaultText().isEmpty() ? "" : " (" + setting.defaultText() + ")";
      text.append(row(setting.option(), setting.description() + byDefault));
    }
    return text.toString();
  }

  /** Names that are too long for their column have a line of their own. */
  private static String row(String name, String description) {
    String end = System.lineSeparator();
    String start = "  " + name;
    return start.length() < NAME_COLUMNS
        ? start + " ".repeat(NAME_COLUMNS - start.length()) + description + end
        : start + end + " ".repeat(NAME_COLUMNS) + description + end;
  }
}
