-- The first form of an index, with one release of molenwijk.
PRAGMA journal_mode = WAL;
CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  host TEXT NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  release INTEGER NOT NULL,
  files INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX site_host ON site (host) WHERE files > 0;
CREATE TABLE release (
  site INTEGER NOT NULL REFERENCES site,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  format TEXT NOT NULL,
  made_at TEXT NOT NULL,
  files INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  PRIMARY KEY (site, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE file (
  site INTEGER NOT NULL REFERENCES site,
  path TEXT NOT NULL,
  first INTEGER NOT NULL,
  until INTEGER,
  hash BLOB NOT NULL,
  size INTEGER NOT NULL,
  PRIMARY KEY (site, path, first)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_hash ON file (hash);
PRAGMA application_id = 1464553554;
PRAGMA user_version = 1;
INSERT INTO site (id, key, host, slug, name, release, files)
VALUES (1, 'molenwijk', 'molenwijk.localhost', 'molenwijk', 'De molenwijk', 1, 1);
INSERT INTO release (site, number, revision, format, made_at, files, changed, removed)
VALUES (1, 1, 3, '1.0.0', '2026-03-01T12:00:00.000Z', 1, 1, 0);
INSERT INTO file (site, path, first, hash, size)
VALUES (1, 'index.html', 1, unhex('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'), 0);
