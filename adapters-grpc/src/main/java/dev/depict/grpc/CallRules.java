package dev.depict.grpc;

import dev.depict.grpc.access.Scope;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for a call by its name. */
final class CallRules {
  private static final String HEALTH = "grpc.health.v1.Health";
  private static final Pattern READING =
      Pattern.compile(
          "(Get|List|Watch|Wait|Search|Read|Check).*|EstimateIngest|ServerReflectionInfo");

  /** Work that takes as long as it takes. */
  private static final Set<String> WITHOUT_END =
      Set.of("ProcessQueue", "CancelTasks", "RetryTasks", "ReanalyzeTasks", "CheckData");

  /** What is looked up, or handed to others: done in less time than it takes to wake a thread. */
  private static final Set<String> SHORT =
      Set.of("Ingest", "GetTask", "WaitTask", "WatchTasks", "GetMedia", "Check");

  private CallRules() {}

  /** What a caller must be allowed; empty where everybody may know. */
  static Optional<Scope> scope(MethodDescriptor<?, ?> method) {
    if (isHealth(method)) {
      return Optional.empty();
    }
    return Optional.of(READING.matcher(name(method)).matches() ? Scope.READ : Scope.WRITE);
  }

  /** Whether a call that brings no deadline gets one. */
  static boolean ends(MethodDescriptor<?, ?> method) {
    return method.getType() == MethodType.UNARY && !WITHOUT_END.contains(name(method));
  }

  /** Whether somebody who only asks after the server's health is calling. */
  static boolean isHealth(MethodDescriptor<?, ?> method) {
    return HEALTH.equals(method.getServiceName());
  }

  /** Whether its handler neither waits for others' commits nor goes through many tasks. */
  static boolean isShort(MethodDescriptor<?, ?> method) {
    return SHORT.contains(name(method));
  }

  private static String name(MethodDescriptor<?, ?> method) {
    return String.valueOf(method.getBareMethodName());
  }
}
