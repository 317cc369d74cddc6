package dev.depict.grpc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A message that came compressed. Reading more of it than it may have ends the call. */
final class Inflated extends FilterInputStream {
  private final int longest;
  private long read;

  Inflated(InputStream message, int longest) {
    super(message);
    this.longest = longest;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    count(count);
    return count;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long count = super.skip(bytes);
    count(count);
    return count;
  }

  private void count(long bytes) {
    read += Math.max(0, bytes);
    if (read > longest) {
      throw Refusal.messageTooLarge(longest);
    }
  }
}
