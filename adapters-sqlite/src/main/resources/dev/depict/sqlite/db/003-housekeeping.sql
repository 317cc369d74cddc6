-- What it takes to find again what nobody needs any more.

-- Pictures that may not be needed any more: put without a task, or a task of theirs was deleted.
-- A new task takes its picture out of here; so what is in here and has no task can go.
CREATE TABLE media_unused (
  media INTEGER PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT;

CREATE INDEX media_unused_since ON media_unused (since);

INSERT INTO media_unused (media, since)
SELECT ordinal, coalesce((SELECT time FROM event ORDER BY sequence DESC LIMIT 1), 0)
FROM media WHERE ordinal NOT IN (SELECT media FROM task);

-- Pictures that are gone, for the answers that were given about them.
CREATE TABLE media_gone (
  ordinal INTEGER PRIMARY KEY,
  digest BLOB NOT NULL
) STRICT;

-- Failures that a task or an attempt has let go of. The events up to the sequence may name them.
CREATE TABLE failure_loose (
  failure INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL
) STRICT;

-- These have entries for few tasks only, and cost the others nothing.
CREATE INDEX task_failure ON task (failure) WHERE failure IS NOT NULL;
CREATE INDEX attempt_failure ON attempt (failure) WHERE failure IS NOT NULL;
CREATE INDEX task_suspect ON task (crashes) WHERE crashes > 1 AND live = 1;
CREATE INDEX task_supersedes ON task_text (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX stray_heir ON stray (heir) WHERE heir IS NOT NULL;
