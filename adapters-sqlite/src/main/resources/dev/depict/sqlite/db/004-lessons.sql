-- What providers taught about their limits: the last lesson of each kind.
--   maximum     that was met; absent when the provider did not name it
--   hold_until  no call of the key before then
CREATE TABLE lesson (
  quota INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  maximum INTEGER,
  time INTEGER NOT NULL,
  hold_until INTEGER,
  PRIMARY KEY (quota, kind)
) STRICT, WITHOUT ROWID;
