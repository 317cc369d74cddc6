package dev.depict.gemini;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.testkit.contract.ImageAnalyzerContract;
import dev.depict.testkit.time.SettableClock;
import org.junit.jupiter.api.AfterEach;

final class GeminiContractTest extends ImageAnalyzerContract {
  private final SettableClock clock = new SettableClock();
  private final GeminiEmulator emulator = GeminiEmulator.start(EmulatorSettings.of(clock));
  private final GeminiSettings settings = GeminiSettings.standard().withBaseUrl(emulator.baseUrl());
  private final GeminiImageAnalyzer analyzer =
      new GeminiImageAnalyzer(
          settings, ApiKeys.fixed("any"), new GeminiModels(settings, clock), clock);

  @AfterEach
  void stop() {
    analyzer.close();
    emulator.close();
  }

  @Override
  protected ImageAnalyzer analyzer() {
    return analyzer;
  }

  @Override
  protected String model() {
    return "gemini-3.5-flash-lite";
  }
}
