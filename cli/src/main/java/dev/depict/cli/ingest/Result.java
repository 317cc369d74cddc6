package dev.depict.cli.ingest;

import dev.depict.proto.v1.Task;

/** What came of one entry. */
sealed interface Result {
  /** Its place in the order of the command line. */
  int index();

  String file();

  /** It is a task, as far as it came. */
  record Told(int index, String file, Task task) implements Result {}

  /** It never became a task. */
  record Refused(int index, Entry.Problem problem) implements Result {
    @Override
    public String file() {
      return problem.file();
    }
  }
}
