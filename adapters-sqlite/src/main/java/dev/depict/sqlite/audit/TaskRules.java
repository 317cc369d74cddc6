package dev.depict.sqlite.audit;

import java.util.List;

/** What has to hold for tasks: status, place in the queue, leader, answer, attempts. */
final class TaskRules {
  private static final String BACKUP = "put back a copy of the data folder";
  private static final String AGAIN = "delete the task and send its picture again";
  private static final String CANCEL = "cancel the task and retry it";
  private static final String PAGE = "FROM task t WHERE t.ordinal > ?1 AND t.ordinal <= ?2 AND ";

  private TaskRules() {}

  static Table all() {
    return new Table(
        "task",
        "ordinal",
        List.of(
            rule(
                "t.live <> (t.leader IS NULL AND t.status IN (0, 1))",
                "is not known as what it is, leader or twin",
                AGAIN),
            rule(
                """
                ((t.status = 0 AND t.leader IS NULL AND t.next_attempt_time IS NULL)
                  <> (t.ready IS NOT NULL)
                OR t.ready <> 2 * t.lane + (t.counted_failures > 0)
                OR (t.next_attempt_time IS NOT NULL AND (t.status <> 0 OR t.leader IS NOT NULL)))
                """,
                "stands in the queue where its status, lane or delay does not put it",
                CANCEL),
            rule(
                """
                ((t.status = 1 AND t.lease_epoch IS NULL)
                OR (t.status IN (0, 2, 3) AND t.lease_epoch IS NOT NULL)
                OR (t.lease_epoch IS NULL) <> (t.lease_attempt IS NULL))
                """,
                "does not run, but has a lease, or the other way round",
                "start the server again, which takes back what does not run"),
            rule(
                """
                t.leader IS NOT NULL AND (t.status <> 0 OR NOT EXISTS (SELECT 1 FROM task l
                  WHERE l.live = 1 AND l.media = t.media AND l.fingerprint = t.fingerprint))
                """,
                "waits in vain for a task that does not work for it",
                CANCEL),
            rule(
                """
                ((t.status = 2) <> (t.answer IS NOT NULL)
                OR (t.answer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM answer a
                  WHERE a.ordinal = t.answer AND a.fingerprint = t.fingerprint)))
                """,
                "its status does not go with its answer",
                AGAIN),
            rule(
                """
                ((t.status = 3 AND t.failure IS NULL)
                OR (t.failure IS NOT NULL AND NOT EXISTS (SELECT 1 FROM failure f
                  WHERE f.ordinal = t.failure)))
                """,
                "has no reason for its failure",
                AGAIN),
            rule(
                "(t.status IN (2, 3, 4)) <> (t.finish_time IS NOT NULL)",
                "its status does not go with the time of its end",
                AGAIN),
            rule(
                """
                (NOT EXISTS (SELECT 1 FROM task_text x WHERE x.task = t.ordinal)
                OR NOT EXISTS (SELECT 1 FROM profile p WHERE p.ordinal = t.profile)
                OR NOT EXISTS (SELECT 1 FROM name n WHERE n.ordinal = t.principal)
                OR NOT EXISTS (SELECT 1 FROM quota_key q WHERE q.ordinal = t.quota))
                """,
                "a part of its question is missing",
                BACKUP),
            rule(
                "NOT EXISTS (SELECT 1 FROM media m WHERE m.ordinal = t.media)",
                "its picture is not stored",
                AGAIN),
            rule(
                """
                t.status = 1 AND NOT EXISTS (SELECT 1 FROM attempt a
                  WHERE a.task = t.ordinal AND a.number = t.lease_attempt AND a.state IN (0, 1))
                """,
                "runs, but has no attempt under way",
                "start the server again, which takes back what does not run"),
            attempts()));
  }

  /**
   * A task that was cancelled or retried may have handed its attempts on; one that took some over
   * keeps their numbers where it can.
   */
  private static Rule attempts() {
    return rule(
        """
        EXISTS (SELECT 1 FROM (
            SELECT count(*) AS n, min(number) AS first, max(number) AS last
            FROM attempt a WHERE a.task = t.ordinal) c
          WHERE (c.n > 0 AND c.last <> t.attempts)
            OR (c.n > 0 AND t.round = 1 AND c.last - c.first + 1 <> c.n)
            OR (c.n = 0 AND t.attempts > 0 AND t.round = 1 AND t.status <> 4))
        """,
        "the count of its attempts is not that of those that are stored",
        "delete the task, or live with it: nothing but the count is wrong");
  }

  private static Rule rule(String condition, String problem, String repair) {
    return new Rule(Subject.TASK, PAGE + condition, problem, repair);
  }
}
