package dev.depict.testkit.memory;

import dev.depict.application.port.out.MediaStore;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;

/** The pictures in memory. */
final class InMemoryMediaStore implements MediaStore {
  private final Session session;

  InMemoryMediaStore(Session session) {
    this.session = session;
  }

  @Override
  public void put(Media media, byte[] content) {
    session.run(() -> keep(session.database, media, content));
  }

  @Override
  public Optional<Media> info(MediaDigest digest) {
    return session.change(() -> stored(digest).map(Database.StoredMedia::media));
  }

  @Override
  public Optional<InputStream> open(MediaDigest digest) {
    return session.change(
        () -> stored(digest).map(stored -> new ByteArrayInputStream(stored.content())));
  }

  static void keep(Database database, Media media, byte[] content) {
    database.media.computeIfAbsent(
        media.digest(), digest -> new Database.StoredMedia(media, content.clone()));
  }

  private Optional<Database.StoredMedia> stored(MediaDigest digest) {
    return Optional.ofNullable(session.database.media.get(digest));
  }
}
