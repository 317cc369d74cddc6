package dev.depict.testkit.memory;

import dev.depict.application.port.out.MediaStore;
import dev.depict.application.port.out.Spool;
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
    session.run(() -> keep(session, media, content));
  }

  @Override
  public Spool spool() {
    return new InMemorySpool(this);
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

  /** Stores a picture; one that is stored counts as just put. */
  static void keep(Session session, Media media, byte[] content) {
    session.database.media.compute(
        media.digest(),
        (digest, stored) ->
            stored == null
                ? new Database.StoredMedia(media, content.clone(), session.now())
                : stored.unneededSince(session.now()));
  }

  private Optional<Database.StoredMedia> stored(MediaDigest digest) {
    return Optional.ofNullable(session.database.media.get(digest));
  }
}
