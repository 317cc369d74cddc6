package dev.depict.cli.planted;

/** Breaks the rule. */
public final class Planted {
  dev.depict.domain.task.Task task;
}
