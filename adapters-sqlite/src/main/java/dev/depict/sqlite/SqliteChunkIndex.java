package dev.depict.sqlite;

import dev.depict.application.port.out.ChunkIndex;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Chunk;
import dev.depict.sqlite.db.Uuids;
import dev.depict.sqlite.read.FullTextQuery;
import dev.depict.sqlite.read.ReaderPool;
import java.util.List;
import java.util.Optional;

/** The chunks in SQLite's full-text index. */
record SqliteChunkIndex(ReaderPool readers) implements ChunkIndex {
  @Override
  public Optional<Chunk> find(AnswerId id) {
    return readers.read(reader -> reader.chunk(Uuids.bytes(id.value())));
  }

  @Override
  public List<Chunk> search(String words, int limit) {
    return FullTextQuery.of(words)
        .map(query -> readers.snapshot(reader -> reader.search(query, limit)))
        .orElse(List.of());
  }
}
