package dev.depict.gemini;

import dev.depict.application.port.out.ImageAnalyzer.Call;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.picture.PixelCode;
import dev.depict.testkit.time.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A fresh emulator and an analyzer that asks it, for each test. */
@Timeout(60)
abstract class GeminiTest {
  static final String KEY = "AIza-right-key-0123456789";
  static final String MODEL = "gemini-3.5-flash-lite";
  static final Duration SOON = Duration.ofSeconds(20);
  private static final int SIDE = 64;

  final SettableClock clock = new SettableClock();
  GeminiEmulator emulator;
  GeminiImageAnalyzer analyzer;

  EmulatorSettings emulatorSettings() {
    return EmulatorSettings.of(clock).withKeys(KEY).keepingSent();
  }

  GeminiSettings settings() {
    return GeminiSettings.standard().withBaseUrl(emulator.baseUrl());
  }

  @BeforeEach
  void start() {
    emulator = GeminiEmulator.start(emulatorSettings());
    analyzer = analyzer(settings(), ApiKeys.fixed(KEY));
  }

  @AfterEach
  void stop() {
    analyzer.close();
    emulator.close();
  }

  final GeminiImageAnalyzer analyzer(GeminiSettings settings, ApiKeys keys) {
    return new GeminiImageAnalyzer(settings, keys, new GeminiModels(settings, clock), clock);
  }

  final Outcome ask(int code) {
    return ask(code, MODEL);
  }

  final Outcome ask(int code, String model) {
    return ask(analyzer, code, "", "", model);
  }

  final Outcome ask(int code, String prompt, String context) {
    return ask(analyzer, code, prompt, context, MODEL);
  }

  static Outcome ask(
      GeminiImageAnalyzer asked, int code, String prompt, String context, String model) {
    PreparedImage image = image(code);
    return asked.analyze(image, question(image, prompt, context), Call.of(model));
  }

  static PreparedImage image(int code) {
    return image(PixelCode.png(code, SIDE, SIDE));
  }

  static PreparedImage image(byte[] png) {
    return new PreparedImage(
        new Media(MediaDigest.of(png), MediaFormat.PNG, png.length, SIDE, SIDE),
        PreparedImage.Capture.NOTHING_KNOWN,
        "image/png",
        png,
        SIDE,
        SIDE);
  }

  static Question question(PreparedImage image, String prompt, String context) {
    return question(image, prompt, context, MediaResolution.HIGH);
  }

  static Question question(
      PreparedImage image, String prompt, String context, MediaResolution resolution) {
    return new Question(
        image.original().digest(),
        prompt,
        context,
        GeminiImageAnalyzer.NAME,
        Optional.empty(),
        "en",
        resolution,
        "test-1",
        GeminiImageAnalyzer.INSTRUCTION_VERSION,
        GeminiImageAnalyzer.SCHEMA_VERSION);
  }
}
