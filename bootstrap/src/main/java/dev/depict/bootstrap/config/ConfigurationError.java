package dev.depict.bootstrap.config;

/**
 * A setting that cannot be used. The message names the setting, its value, where it comes from and
 * the remedy.
 */
public final class ConfigurationError extends RuntimeException {
  ConfigurationError(String message) {
    super(message);
  }
}
