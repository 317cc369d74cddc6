package dev.depict.emulator;

/** The machine does not let the emulator run. */
public final class EmulatorException extends RuntimeException {
  EmulatorException(String message, Throwable cause) {
    super(message, cause);
  }
}
