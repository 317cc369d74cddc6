package dev.depict.emulator.fault;

/** What may go wrong with a call. */
public enum Fault {
  /** 400 with reason API_KEY_INVALID, as for a wrong key. */
  KEY_INVALID(Kind.REFUSAL),
  /** Another 400. */
  BAD_REQUEST(Kind.REFUSAL),
  /** 400 FAILED_PRECONDITION, as where the free tier is not offered. */
  FAILED_PRECONDITION(Kind.REFUSAL),
  /** 401. */
  UNAUTHENTICATED(Kind.REFUSAL),
  /** 403. */
  PERMISSION_DENIED(Kind.REFUSAL),
  /** 404, as for a model that is gone. */
  MODEL_NOT_FOUND(Kind.REFUSAL),
  /** 408. */
  REQUEST_TIMEOUT(Kind.OUTAGE),
  /** 429 that names no limit. */
  RESOURCE_EXHAUSTED(Kind.OUTAGE),
  /** 500. */
  INTERNAL(Kind.OUTAGE),
  /** 502. */
  BAD_GATEWAY(Kind.OUTAGE),
  /** 503, as for an overloaded model. */
  UNAVAILABLE(Kind.OUTAGE),
  /** 504. */
  DEADLINE_EXCEEDED(Kind.OUTAGE),
  /** 502 with a page for people instead of JSON. */
  HTML_ERROR(Kind.OUTAGE),
  /** No answer until the emulator is closed. */
  HANG(Kind.TRANSPORT),
  /**
   * The connection is closed while the request is under way; a reset, as the client sees it, when
   * the request is larger than what the server has buffered (16 KiB), otherwise an early end.
   * Planned for a code it cannot come before reading, and is like the next.
   */
  RESET_BEFORE_READING(Kind.TRANSPORT),
  /** The request is read and the connection closed without an answer. */
  RESET_AFTER_READING(Kind.TRANSPORT),
  /** {@code promptFeedback.blockReason}, no candidate. */
  PROMPT_BLOCKED(Kind.ANSWER),
  /** {@code finishReason} SAFETY, no text. */
  SAFETY(Kind.ANSWER),
  /** {@code finishReason} RECITATION, no text. */
  RECITATION(Kind.ANSWER),
  /** {@code finishReason} PROHIBITED_CONTENT, no text. */
  PROHIBITED_CONTENT(Kind.ANSWER),
  /** {@code finishReason} SPII, no text. */
  SPII(Kind.ANSWER),
  /** {@code finishReason} MAX_TOKENS, JSON cut in the middle. */
  MAX_TOKENS(Kind.ANSWER),
  /** A text that is no JSON, though everything around it is as usual. */
  BAD_JSON(Kind.ANSWER),
  /** JSON without the first property of the schema. */
  MISSING_FIELD(Kind.ANSWER),
  /** The text is empty. */
  EMPTY_TEXT(Kind.ANSWER),
  /** 200 with no body at all. */
  EMPTY_BODY(Kind.ANSWER),
  /** A good answer, given by another model than the one asked. */
  OTHER_MODEL(Kind.ANSWER);

  private final Kind kind;

  Fault(Kind kind) {
    this.kind = kind;
  }

  /** Where on a call's way it goes wrong. */
  public Kind kind() {
    return kind;
  }

  /** Where on a call's way it goes wrong. */
  public enum Kind {
    /** Before the limits: not counted by them. */
    REFUSAL,
    /** Behind the limits: counted. */
    OUTAGE,
    /** On the line; counted unless it was never read. */
    TRANSPORT,
    /** In the answer; counted. */
    ANSWER
  }
}
