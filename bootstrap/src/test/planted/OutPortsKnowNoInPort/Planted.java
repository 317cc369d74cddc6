package dev.depict.application.port.out.planted;

/** Breaks the rule. */
public final class Planted {
  dev.depict.application.port.in.IngestImage ingest;
}
