/**
 * The durable queue, answers, chunks, events and media of Depict, in one data folder: an embedded
 * SQLite database and the files of large pictures. {@link dev.depict.sqlite.SqliteStore} is the way
 * in.
 */
@org.jspecify.annotations.NullMarked
module dev.depict.sqlite {
  requires transitive dev.depict.application;
  requires java.sql;
  requires org.mybatis;
  requires org.xerial.sqlitejdbc;
  requires static org.jspecify;

  exports dev.depict.sqlite;
  exports dev.depict.sqlite.error;

  opens dev.depict.sqlite.read to
      org.mybatis;
}
