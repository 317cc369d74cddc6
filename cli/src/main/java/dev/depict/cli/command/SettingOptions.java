package dev.depict.cli.command;

import dev.depict.cli.port.Setting;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Makes every setting an option of every command; help shows them once, at the root. */
final class SettingOptions {
  private SettingOptions() {}

  static void addTo(CommandSpec root, List<Setting> settings, Invocation invocation) {
    for (Setting setting : settings) {
      root.addOption(
          OptionSpec.builder(setting.option())
              .type(String.class)
              .paramLabel("VALUE")
              .description(setting.description().replace("%", "%%"))
              .scopeType(ScopeType.INHERIT)
              .hidden(true)
              .setter(into(setting, invocation))
              .build());
    }
  }

  /** An option that is not given is set to nothing by picocli, which means nothing here either. */
  private static ISetter into(Setting setting, Invocation invocation) {
    return new ISetter() {
      @Override
      public <T> T set(T value) {
        if (value instanceof String text) {
          invocation.override(setting.name(), text);
        }
        return value;
      }
    };
  }
}
