package dev.depict.bootstrap.errors;

/**
 * How an error is had.
 *
 * @param reason as it is in ErrorInfo
 * @param meaning when it comes, for the documentation
 * @param how what the call does, for the documentation
 * @param call ends with the error
 */
record Provocation(String reason, String meaning, String how, Call call) {
  /** Something that must fail. */
  interface Call {
    void run() throws Exception;
  }
}
