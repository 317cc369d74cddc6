package dev.depict.sqlite.audit;

import dev.depict.sqlite.read.ReaderPool;

/** Looks at one side of what is stored. Changes nothing. */
@FunctionalInterface
public interface Check {
  void run(ReaderPool readers, Report report);
}
