package dev.depict.emulator;

import dev.depict.emulator.book.Operation;
import dev.depict.emulator.fault.Fault;
import java.util.Optional;

/**
 * A call, as far as it is known before its body is read.
 *
 * @param fault planned for it, whatever its picture
 */
record Call(int number, Operation operation, String key, String model, Optional<Fault> fault) {
  boolean isFor(Operation wanted) {
    return operation == wanted;
  }
}
