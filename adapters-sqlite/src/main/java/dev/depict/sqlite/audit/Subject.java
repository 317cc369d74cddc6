package dev.depict.sqlite.audit;

import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;

/** What the first column of a rule names. */
enum Subject {
  TASK {
    @Override
    String read(Row row) throws SQLException {
      return "tasks/" + Uuids.of(row.bytes(1));
    }
  },
  ANSWER {
    @Override
    String read(Row row) throws SQLException {
      return "answers/" + Uuids.of(row.bytes(1));
    }
  },
  MEDIA {
    @Override
    String read(Row row) throws SQLException {
      return "media/" + MediaDigest.ofBytes(row.bytes(1));
    }
  },
  TEXT {
    @Override
    String read(Row row) throws SQLException {
      return row.text(1);
    }
  };

  abstract String read(Row row) throws SQLException;
}
