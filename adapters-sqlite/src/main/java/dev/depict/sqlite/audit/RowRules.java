package dev.depict.sqlite.audit;

import java.util.List;

/** What has to hold for everything that belongs to tasks and answers. */
final class RowRules {
  private static final String BACKUP = "put back a copy of the data folder";

  private RowRules() {}

  static List<Check> all() {
    return List.of(attempts(), events(), texts(), answers(), chunks(), media(), strays(), rest());
  }

  private static Check attempts() {
    return new Table(
        "attempt",
        "task",
        List.of(
            text(
                """
                FROM (SELECT 'attempt ' || a.number || ' of task number ' || a.task AS subject
                  FROM attempt a WHERE a.task > ?1 AND a.task <= ?2
                    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.ordinal = a.task))
                """,
                "its task does not exist",
                BACKUP),
            new Rule(
                Subject.TASK,
                """
                FROM attempt a JOIN task t ON t.ordinal = a.task
                WHERE a.task > ?1 AND a.task <= ?2 AND a.state IN (0, 1)
                  AND (t.lease_attempt IS NULL OR t.lease_attempt <> a.number)
                  AND NOT EXISTS (SELECT 1 FROM stray s
                    WHERE s.heir = a.task AND s.heir_attempt = a.number)
                """,
                "has an attempt that nobody will end",
                "delete the task when it has ended; the attempt goes with it"),
            new Rule(
                Subject.TASK,
                """
                FROM attempt a JOIN task t ON t.ordinal = a.task
                WHERE a.task > ?1 AND a.task <= ?2
                  AND (NOT EXISTS (SELECT 1 FROM name n WHERE n.ordinal = a.node)
                  OR NOT EXISTS (SELECT 1 FROM quota_key q WHERE q.ordinal = a.quota)
                  OR (a.failure IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM failure f WHERE f.ordinal = a.failure)))
                """,
                "an attempt names a failure, a process or a quota that is not stored",
                BACKUP)));
  }

  private static Check events() {
    return new Table(
        "event",
        "sequence",
        List.of(
            text(
                """
                FROM (SELECT 'event ' || (e.sequence - 1) AS subject FROM event e
                  WHERE e.sequence > ?1 AND e.sequence <= ?2
                    AND e.sequence > (SELECT min(sequence) FROM event)
                    AND NOT EXISTS (SELECT 1 FROM event p WHERE p.sequence = e.sequence - 1))
                """,
                "is missing between others",
                "have watchers list the tasks again"),
            text(
                """
                FROM (SELECT 'event ' || e.sequence AS subject FROM event e
                  WHERE e.sequence > ?1 AND e.sequence <= ?2
                    AND ((NOT EXISTS (SELECT 1 FROM task t WHERE t.ordinal = e.task)
                      AND NOT EXISTS (SELECT 1 FROM tombstone d WHERE d.task = e.task))
                    OR (e.failure IS NOT NULL
                      AND NOT EXISTS (SELECT 1 FROM failure f WHERE f.ordinal = e.failure))))
                """,
                "its task or its failure is not stored",
                BACKUP)));
  }

  private static Check texts() {
    return new Table(
        "task_text",
        "task",
        List.of(
            text(
                """
                FROM (SELECT 'the texts of task number ' || x.task AS subject FROM task_text x
                  WHERE x.task > ?1 AND x.task <= ?2
                    AND NOT EXISTS (SELECT 1 FROM task t WHERE t.ordinal = x.task))
                """,
                "belong to no task",
                "nothing has to be done")));
  }

  private static Check answers() {
    String page = "FROM answer a WHERE a.ordinal > ?1 AND a.ordinal <= ?2 AND ";
    return new Table(
        "answer",
        "ordinal",
        List.of(
            new Rule(
                Subject.ANSWER,
                page
                    + """
                    (NOT EXISTS (SELECT 1 FROM chunk c WHERE c.answer = a.ordinal)
                      OR NOT EXISTS (SELECT 1 FROM chunk_text_docsize d WHERE d.id = a.ordinal))
                    """,
                "cannot be found by a search",
                "ask again for its tasks, with reanalyze"),
            new Rule(
                Subject.ANSWER,
                page
                    + """
                    NOT EXISTS (SELECT 1 FROM media m WHERE m.ordinal = a.media)
                      AND NOT EXISTS (SELECT 1 FROM media_gone g WHERE g.ordinal = a.media)
                    """,
                "does not tell of which picture it is",
                BACKUP)));
  }

  private static Check chunks() {
    return new Table(
        "chunk",
        "answer",
        List.of(
            text(
                """
                FROM (SELECT 'chunk ' || c.answer AS subject FROM chunk c
                  WHERE c.answer > ?1 AND c.answer <= ?2
                    AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.ordinal = c.answer))
                """,
                "belongs to no answer",
                BACKUP)));
  }

  private static Check media() {
    return new Table(
        "media",
        "ordinal",
        List.of(
            new Rule(
                Subject.MEDIA,
                """
                FROM media m WHERE m.ordinal > ?1 AND m.ordinal <= ?2
                  AND m.content IS NOT NULL AND length(m.content) <> m.bytes
                """,
                "is not as long as it was",
                "delete its tasks, and send the picture again after a day"),
            new Rule(
                Subject.MEDIA,
                """
                FROM media m WHERE m.ordinal > ?1 AND m.ordinal <= ?2
                  AND EXISTS (SELECT 1 FROM media o
                    WHERE substr(o.digest, 1, 4) = substr(m.digest, 1, 4) AND o.digest = m.digest
                      AND o.ordinal < m.ordinal)
                """,
                "is stored more than once",
                BACKUP)));
  }

  private static Check strays() {
    return new Table(
        "stray",
        "heir",
        List.of(
            new Rule(
                Subject.TASK,
                """
                FROM (SELECT s.id FROM stray s WHERE s.heir > ?1 AND s.heir <= ?2
                  AND NOT EXISTS (SELECT 1 FROM attempt a
                    WHERE a.task = s.heir AND a.number = s.heir_attempt)) t
                """,
                "a call that it handed on works for nobody",
                "start the server again")));
  }

  /** Few rows, or none that lead anywhere else. */
  private static Check rest() {
    return new Table(
        "usage_day",
        "day",
        List.of(
            text(
                """
                FROM (SELECT 'the usage of day ' || u.day AS subject FROM usage_day u
                  WHERE u.day > ?1 AND u.day <= ?2
                    AND NOT EXISTS (SELECT 1 FROM quota_key q WHERE q.ordinal = u.quota))
                """,
                "is that of a quota which is not stored",
                BACKUP)));
  }

  private static Rule text(String from, String problem, String repair) {
    return new Rule(Subject.TEXT, from, problem, repair);
  }
}
