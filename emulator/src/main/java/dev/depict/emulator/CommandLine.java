package dev.depict.emulator;

import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.model.TokenTruth;
import dev.depict.emulator.quota.Counting;
import dev.depict.emulator.quota.Limits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the program's arguments. */
final class CommandLine {
  private static final InetSocketAddress LISTEN =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 8199);

  private static final Pattern TRUTH =
      Pattern.compile("([^=]+)=(\\d+(?:\\.\\d+)?)(?:~(\\d+(?:\\.\\d+)?))?");

  private final Deque<String> arguments;
  private final Set<String> keys = new HashSet<>();
  private Limits limits = Limits.none();
  private EmulatorSettings settings;

  private CommandLine(List<String> arguments, InstantSource clock) {
    this.arguments = new ArrayDeque<>(arguments);
    this.settings = EmulatorSettings.of(clock).withListen(LISTEN);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if they are not understood; its message is for the user
   */
  static EmulatorSettings read(List<String> arguments, InstantSource clock) {
    var line = new CommandLine(arguments, clock);
    while (!line.arguments.isEmpty()) {
      line.option(line.arguments.pop());
    }
    return line.settings.withKeys(line.keys.toArray(String[]::new)).withLimits(line.limits);
  }

  private void option(String name) {
    switch (name) {
      case "--listen" -> settings = settings.withListen(address(value(name)));
      case "--key" -> keys.add(value(name));
      case "--rpm" -> limits = limit(name, limits::withRequestsPerMinute);
      case "--tpm" -> limits = limit(name, limits::withInputTokensPerMinute);
      case "--rpd" -> limits = limit(name, limits::withRequestsPerDay);
      case "--counting" -> limits = limits.countedBy(counting(value(name)));
      case "--tokens" -> settings = settings.withModels(models(value(name)));
      case "--keep" -> settings = settings.keepingSent();
      case "--no-details" -> limits = limits.withoutDetails();
      case "--network" -> settings = settings.withNetwork(delay(name, value(name)));
      case "--latency" -> settings = settings.withThinking(delay(name, value(name)));
      case "--seed" -> settings = settings.withSeed(number(name, value(name)));
      default -> throw wrong("unknown option " + name);
    }
  }

  private String value(String name) {
    if (arguments.isEmpty()) {
      throw wrong(name + " needs a value");
    }
    return arguments.pop();
  }

  private Limits limit(String name, LongFunction<Limits> limit) {
    long value = number(name, value(name));
    if (value < 1) {
      throw wrong("%s is at least 1, not %d; leave it out for no limit".formatted(name, value));
    }
    return limit.apply(value);
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException noNumber) {
      throw wrong("%s needs a whole number, not '%s'".formatted(name, value));
    }
  }

  private static Counting counting(String way) {
    return switch (way) {
      case "sliding" -> Counting.SLIDING_WINDOW;
      case "bucket" -> Counting.TOKEN_BUCKET;
      case "minute" -> Counting.FIXED_MINUTE;
      default -> throw wrong("--counting is sliding, bucket or minute, not '" + way + "'");
    };
  }

  /** The models, one of which counts tokens otherwise than it publishes. */
  private List<GeminiModel> models(String text) {
    Matcher truth = TRUTH.matcher(text);
    if (!truth.matches()) {
      throw wrong("--tokens needs MODEL=FACTOR or MODEL=FACTOR~NOISE, not '" + text + "'");
    }
    if (settings.models().stream().noneMatch(model -> model.name().equals(truth.group(1)))) {
      throw wrong("--tokens names an unknown model: '" + truth.group(1) + "'");
    }
    TokenTruth counted = truth(truth.group(2), Optional.ofNullable(truth.group(3)).orElse("0"));
    return settings.models().stream()
        .map(model -> model.name().equals(truth.group(1)) ? model.withTruth(counted) : model)
        .toList();
  }

  private static TokenTruth truth(String factor, String noise) {
    try {
      return new TokenTruth(Double.parseDouble(factor), Double.parseDouble(noise));
    } catch (IllegalArgumentException outOfRange) {
      throw wrong("--tokens: " + outOfRange.getMessage());
    }
  }

  private static Delay delay(String name, String range) {
    int dots = range.indexOf("..");
    long shortest = number(name, dots < 0 ? range : range.substring(0, dots));
    long longest = number(name, dots < 0 ? range : range.substring(dots + 2));
    if (shortest < 0 || longest < shortest) {
      throw wrong(name + " needs MIN..MAX in milliseconds, not '" + range + "'");
    }
    return Delay.between(Duration.ofMillis(shortest), Duration.ofMillis(longest));
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    long port = colon < 1 ? -1 : number("--listen", text.substring(colon + 1));
    if (port < 0 || port > 65_535) {
      throw wrong("--listen needs HOST:PORT, not '" + text + "'");
    }
    var address = new InetSocketAddress(text.substring(0, colon), (int) port);
    if (address.isUnresolved()) {
      throw wrong("--listen names an unknown host: '" + text.substring(0, colon) + "'");
    }
    return address;
  }

  private static IllegalArgumentException wrong(String message) {
    return new IllegalArgumentException(message);
  }
}
