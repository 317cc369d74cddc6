package dev.depict.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.depict.domain.error.InvalidRequest;

/** Turns a fault into the one shape in which the clients of a failed call get it. */
final class StatusMapper {
  /** Names the errors of this product among those of others. */
  static final String DOMAIN = "depict";

  private StatusMapper() {}

  static Status status(Fault fault) {
    Reason reason = fault.reason();
    var status = Status.newBuilder().setCode(reason.code().getNumber()).setMessage(fault.message());
    status.addDetails(
        Any.pack(
            ErrorInfo.newBuilder()
                .setReason(reason.name())
                .setDomain(DOMAIN)
                .putAllMetadata(fault.metadata())
                .build()));
    if (reason.retryDelay().isPositive()) {
      var retry = RetryInfo.newBuilder().setRetryDelay(Times.duration(reason.retryDelay()));
      status.addDetails(Any.pack(retry.build()));
    }
    if (!fault.violations().isEmpty()) {
      status.addDetails(Any.pack(faulty(fault)));
    }
    return status.build();
  }

  private static BadRequest faulty(Fault fault) {
    var fields = BadRequest.newBuilder();
    for (InvalidRequest.Violation violation : fault.violations()) {
      fields
          .addFieldViolationsBuilder()
          .setField(violation.field())
          .setDescription(violation.problem());
    }
    return fields.build();
  }
}
