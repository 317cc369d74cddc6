package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.book.Operation;
import dev.depict.emulator.fault.Fault;
import java.util.List;

/** The errors of the provider, in its own words. */
public final class GoogleErrors {
  private GoogleErrors() {}

  public static GoogleError keyMissing() {
    return GoogleError.plain(
        403,
        "PERMISSION_DENIED",
        "Method doesn't allow unregistered callers (callers without established identity). Please"
            + " use API Key or other form of API consumer identity to call this API.");
  }

  public static GoogleError keyInvalid() {
    String message = "API key not valid. Please pass a valid API key.";
    ObjectNode info =
        GoogleError.detail("ErrorInfo")
            .put("reason", "API_KEY_INVALID")
            .put("domain", "googleapis.com");
    info.putObject("metadata").put("service", "generativelanguage.googleapis.com");
    ObjectNode words =
        GoogleError.detail("LocalizedMessage").put("locale", "en-US").put("message", message);
    return new GoogleError(400, "INVALID_ARGUMENT", message, List.of(info, words));
  }

  public static GoogleError unknownModel(String model, Operation operation) {
    return GoogleError.plain(
        404,
        "NOT_FOUND",
        ("models/%s is not found for API version v1beta, or is not supported for %s. Call"
                + " ListModels to see the list of available models and their supported methods.")
            .formatted(model, operation.method()));
  }

  public static GoogleError tooLarge(int limit) {
    return GoogleError.invalid("Request payload size exceeds the limit: " + limit + " bytes.");
  }

  public static GoogleError unreadablePicture() {
    return GoogleError.invalid(
        "Unable to process input image. Please retry or report in"
            + " https://developers.generativeai.google/guide/troubleshooting");
  }

  /** The error a fault stands for, one that is neither of the answer nor of the transport. */
  public static GoogleError of(Fault fault, String model) {
    return switch (fault) {
      case KEY_INVALID -> keyInvalid();
      case BAD_REQUEST -> GoogleError.invalid("Request contains an invalid argument.");
      case FAILED_PRECONDITION ->
          GoogleError.plain(
              400,
              "FAILED_PRECONDITION",
              "User location is not supported for the API use without a billing account linked.");
      case UNAUTHENTICATED ->
          GoogleError.plain(
              401,
              "UNAUTHENTICATED",
              "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
                  + " cookie or other valid authentication credential.");
      case PERMISSION_DENIED ->
          GoogleError.plain(403, "PERMISSION_DENIED", "The caller does not have permission");
      case MODEL_NOT_FOUND -> unknownModel(model, Operation.GENERATE_CONTENT);
      case REQUEST_TIMEOUT -> GoogleError.plain(408, "CANCELLED", "The request timed out.");
      case RESOURCE_EXHAUSTED -> QuotaErrors.unexplained();
      case INTERNAL ->
          GoogleError.plain(
              500,
              "INTERNAL",
              "An internal error has occurred. Please retry or report in"
                  + " https://developers.generativeai.google/guide/troubleshooting");
      case BAD_GATEWAY -> GoogleError.plain(502, "UNAVAILABLE", "Bad Gateway");
      case UNAVAILABLE ->
          GoogleError.plain(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
      case DEADLINE_EXCEEDED ->
          GoogleError.plain(
              504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.");
      case HTML_ERROR,
          HANG,
          RESET_BEFORE_READING,
          RESET_AFTER_READING,
          PROMPT_BLOCKED,
          SAFETY,
          RECITATION,
          PROHIBITED_CONTENT,
          SPII,
          MAX_TOKENS,
          BAD_JSON,
          MISSING_FIELD,
          EMPTY_TEXT,
          EMPTY_BODY,
          OTHER_MODEL ->
          throw new IllegalArgumentException("not an error in Google's JSON: " + fault);
    };
  }
}
