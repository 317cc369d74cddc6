-- Answers and twins are found by picture and fingerprint together. Pictures' numbers grow, so that
-- what is new lies together, and not on a page each.

CREATE INDEX answer_question ON answer (media, fingerprint);
DROP INDEX answer_fingerprint;

-- For answers about a picture that was removed and has come again.
CREATE INDEX media_gone_digest ON media_gone (digest);

-- From here on the column leader only says that a task is a twin. Its leader is the live task of its
-- picture and fingerprint, so that nothing is written for the other twins when one is promoted.
DROP INDEX task_twin;
CREATE INDEX task_twin ON task (media, fingerprint, lane) WHERE leader IS NOT NULL;
