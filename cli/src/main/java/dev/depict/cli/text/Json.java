package dev.depict.cli.text;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;

/** One-line JSON in protobuf's mapping. */
public final class Json {
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().omittingInsignificantWhitespace();

  private Json() {}

  public static String of(Message message) {
    try {
      return PRINTER.print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(
          "only messages with an Any of unknown type cannot be shown", e);
    }
  }

  /** The text as a JSON string, with its quotes. */
  public static String of(String text) {
    return of(Value.newBuilder().setStringValue(text).build());
  }
}
