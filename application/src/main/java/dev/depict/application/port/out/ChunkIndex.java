package dev.depict.application.port.out;

import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Chunk;
import java.util.List;
import java.util.Optional;

/** The searchable text of the answers. Written by {@link TaskQueue#end} alone. */
public interface ChunkIndex {
  /** The chunk of an answer. */
  Optional<Chunk> find(AnswerId id);

  /**
   * Chunks that hold all the words, best first (BM25). A word matches without regard to case and
   * diacritics; the last word also matches as a prefix. Anything but letters and digits only
   * separates words. No word, no result.
   */
  List<Chunk> search(String words, int limit);
}
