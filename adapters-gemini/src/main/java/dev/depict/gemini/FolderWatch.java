package dev.depict.gemini;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;

/**
 * Calls back when anything happens in the folder of a file. Not only to the file itself: mounted
 * secrets are replaced by moving a link beside it. Where the file system gives no signals it stays
 * silent.
 */
final class FolderWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FolderWatch.class.getName());

  private final Optional<WatchService> service;

  private FolderWatch(Optional<WatchService> service) {
    this.service = service;
  }

  static FolderWatch start(Path file, Runnable action) {
    Optional<WatchService> service = open(file);
    service.ifPresent(open ->
        Thread.ofPlatform().daemon().name("depict-gemini-key").start(() -> run(open, action)));
    return new FolderWatch(service);
  }

  private static Optional<WatchService> open(Path file) {
    Path folder = Optional.ofNullable(file.getParent()).orElse(file);
    try {
      WatchService service = folder.getFileSystem().newWatchService();
      folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      return Optional.of(service);
    } catch (IOException | UnsupportedOperationException impossible) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} cannot be watched: a new key is found with the next call only",
          folder);
      return Optional.empty();
    }
  }

  private static void run(WatchService service, Runnable action) {
    try {
      while (true) {
        WatchKey happened = service.take();
        happened.pollEvents();
        action.run();
        if (!happened.reset()) {
          return;
        }
      }
    } catch (ClosedWatchServiceException closed) {
      // Over.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      if (service.isPresent()) {
        service.get().close();
      }
    } catch (IOException ignored) {
      LOG.log(System.Logger.Level.DEBUG, "a watch could not be closed", ignored);
    }
  }
}
