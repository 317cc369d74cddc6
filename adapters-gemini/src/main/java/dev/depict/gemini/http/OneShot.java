package dev.depict.gemini.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends each request once, and tells when it failed before it was sent. */
final class OneShot implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody original = request.body();
    if (original == null) {
      return chain.proceed(request);
    }
    var body = new OneShotBody(original, Sending.listener());
    try {
      return chain.proceed(request.newBuilder().method(request.method(), body).build());
    } catch (IOException failure) {
      throw body.begun() ? failure : new NotSent(failure);
    }
  }
}
