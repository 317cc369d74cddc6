package dev.depict.sqlite.change;

import dev.depict.application.port.out.NewTask;
import dev.depict.sqlite.db.Profile;
import dev.depict.sqlite.db.TextList;
import dev.depict.sqlite.db.Uuids;
import java.util.Optional;

/**
 * A task on its way in, with everything the writer would otherwise have to compute.
 *
 * @param content the bytes for the media row; absent when they are a file, or stored already
 * @param brought whether the caller sent the picture
 */
public record Entry(
    NewTask task,
    byte[] id,
    byte[] fingerprint,
    byte[] digest,
    Profile profile,
    String labels,
    Optional<byte[]> content,
    boolean brought) {

  /**
   * Computed on the caller's thread.
   *
   * @param asRow whether the picture is small enough for a row; a larger one is a file already
   */
  public static Entry of(NewTask task, boolean asRow) {
    return new Entry(
        task,
        Uuids.bytes(task.id().value()),
        task.question().fingerprint().bytes(),
        task.media().digest().bytes(),
        Profile.of(task.question()),
        TextList.join(task.origin().labels()),
        asRow ? task.content() : Optional.empty(),
        task.content().isPresent());
  }
}
