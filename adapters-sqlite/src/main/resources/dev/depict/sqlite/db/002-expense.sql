-- What each attempt was sent and billed, and what that makes of a day.

-- The task of an attempt may be another one later on; what it drew on stays.
--   round      of its task; 0 for a round that is over
--   send_time  absent while it is under way, and when nothing was sent
--   cost       what was reserved, while nobody knows what it took
ALTER TABLE attempt ADD COLUMN quota INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempt ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempt ADD COLUMN send_time INTEGER;
ALTER TABLE attempt ADD COLUMN external_id TEXT NOT NULL DEFAULT '';

UPDATE attempt SET quota = (SELECT t.quota FROM task t WHERE t.ordinal = attempt.task);
UPDATE attempt SET cost = reserved WHERE state = 4;
-- Those that were booked as calls: answered, or failed in another way than before any call.
UPDATE attempt SET send_time = start_time
WHERE state = 2
  OR (state = 3 AND (SELECT f.class FROM failure f WHERE f.ordinal = attempt.failure)
    NOT IN (8, 11));

-- For the calls of deleted tasks, whose attempts are gone.
--   time    when the call was sent, or else claimed
--   booked  1 while what was reserved is booked for it
ALTER TABLE stray ADD COLUMN reserved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stray ADD COLUMN time INTEGER;
ALTER TABLE stray ADD COLUMN booked INTEGER NOT NULL DEFAULT 0;

-- Calls of unknown outcome are part of the calls, cached tokens of the input tokens. Thinking
-- tokens stand beside the output tokens; in days booked before, they are part of them.
ALTER TABLE usage_day ADD COLUMN unknown_calls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE usage_day ADD COLUMN thinking_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE usage_day ADD COLUMN cached_tokens INTEGER NOT NULL DEFAULT 0;
