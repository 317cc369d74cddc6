package dev.depict.emulator;

import java.util.Map;

/**
 * What the JDK's server takes from system properties alone, before its first use. Whatever is set
 * already stays.
 */
final class ServerProperties {
  private static final Map<String, String> WANTED =
      Map.of(
          // Otherwise small answers wait 40 ms for the other side's acknowledgement.
          "sun.net.httpserver.nodelay", "true",
          // Otherwise of several hundred connections all but 200 are closed behind each answer.
          "sun.net.httpserver.maxIdleConnections", "10000",
          "jdk.httpserver.maxConnections", "0");

  private ServerProperties() {}

  static void set() {
    WANTED.forEach((name, value) -> {
      if (System.getProperty(name) == null) {
        System.setProperty(name, value);
      }
    });
  }
}
