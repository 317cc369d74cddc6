package dev.depict.grpc;

import dev.depict.domain.error.CallerMistake;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.proto.v1.Rejection;
import java.util.List;

/** Shows why one of many things asked for is refused. */
final class RejectionMapper {
  private RejectionMapper() {}

  /**
   * @param index of the entry in the list of the request
   */
  static Rejection rejection(int index, CallerMistake mistake) {
    Fault fault = Fault.of(mistake);
    var rejection =
        Rejection.newBuilder()
            .setIndex(index)
            .setCode(fault.reason().code().getNumber())
            .setReason(fault.reason().name())
            .setMessage(fault.message());
    for (InvalidRequest.Violation violation : violations(mistake)) {
      rejection
          .addFieldViolationsBuilder()
          .setField("requests[%d].%s".formatted(index, violation.field()))
          .setDescription(violation.problem());
    }
    if (fault.reason().retryDelay().isPositive()) {
      rejection.setRetryDelay(Times.duration(fault.reason().retryDelay()));
    }
    return rejection.build();
  }

  /** All of them: other than the trailers of a failed call, a message has room. */
  private static List<InvalidRequest.Violation> violations(CallerMistake mistake) {
    return mistake instanceof InvalidRequest invalid ? invalid.violations() : List.of();
  }
}
