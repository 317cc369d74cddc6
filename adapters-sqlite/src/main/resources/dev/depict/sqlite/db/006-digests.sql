-- Digests are random: an index over whole ones takes a page of its own for each new picture, over
-- many pages. Four bytes of each find the picture as well; the whole digest is compared then.

CREATE TABLE picture (
  ordinal INTEGER PRIMARY KEY,
  digest BLOB NOT NULL,
  format INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  content BLOB
) STRICT;

INSERT INTO picture SELECT * FROM media;
DROP TABLE media;
ALTER TABLE picture RENAME TO media;
CREATE INDEX media_digest ON media (substr(digest, 1, 4));
