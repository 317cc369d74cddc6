package dev.depict.sqlite.db;

import dev.depict.sqlite.error.StorageException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Turns what SQLite says into what a user can act on. */
public final class Faults {
  private static final int PRIMARY_CODE = 0xff;
  private static final int NOMEM = 7;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int NOTADB = 26;

  private Faults() {}

  /**
   * Whether the machine is broken, rather than one command wrong: then nothing of a transaction may
   * be kept.
   */
  public static boolean ofTheMachine(SQLException fault) {
    return switch (fault.getErrorCode() & PRIMARY_CODE) {
      case NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB -> true;
      default -> false;
    };
  }

  /** The fault as it leaves this module. */
  public static StorageException wrap(Path database, SQLException fault) {
    String remedy =
        switch (fault.getErrorCode() & PRIMARY_CODE) {
          case NOMEM -> "the machine is out of memory; free some and try again";
          case READONLY -> "it cannot be written; check its owner and permissions";
          case IOERR -> "the disk reports an error; check it, then start again";
          case CORRUPT ->
              "the file is damaged; put back a copy, or move it away to start with an empty one";
          case FULL -> "the disk is full; free some space and try again";
          case CANTOPEN -> "it cannot be opened; check the folder's owner and permissions";
          case NOTADB ->
              "the file is not a database; put back a copy, or move it away to start with an empty"
                  + " one";
          default -> "SQLite says: " + fault.getMessage();
        };
    return new StorageException(database + ": " + remedy, fault);
  }
}
