package dev.depict.testkit.memory;

import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.Spool;
import dev.depict.domain.media.Media;
import java.io.ByteArrayOutputStream;

/** A picture that arrives in pieces, in memory. */
final class InMemorySpool implements Spool {
  private final MediaStore store;
  private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();

  InMemorySpool(MediaStore store) {
    this.store = store;
  }

  @Override
  public void write(byte[] piece) {
    arrived.writeBytes(piece);
  }

  @Override
  public long size() {
    return arrived.size();
  }

  @Override
  public byte[] content() {
    return arrived.toByteArray();
  }

  @Override
  public void keep(Media media) {
    store.put(media, content());
  }

  @Override
  public void close() {
    arrived.reset();
  }
}
