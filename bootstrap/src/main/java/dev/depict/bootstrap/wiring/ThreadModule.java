package dev.depict.bootstrap.wiring;

import dagger.Module;
import dagger.Provides;
import dev.depict.bootstrap.lifecycle.Closing;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads. Decoding has platform threads of its own: native code would hold the carriers of
 * virtual ones.
 */
@Module
public interface ThreadModule {
  @Provides
  @Singleton
  @Decoding
  static ExecutorService decoders(Closing closing) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return endingWith(
        closing,
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("depict-decode-", 0).daemon().factory()));
  }

  @Provides
  @Singleton
  @Calls
  static ExecutorService calls(Closing closing) {
    return endingWith(
        closing,
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("depict-call-", 0).factory()));
  }

  /** Ends at once: whatever still runs has been given back by then. */
  private static ExecutorService endingWith(Closing closing, ExecutorService executor) {
    AutoCloseable ending = executor::shutdownNow;
    var _ = closing.register(ending);
    return executor;
  }
}
