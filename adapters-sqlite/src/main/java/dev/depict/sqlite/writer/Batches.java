package dev.depict.sqlite.writer;

import dev.depict.sqlite.db.Faults;
import dev.depict.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs the commands of a batch in one transaction. When it returns, each ticket holds what became
 * of its command; none is released yet.
 */
final class Batches<M extends Memory> {
  private final Sql sql;
  private final M memory;

  Batches(Sql sql, M memory) {
    this.sql = sql;
    this.memory = memory;
  }

  /** Runs and commits; returns whether anything was committed. */
  boolean run(List<Ticket<M, ?>> batch) {
    Memory.Mark before = memory.mark();
    try {
      together(batch);
      return true;
    } catch (SQLException | RuntimeException fault) {
      rollBack(before);
      if (batch.size() == 1 || machineIsBroken(fault)) {
        batch.forEach(ticket -> ticket.fail(fault));
        return false;
      }
    }
    try {
      singly(batch);
      return true;
    } catch (SQLException | RuntimeException fault) {
      rollBack(before);
      batch.forEach(ticket -> ticket.fail(fault));
      return false;
    }
  }

  private void together(List<Ticket<M, ?>> batch) throws SQLException {
    sql.execute("BEGIN IMMEDIATE");
    memory.begin();
    for (Ticket<M, ?> ticket : batch) {
      ticket.run(memory);
    }
    memory.flush();
    sql.execute("COMMIT");
  }

  /** So that a command that cannot be run harms no other. */
  private void singly(List<Ticket<M, ?>> batch) throws SQLException {
    sql.execute("BEGIN IMMEDIATE");
    memory.begin();
    for (Ticket<M, ?> ticket : batch) {
      Memory.Mark before = memory.mark();
      sql.execute("SAVEPOINT command");
      try {
        ticket.run(memory);
        memory.flush();
      } catch (SQLException | RuntimeException fault) {
        if (machineIsBroken(fault)) {
          throw fault;
        }
        // Fails, and the batch with it, when SQLite has given up the transaction by itself.
        sql.execute("ROLLBACK TO command");
        before.restore();
        ticket.fail(fault);
      }
      sql.execute("RELEASE command");
    }
    sql.execute("COMMIT");
  }

  private void rollBack(Memory.Mark before) {
    before.restore();
    try {
      sql.execute("ROLLBACK");
    } catch (SQLException nothingToRollBack) {
      // SQLite has done it already, after the very fault that led here.
    }
  }

  private static boolean machineIsBroken(Exception fault) {
    return fault instanceof SQLException sqlFault && Faults.ofTheMachine(sqlFault);
  }
}
