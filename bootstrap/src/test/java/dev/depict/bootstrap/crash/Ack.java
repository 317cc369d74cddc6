package dev.depict.bootstrap.crash;

/**
 * One thing a server has acknowledged.
 *
 * @param task its UUID in hexadecimal digits, without hyphens; empty without a task
 * @param value what the kind says
 */
record Ack(Kind kind, String task, String value) {
  /** What was acknowledged, and what the value is. */
  enum Kind {
    /** The task is stored; the picture's SHA-256. */
    CREATED,
    /** The task belongs to a request id, which is the value. */
    REQUEST,
    CANCELLED,
    RETRIED,
    /** Not acknowledged so far: the task may be deleted from now on. */
    DELETING,
    DELETED,
    /** The task is COMPLETED; the answer's UUID. */
    ANSWERED,
    /** A picture without a task is stored; its SHA-256. */
    UPLOADED
  }

  static Ack of(Kind kind, String taskName, String value) {
    return new Ack(kind, id(taskName), value);
  }

  /** The digits of {@code tasks/{uuid}} or {@code answers/{uuid}}. */
  static String id(String name) {
    return name.substring(name.indexOf('/') + 1).replace("-", "");
  }

  /** {@code tasks/{uuid}}. */
  String taskName() {
    return "tasks/" + task.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  String line() {
    return kind + "\t" + task + "\t" + value + "\n";
  }

  static Ack parse(String line) {
    String[] parts = line.split("\t", -1);
    return new Ack(Kind.valueOf(parts[0]), parts[1], parts[2]);
  }
}
