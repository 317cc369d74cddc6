/**
 * Pictures: facts from their bytes, the copy a provider may see, and an analyzer that needs no
 * network.
 *
 * <p>The one module that knows {@code java.awt} and {@code javax.imageio}. Their native code holds
 * the thread that calls it, so whoever decodes here does it on a platform thread.
 */
@org.jspecify.annotations.NullMarked
module dev.depict.media {
  requires com.drew.metadata;
  requires com.twelvemonkeys.imageio.webp;
  requires transitive dev.depict.application;
  requires java.desktop;
  requires net.coobird.thumbnailator;
  requires static org.jspecify;

  exports dev.depict.media.inspect;
  exports dev.depict.media.offline;
  exports dev.depict.media.prepare;
}
