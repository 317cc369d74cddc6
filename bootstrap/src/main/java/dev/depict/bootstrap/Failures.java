package dev.depict.bootstrap;

import dev.depict.bootstrap.config.ConfigurationError;
import dev.depict.cli.port.CommandFailed;
import dev.depict.grpc.ServerStartException;
import dev.depict.sqlite.error.StorageException;
import java.util.function.Supplier;

/** Turns what can go wrong at the start into one line and an exit code. */
final class Failures {
  private Failures() {}

  static <T> T translated(Supplier<T> action) throws CommandFailed {
    try {
      return action.get();
    } catch (ConfigurationError e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    } catch (StorageException | ServerStartException e) {
      throw CommandFailed.failure(String.valueOf(e.getMessage()));
    }
  }
}
