-- Times are milliseconds since 1970 in UTC, money is millionths of a US dollar, ids are 16 bytes,
-- digests and fingerprints 32. The numbers of statuses and the like are those of the class Codes.

CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER
) STRICT, WITHOUT ROWID;

-- Texts that come again and again: principals and nodes.
CREATE TABLE name (
  ordinal INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE quota_key (
  ordinal INTEGER PRIMARY KEY,
  provider TEXT NOT NULL,
  credential TEXT NOT NULL,
  model TEXT NOT NULL,
  UNIQUE (provider, credential, model)
) STRICT;

-- The parts of a question that few tasks have for themselves.
CREATE TABLE profile (
  ordinal INTEGER PRIMARY KEY,
  provider TEXT NOT NULL,
  requested_model TEXT,
  language TEXT NOT NULL,
  resolution INTEGER NOT NULL,
  preparation TEXT NOT NULL,
  instruction_version INTEGER NOT NULL,
  schema_version INTEGER NOT NULL
) STRICT;

-- The content is absent when it is a file.
CREATE TABLE media (
  ordinal INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  format INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  content BLOB
) STRICT;

-- The hot row: nothing of any length is in it.
--   live   1 while this is the one task that works for its fingerprint
--   ready  2 * lane, plus 1 after a counted failure; absent for a task that cannot be claimed
CREATE TABLE task (
  ordinal INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  fingerprint BLOB NOT NULL,
  media INTEGER NOT NULL,
  principal INTEGER NOT NULL,
  quota INTEGER NOT NULL,
  profile INTEGER NOT NULL,
  status INTEGER NOT NULL,
  lane INTEGER NOT NULL,
  live INTEGER NOT NULL,
  reused INTEGER NOT NULL DEFAULT 0,
  round INTEGER NOT NULL DEFAULT 1,
  attempts INTEGER NOT NULL DEFAULT 0,
  counted_failures INTEGER NOT NULL DEFAULT 0,
  crashes INTEGER NOT NULL DEFAULT 0,
  estimate_tokens INTEGER NOT NULL,
  estimate_cost INTEGER NOT NULL,
  create_time INTEGER NOT NULL,
  update_time INTEGER NOT NULL,
  start_time INTEGER,
  finish_time INTEGER,
  ready INTEGER,
  leader INTEGER,
  next_attempt_time INTEGER,
  lease_epoch INTEGER,
  lease_attempt INTEGER,
  answer INTEGER,
  failure INTEGER,
  CHECK (live = (leader IS NULL AND status IN (0, 1)))
) STRICT;

-- Makes a second leader impossible. The picture, which the fingerprint determines, stands first
-- because its numbers grow: so new entries lie together and not on a page each.
CREATE UNIQUE INDEX task_live ON task (media, fingerprint) WHERE live = 1;
-- The order of the queue; the ordinal ends every index.
CREATE INDEX task_ready ON task (quota, ready) WHERE ready IS NOT NULL;
CREATE INDEX task_delayed ON task (next_attempt_time) WHERE next_attempt_time IS NOT NULL;
CREATE INDEX task_twin ON task (leader) WHERE leader IS NOT NULL;
CREATE INDEX task_running ON task (lease_epoch) WHERE lease_epoch IS NOT NULL;

CREATE TABLE task_text (
  task INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  prompt TEXT NOT NULL,
  context TEXT NOT NULL,
  labels TEXT NOT NULL,
  request_id TEXT,
  supersedes BLOB
) STRICT;

CREATE TABLE task_label (
  label TEXT NOT NULL,
  task INTEGER NOT NULL,
  PRIMARY KEY (label, task)
) STRICT, WITHOUT ROWID;

CREATE TABLE failure (
  ordinal INTEGER PRIMARY KEY,
  class INTEGER NOT NULL,
  code TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE attempt (
  task INTEGER NOT NULL,
  number INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  node INTEGER NOT NULL,
  state INTEGER NOT NULL,
  counted INTEGER NOT NULL,
  reserved INTEGER NOT NULL,
  start_time INTEGER NOT NULL,
  finish_time INTEGER,
  failure INTEGER,
  prompt_tokens INTEGER NOT NULL DEFAULT 0,
  output_tokens INTEGER NOT NULL DEFAULT 0,
  thinking_tokens INTEGER NOT NULL DEFAULT 0,
  cached_tokens INTEGER NOT NULL DEFAULT 0,
  cost INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (task, number)
) STRICT, WITHOUT ROWID;

-- Calls that go on although the task in their lease has handed them over or is deleted. The heir is
-- the task they work for now; absent when nobody needs them any more.
CREATE TABLE stray (
  id BLOB NOT NULL,
  attempt INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  heir INTEGER,
  heir_attempt INTEGER,
  fingerprint BLOB NOT NULL,
  media INTEGER NOT NULL,
  quota INTEGER NOT NULL,
  PRIMARY KEY (id, attempt)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
  ordinal INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  fingerprint BLOB NOT NULL,
  media INTEGER NOT NULL,
  alt_text TEXT NOT NULL,
  description TEXT NOT NULL,
  keywords TEXT NOT NULL,
  ocr_text TEXT,
  language TEXT NOT NULL,
  provider TEXT NOT NULL,
  model_asked TEXT NOT NULL,
  model_answered TEXT NOT NULL,
  prompt_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  thinking_tokens INTEGER NOT NULL,
  cached_tokens INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  analyze_time INTEGER NOT NULL
) STRICT;

CREATE INDEX answer_fingerprint ON answer (fingerprint);

CREATE TABLE chunk (
  answer INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  sources TEXT NOT NULL,
  contexts TEXT NOT NULL,
  labels TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE chunk_text USING fts5 (
  title, description, alt_text, ocr_text, keywords, sources, contexts, labels,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Calls, tokens and money by the day in Los Angeles, counted from 1970.
CREATE TABLE usage_day (
  day INTEGER NOT NULL,
  quota INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  PRIMARY KEY (day, quota)
) STRICT, WITHOUT ROWID;

CREATE TABLE request (
  principal INTEGER NOT NULL,
  request_id TEXT NOT NULL,
  hash BLOB NOT NULL,
  task BLOB NOT NULL,
  time INTEGER NOT NULL,
  PRIMARY KEY (principal, request_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX request_time ON request (time);

CREATE TABLE event (
  sequence INTEGER PRIMARY KEY,
  task INTEGER NOT NULL,
  type INTEGER NOT NULL,
  previous INTEGER,
  status INTEGER,
  time INTEGER NOT NULL,
  failure INTEGER
) STRICT;

-- The ids of deleted tasks, for their events.
CREATE TABLE tombstone (
  task INTEGER PRIMARY KEY,
  id BLOB NOT NULL
) STRICT;
