package dev.depict.emulator;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A fresh emulator and a client for each test. */
@Timeout(60)
abstract class EmulatorTest {
  static final Duration SOON = Duration.ofSeconds(30);

  final SettableTime time = new SettableTime("2026-11-23T20:00:00.250Z");
  GeminiEmulator emulator;
  Client client;

  EmulatorSettings settings() {
    return EmulatorSettings.of(time);
  }

  @BeforeEach
  void start() {
    emulator = GeminiEmulator.start(settings());
    client = new Client(emulator);
  }

  @AfterEach
  void stop() {
    client.close();
    emulator.close();
  }
}
