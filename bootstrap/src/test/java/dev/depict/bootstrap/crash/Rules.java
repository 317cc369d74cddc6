package dev.depict.bootstrap.crash;

import java.util.List;

/** What is true of every database; each rule is a query for the rows that break it. */
final class Rules {
  /**
   * One rule.
   *
   * @param broken what it means when the query finds rows
   */
  record Rule(String broken, String query) {}

  /** At any time, also right after a crash. */
  static final List<Rule> ALWAYS =
      List.of(
          new Rule(
              "events are missing or come twice",
              """
              SELECT sequence FROM
                (SELECT sequence, lag(sequence, 1, 0) OVER (ORDER BY sequence) AS before FROM event)
              WHERE sequence <> before + 1
              """),
          new Rule(
              "an event does not begin where the task's last one ended",
              """
              SELECT sequence FROM (SELECT sequence, type, previous,
                  lag(status) OVER (PARTITION BY task ORDER BY sequence) AS before FROM event)
              WHERE previous IS NOT before OR (type = 1) <> (before IS NULL)
              """),
          new Rule(
              "a task is not as its last event says",
              """
              SELECT t.ordinal FROM task t LEFT JOIN
                (SELECT task, status, max(sequence) FROM event GROUP BY task) e
                ON e.task = t.ordinal
              WHERE e.status IS NOT t.status
              """),
          new Rule(
              "an event has no task",
              """
              SELECT sequence FROM event WHERE task NOT IN (SELECT ordinal FROM task)
                AND task NOT IN (SELECT task FROM tombstone)
              """),
          new Rule(
              "a task was started another number of times than it has attempts",
              """
              SELECT 1 WHERE (SELECT count(*) FROM event WHERE type = 2)
                <> (SELECT count(*) FROM attempt)
              """),
          new Rule(
              "a task that is deleted is there, or its last event is another one",
              """
              SELECT g.task FROM tombstone g LEFT JOIN task t ON t.ordinal = g.task OR t.id = g.id
                LEFT JOIN (SELECT task, type, max(sequence) FROM event GROUP BY task) e
                ON e.task = g.task
              WHERE t.ordinal IS NOT NULL OR e.type IS NOT 11
              """),
          new Rule(
              "a task has no text",
              "SELECT ordinal FROM task WHERE ordinal NOT IN (SELECT task FROM task_text)"),
          new Rule(
              "a text has no task",
              "SELECT task FROM task_text WHERE task NOT IN (SELECT ordinal FROM task)"),
          new Rule(
              "a task has no picture",
              "SELECT ordinal FROM task WHERE media NOT IN (SELECT ordinal FROM media)"),
          new Rule(
              "a task lacks its key or its profile",
              """
              SELECT ordinal FROM task WHERE quota NOT IN (SELECT ordinal FROM quota_key)
                OR profile NOT IN (SELECT ordinal FROM profile)
                OR principal NOT IN (SELECT ordinal FROM name)
              """),
          new Rule(
              "a task is COMPLETED without an answer to its question, or has one without that",
              """
              SELECT t.ordinal FROM task t LEFT JOIN answer a
                ON a.ordinal = t.answer AND a.fingerprint = t.fingerprint AND a.media = t.media
              WHERE (t.status = 2) <> (a.ordinal IS NOT NULL)
                OR (t.answer IS NULL) <> (a.ordinal IS NULL)
              """),
          new Rule(
              "a task is FAILED and does not say why",
              """
              SELECT ordinal FROM task WHERE status = 3
                AND coalesce(failure, 0) NOT IN (SELECT ordinal FROM failure)
              """),
          new Rule(
              "a twin waits and nobody works for it",
              """
              SELECT t.ordinal FROM task t WHERE t.leader IS NOT NULL AND (t.status <> 0
                OR NOT EXISTS (SELECT 1 FROM task l WHERE l.live = 1
                  AND l.fingerprint = t.fingerprint AND l.media = t.media))
              """),
          new Rule(
              "two tasks work for one question",
              """
              SELECT min(ordinal) FROM task WHERE leader IS NULL AND status IN (0, 1)
              GROUP BY media, fingerprint HAVING count(*) > 1
              """),
          new Rule(
              "a leader can neither be claimed nor is it delayed nor claimed",
              """
              SELECT ordinal FROM task WHERE live = 1
                AND (ready IS NOT NULL) + (next_attempt_time IS NOT NULL) + (status = 1) <> 1
              """),
          new Rule(
              "a task is PROCESSING without an open attempt",
              """
              SELECT t.ordinal FROM task t LEFT JOIN attempt a ON a.task = t.ordinal
                AND a.number = t.lease_attempt AND a.epoch = t.lease_epoch AND a.state IN (0, 1)
              WHERE t.status = 1 AND a.task IS NULL
              """),
          new Rule(
              "an attempt has no task, or a number beyond its task's",
              """
              SELECT a.task, a.number FROM attempt a LEFT JOIN task t ON t.ordinal = a.task
              WHERE t.ordinal IS NULL OR a.number > t.attempts
              """),
          new Rule(
              "there are two answers to one question",
              """
              SELECT min(ordinal) FROM answer GROUP BY media, fingerprint HAVING count(*) > 1
              """),
          new Rule(
              "there is another number of answers than of attempts that brought one",
              """
              SELECT 1 WHERE (SELECT count(*) FROM answer)
                <> (SELECT count(*) FROM attempt WHERE state = 2)
              """),
          new Rule(
              "an answer cannot be searched",
              """
              SELECT ordinal FROM answer WHERE ordinal NOT IN (SELECT answer FROM chunk)
                OR ordinal NOT IN (SELECT id FROM chunk_text_docsize)
              """),
          new Rule(
              "a chunk has no answer",
              """
              SELECT answer FROM chunk WHERE answer NOT IN (SELECT ordinal FROM answer)
              UNION ALL
              SELECT id FROM chunk_text_docsize WHERE id NOT IN (SELECT answer FROM chunk)
              """),
          new Rule(
              "a request id is kept for no task or another one",
              """
              SELECT r.request_id FROM request r LEFT JOIN task t ON t.id = r.task
                LEFT JOIN task_text x ON x.task = t.ordinal
              WHERE x.request_id IS NOT r.request_id
                AND r.task NOT IN (SELECT id FROM tombstone)
              """),
          new Rule(
              "a task's request id is not kept",
              """
              SELECT task FROM task_text WHERE request_id IS NOT NULL
                AND request_id NOT IN (SELECT request_id FROM request)
              """),
          new Rule(
              "the books of the days are not what the attempts say",
              """
              SELECT 1 WHERE
                (SELECT total(calls) || ' ' || total(unknown_calls) || ' ' || total(cost)
                  FROM usage_day)
                <> (SELECT (count(*) * 1.0) || ' ' || total(state = 4) || ' ' || total(cost)
                  FROM attempt WHERE send_time IS NOT NULL OR state = 4)
              """));

  /** When everything is done. */
  static final List<Rule> DONE =
      List.of(
          new Rule("a task is not final", "SELECT ordinal FROM task WHERE status IN (0, 1)"),
          new Rule("an attempt is open", "SELECT task, number FROM attempt WHERE state IN (0, 1)"),
          new Rule(
              "a task that is done is leased",
              "SELECT ordinal FROM task WHERE lease_epoch IS NOT NULL"));

  private Rules() {}
}
