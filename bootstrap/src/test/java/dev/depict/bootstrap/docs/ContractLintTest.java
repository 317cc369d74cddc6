package dev.depict.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("foreign")
class ContractLintTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"lint", "format -d --exit-code", "build", "breaking --against baseline.binpb"})
  void buf_finds_nothing_wrong_with_the_contract(String command)
      throws IOException, InterruptedException {
    Buf.Verdict verdict = Buf.run(Buf.CONTRACT, List.of(command.split(" ")));

    assertThat(verdict.exitCode()).as(verdict.said()).isZero();
    assertThat(verdict.said()).isEmpty();
  }
}
