package dev.depict.gemini;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The key in a file, read again when the file is another than before.
 *
 * <p>A call looks at the file's stamp, so that it never uses a key known to be old. But where a key
 * is refused no calls are made, and nobody would look: there the file system's own signal does,
 * which costs nothing until something happens, as looking every few seconds would.
 */
final class KeyFile implements ApiKeys {
  private static final System.Logger LOG = System.getLogger(KeyFile.class.getName());
  private static final int LONGEST = 4096;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Path file;
  private final FolderWatch watch;
  private volatile Seen seen;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath();
    this.seen = seen(FileStamp.of(this.file), text());
    this.watch = FolderWatch.start(this.file, this::reread);
  }

  @Override
  public Optional<String> current() {
    if (!FileStamp.of(file).equals(seen.stamp)) {
      reread();
    }
    return seen.key;
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    watch.close();
  }

  /** Not by the stamp alone: what is written twice within a moment may have the same one. */
  private void reread() {
    boolean changed;
    lock.lock();
    try {
      Seen before = seen;
      // The stamp is taken first: what is written meanwhile is found the next time.
      FileStamp stamp = FileStamp.of(file);
      Optional<String> text = text();
      boolean same = text.equals(before.text);
      seen = same ? new Seen(stamp, text, before.key) : seen(stamp, text);
      changed = !before.key.equals(seen.key);
    } finally {
      lock.unlock();
    }
    if (changed) {
      LOG.log(System.Logger.Level.INFO, "the Gemini API key in {0} has changed", file);
      listeners.forEach(Runnable::run);
    }
  }

  private Seen seen(FileStamp stamp, Optional<String> text) {
    if (text.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "there is no Gemini API key: the file {0} is missing or cannot be read",
          file);
    }
    return new Seen(stamp, text, text.flatMap(KeyText::read));
  }

  private Optional<String> text() {
    try (InputStream content = Files.newInputStream(file)) {
      return Optional.of(new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "the key in " + file;
  }

  /** No record: its string form would show the key. */
  private static final class Seen {
    private final FileStamp stamp;
    private final Optional<String> text;
    private final Optional<String> key;

    private Seen(FileStamp stamp, Optional<String> text, Optional<String> key) {
      this.stamp = stamp;
      this.text = text;
      this.key = key;
    }
  }
}
