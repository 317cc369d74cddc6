package dev.depict.grpc;

import dev.depict.application.port.out.Audit;
import dev.depict.proto.v1.CheckDataResponse;
import dev.depict.proto.v1.DataFault;

/** Shows what a check of the data found. */
final class CheckMapper {
  private CheckMapper() {}

  static CheckDataResponse response(Audit.Findings findings) {
    var response = CheckDataResponse.newBuilder().setCheckedCount(findings.checked());
    for (Audit.Fault fault : findings.faults()) {
      response.addFaults(
          DataFault.newBuilder()
              .setSubject(fault.subject())
              .setProblem(fault.problem())
              .setRepair(fault.repair()));
    }
    return response.build();
  }
}
