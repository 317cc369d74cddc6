package dev.depict.application.port.planted;

/** Breaks the rule. */
public final class Planted {
  dev.depict.application.service.Dispatcher dispatcher;
}
