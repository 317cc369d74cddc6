package dev.depict.cli.command;

import dev.depict.cli.text.Durations;
import dev.depict.cli.text.Labels;
import dev.depict.proto.v1.FailureClass;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.MediaResolution;
import dev.depict.proto.v1.TaskStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. */
final class Converters {
  private Converters() {}

  static Duration duration(String text) {
    return Durations.parsed(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + text + "' is no duration; write it like 90s, 10m or 1h30m"));
  }

  static Lane lane(String text) {
    return named(
        text, List.of(Lane.LANE_INTERACTIVE, Lane.LANE_NORMAL, Lane.LANE_BULK), "LANE_", "lane");
  }

  static TaskStatus status(String text) {
    return named(
        text,
        List.of(
            TaskStatus.TASK_STATUS_PENDING,
            TaskStatus.TASK_STATUS_PROCESSING,
            TaskStatus.TASK_STATUS_COMPLETED,
            TaskStatus.TASK_STATUS_FAILED,
            TaskStatus.TASK_STATUS_CANCELLED),
        "TASK_STATUS_",
        "status");
  }

  static MediaResolution resolution(String text) {
    return named(
        text,
        List.of(
            MediaResolution.MEDIA_RESOLUTION_LOW,
            MediaResolution.MEDIA_RESOLUTION_MEDIUM,
            MediaResolution.MEDIA_RESOLUTION_HIGH),
        "MEDIA_RESOLUTION_",
        "resolution");
  }

  static FailureClass failureClass(String text) {
    List<FailureClass> classes =
        Arrays.stream(FailureClass.values())
            .filter(known ->
                known != FailureClass.FAILURE_CLASS_UNSPECIFIED
                    && known != FailureClass.UNRECOGNIZED)
            .toList();
    // Typed as one word: quota-day.
    return named(text.replace('-', ' '), classes, "FAILURE_CLASS_", "class of failure");
  }

  static OutputFormat format(String text) {
    return named(text, List.of(OutputFormat.values()), "", "output");
  }

  private static <E extends Enum<E>> E named(
      String text, List<E> values, String prefix, String what) {
    return values.stream()
        .filter(value -> Labels.of(value, prefix).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'%s' is no %s; choose one of %s"
                    .formatted(
                        text,
                        what,
                        values.stream()
                            .map(value -> Labels.of(value, prefix).replace(' ', '-'))
                            .collect(Collectors.joining(", ")))));
  }
}
