package dev.depict.gemini.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that goes out once. Left to itself the HTTP client sends a request again after a 408, a
 * 503 with {@code Retry-After: 0}, or a connection that broke: a call that nobody booked. It still
 * tries another address of the provider as long as nothing went out.
 */
final class OneShotBody extends RequestBody {
  private final RequestBody body;
  private final Runnable sent;
  private volatile boolean begun;

  /**
   * @param sent called when all of it has been written
   */
  OneShotBody(RequestBody body, Runnable sent) {
    this.body = body;
    this.sent = sent;
  }

  boolean begun() {
    return begun;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    begun = true;
    body.writeTo(sink);
    sink.flush();
    sent.run();
  }
}
