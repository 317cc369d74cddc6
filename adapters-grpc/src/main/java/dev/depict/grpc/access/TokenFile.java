package dev.depict.grpc.access;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tokens in a file, read again when the file is another than before; a call looks at its stamp,
 * so that a token struck out is refused at once. When the file cannot be used any more, the tokens
 * that were read last stay good: half a file, as an editor may leave it for a moment, must not lock
 * everybody out. Safe for concurrent use.
 */
public final class TokenFile {
  private static final System.Logger LOG = System.getLogger(TokenFile.class.getName());
  private static final long LONGEST = 1 << 20;

  private final Path file;
  private volatile Seen seen;

  private record Seen(FileStamp stamp, List<TokenEntry> entries) {}

  /**
   * @throws TokensUnusable when the file cannot be read or understood
   */
  public TokenFile(Path file) {
    this.file = file;
    this.seen = read();
  }

  /** Whose token it is; empty for one that is not in the file. */
  public Optional<Caller> find(String token) {
    if (!FileStamp.of(file).equals(seen.stamp)) {
      readAgain();
    }
    return TokenEntry.find(seen.entries, token);
  }

  private synchronized void readAgain() {
    FileStamp stamp = FileStamp.of(file);
    if (stamp.equals(seen.stamp)) {
      return;
    }
    try {
      seen = read();
      LOG.log(Level.INFO, "the tokens in {0} have changed: {1} now", file, seen.entries.size());
    } catch (TokensUnusable e) {
      seen = new Seen(stamp, seen.entries);
      LOG.log(Level.WARNING, "{0}; the tokens read before stay good", e.getMessage());
    }
  }

  /** The stamp is taken first: what is written meanwhile is found the next time. */
  private Seen read() {
    FileStamp stamp = FileStamp.of(file);
    try {
      if (stamp.bytes() > LONGEST) {
        throw new TokensUnusable("is larger than %d bytes".formatted(LONGEST));
      }
      return new Seen(stamp, TokenLines.read(Files.readAllLines(file)));
    } catch (IOException e) {
      throw unusable("cannot be read");
    } catch (TokensUnusable e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  private TokensUnusable unusable(String why) {
    return new TokensUnusable("the file of tokens %s %s".formatted(file, why));
  }
}
