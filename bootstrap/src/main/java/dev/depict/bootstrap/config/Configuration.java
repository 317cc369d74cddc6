package dev.depict.bootstrap.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The text of every setting, with its origin: default, then file, then environment, then command
 * line.
 */
public final class Configuration {
  /** The variable that names another file than the usual one. */
  public static final String FILE_VARIABLE = "DEPICT_CONFIG";

  private record Value(String text, String origin) {}

  private final Map<Key, Value> values = new EnumMap<>(Key.class);
  private final Map<String, String> environment;

  private Configuration(Map<String, String> environment) {
    this.environment = environment;
    for (Key key : Key.values()) {
      values.put(key, new Value(key.defaultText(), "default"));
    }
  }

  /**
   * Reads all places.
   *
   * @param flags by property name
   * @throws ConfigurationError when the file cannot be read or names something unknown
   */
  public static Configuration read(Map<String, String> flags, Map<String, String> environment) {
    var configuration = new Configuration(environment);
    configuration.readFile();
    for (Key key : Key.values()) {
      key.commonVariable().ifPresent(variable -> configuration.readVariable(key, variable));
      configuration.readVariable(key, key.variable());
      String flag = flags.get(key.property());
      if (flag != null) {
        configuration.values.put(key, new Value(flag, "flag " + key.flag()));
      }
    }
    return configuration;
  }

  private void readVariable(Key key, String variable) {
    environment(variable)
        .ifPresent(text -> values.put(key, new Value(text, "environment " + variable)));
  }

  /** The text of a setting, without space around it. */
  String text(Key key) {
    return value(key).text().strip();
  }

  /** Whether somebody set it. */
  boolean isSet(Key key) {
    return !value(key).origin().equals("default");
  }

  /** An error about a setting, to be thrown. */
  ConfigurationError error(Key key, String problem) {
    Value value = value(key);
    return new ConfigurationError(
        "%s: '%s' %s (from %s)".formatted(key.property(), shown(key), problem, value.origin()));
  }

  /** A variable of the environment that is no setting of ours. */
  Optional<String> environment(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
  }

  /** One line for each setting: name, value, origin. */
  public List<String> lines() {
    return Arrays.stream(Key.values())
        .map(key -> "%-24s = %-28s (%s)".formatted(key.property(), shown(key), value(key).origin()))
        .toList();
  }

  private String shown(Key key) {
    String text = value(key).text();
    return key.isSecret() && !text.isBlank() ? "***" : text;
  }

  private Value value(Key key) {
    return Objects.requireNonNull(values.get(key));
  }

  private void readFile() {
    Optional<Path> named = environment(FILE_VARIABLE).map(Path::of);
    Path file = named.orElseGet(this::usualFile);
    if (named.isEmpty() && !Files.exists(file)) {
      return;
    }
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationError(
          "the configuration file %s cannot be read: %s".formatted(file, e.getMessage()));
    }
    for (String name : properties.stringPropertyNames()) {
      Key key =
          Key.named(name)
              .orElseThrow(() ->
                  new ConfigurationError(
                      "%s: unknown setting '%s'; `depict config show` lists all of them"
                          .formatted(file, name)));
      values.put(key, new Value(properties.getProperty(name), "file " + file));
    }
  }

  private Path usualFile() {
    Path folder =
        environment("XDG_CONFIG_HOME")
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"));
    return folder.resolve("depict").resolve("depict.properties");
  }
}
