// Format 1: the tables of the first Stet. Never edited after a release; later formats add a file beside this one.
// Facts are written once: triggers refuse UPDATE, DELETE and
// REPLACE (an insert that deletes, unseen by delete triggers) on the log, revisions, editions, stamps and desk events.
export const CREATE_LIBRARY = `
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The head of each log and of each row of revisions (truth) and its projection (cache, rebuildable; projected_seq says how far it reaches).
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id TEXT NOT NULL UNIQUE CHECK (length(article_id) = 32),
  created_at INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 0),
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  log_bytes INTEGER NOT NULL CHECK (log_bytes >= 0),
  saved_at INTEGER NOT NULL,
  saved_by TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  revision_number INTEGER NOT NULL DEFAULT 0,
  revision_hash TEXT,
  status TEXT NOT NULL DEFAULT 'draft',
  status_rank INTEGER NOT NULL DEFAULT 0,
  projected_seq INTEGER NOT NULL DEFAULT 0,
  headline TEXT NOT NULL DEFAULT '',
  headline_key TEXT NOT NULL DEFAULT '',
  slugline TEXT NOT NULL DEFAULT '',
  url_slug TEXT NOT NULL DEFAULT '',
  section TEXT NOT NULL DEFAULT '',
  byline TEXT NOT NULL DEFAULT '',
  words INTEGER NOT NULL DEFAULT 0,
  has_tk INTEGER NOT NULL DEFAULT 0 CHECK (has_tk IN (0, 1)),
  embargo_at INTEGER,
  embargo_zone TEXT,
  problem TEXT,
  CHECK ((embargo_at IS NULL) = (embargo_zone IS NULL))
) STRICT;
-- One index per order of the desk; each carries what the filters ask, so that a page is found without reading rows.
CREATE INDEX articles_by_saved ON articles (saved_at, id, status, section, has_tk, embargo_at);
CREATE INDEX articles_by_created ON articles (created_at, id, status, section, has_tk, embargo_at);
CREATE INDEX articles_by_headline ON articles (headline_key, id, status, section, has_tk, embargo_at);
CREATE INDEX articles_by_words ON articles (words, id, status, section, has_tk, embargo_at);
CREATE INDEX articles_by_status ON articles (status_rank, saved_at DESC, id DESC, status, section, has_tk, embargo_at);
CREATE INDEX articles_by_section ON articles (section, saved_at, id, status, has_tk, embargo_at);
-- Who else has an address: the slug in force, whether chosen or made from the headline.
CREATE INDEX articles_by_slug ON articles (url_slug);
CREATE INDEX articles_behind ON articles (id) WHERE projected_seq < seq;

-- How many articles there are of each kind the desk filters by: the total of a list without counting a row.
CREATE TABLE desk_counts (
  status TEXT NOT NULL,
  section TEXT NOT NULL,
  has_tk INTEGER NOT NULL,
  has_embargo INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (status, section, has_tk, has_embargo)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER articles_count_insert AFTER INSERT ON articles
BEGIN
  INSERT INTO desk_counts VALUES (NEW.status, NEW.section, NEW.has_tk, NEW.embargo_at IS NOT NULL, 1)
  ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER articles_count_update AFTER UPDATE OF status, section, has_tk, embargo_at ON articles
WHEN (OLD.status, OLD.section, OLD.has_tk, OLD.embargo_at IS NULL)
  IS NOT (NEW.status, NEW.section, NEW.has_tk, NEW.embargo_at IS NULL)
BEGIN
  UPDATE desk_counts SET articles = articles - 1
  WHERE (status, section, has_tk, has_embargo) = (OLD.status, OLD.section, OLD.has_tk, OLD.embargo_at IS NOT NULL);
  INSERT INTO desk_counts VALUES (NEW.status, NEW.section, NEW.has_tk, NEW.embargo_at IS NOT NULL, 1)
  ON CONFLICT DO UPDATE SET articles = articles + 1;
END;

-- Who is in the byline, and who saved last: for "my articles".
CREATE TABLE article_people (
  person TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (id),
  PRIMARY KEY (person, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_people_by_article ON article_people (article);
CREATE INDEX articles_by_saver ON articles (saved_by);

CREATE TABLE article_text (
  id INTEGER PRIMARY KEY REFERENCES articles (id),
  headline TEXT NOT NULL,
  slugline TEXT NOT NULL,
  people TEXT NOT NULL,
  standfirst TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, slugline, people, standfirst, body,
  content = 'article_text', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
);
INSERT INTO article_search (article_search, rank) VALUES ('automerge', 0);

CREATE TABLE updates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles (id),
  seq INTEGER NOT NULL CHECK (seq > 0),
  bytes BLOB NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  session TEXT NOT NULL,
  origin TEXT NOT NULL,
  author TEXT NOT NULL,
  schema_version INTEGER NOT NULL CHECK (schema_version > 0),
  at INTEGER NOT NULL,
  zone TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX updates_by_seq ON updates (article, seq);
CREATE UNIQUE INDEX updates_by_hash ON updates (article, sha256);
CREATE TRIGGER updates_keep_insert BEFORE INSERT ON updates
WHEN EXISTS (SELECT 1 FROM updates WHERE id = NEW.id OR (article = NEW.article AND (seq = NEW.seq OR sha256 = NEW.sha256)))
BEGIN SELECT RAISE(ABORT, 'the update log is append-only'); END;
CREATE TRIGGER updates_keep_update BEFORE UPDATE ON updates
BEGIN SELECT RAISE(ABORT, 'the update log is append-only'); END;
CREATE TRIGGER updates_keep_delete BEFORE DELETE ON updates
BEGIN SELECT RAISE(ABORT, 'the update log is append-only'); END;

-- A covering snapshot shortens reading. The rows it covers stay; a snapshot may go once a newer one exists.
CREATE TABLE snapshots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles (id),
  seq INTEGER NOT NULL CHECK (seq > 0),
  log_bytes INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  UNIQUE (article, seq)
) STRICT;
CREATE TRIGGER snapshots_keep_insert BEFORE INSERT ON snapshots
WHEN EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.id OR (article = NEW.article AND seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;
CREATE TRIGGER snapshots_keep_update BEFORE UPDATE ON snapshots
BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;
CREATE TRIGGER snapshots_keep_delete BEFORE DELETE ON snapshots
WHEN NOT EXISTS (SELECT 1 FROM snapshots AS newer WHERE newer.article = OLD.article AND newer.seq > OLD.seq)
BEGIN SELECT RAISE(ABORT, 'the newest snapshot stays'); END;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision_id TEXT NOT NULL UNIQUE CHECK (length(revision_id) = 32),
  article INTEGER NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  zone TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  words INTEGER NOT NULL,
  words_added INTEGER,
  words_removed INTEGER,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  parent_hash TEXT CHECK (length(parent_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (article, number)
) STRICT;
CREATE INDEX revisions_by_time ON revisions (at);
CREATE TRIGGER revisions_keep_insert BEFORE INSERT ON revisions
WHEN EXISTS (SELECT 1 FROM revisions WHERE id = NEW.id OR revision_id = NEW.revision_id OR (article = NEW.article AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revisions_keep_update BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revisions_keep_delete BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;

-- The article of a revision lies apart, so that thinning can drop it and leave the row and its hash in the chain.
CREATE TABLE revision_contents (
  revision INTEGER PRIMARY KEY REFERENCES revisions (id),
  article_json TEXT NOT NULL
) STRICT;
CREATE TABLE revision_thinnings (
  revision INTEGER PRIMARY KEY REFERENCES revisions (id),
  at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER revision_contents_keep_insert BEFORE INSERT ON revision_contents
WHEN EXISTS (SELECT 1 FROM revision_contents WHERE revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revision_contents_keep_update BEFORE UPDATE ON revision_contents
BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
CREATE TRIGGER revision_contents_keep_delete BEFORE DELETE ON revision_contents
WHEN NOT EXISTS (SELECT 1 FROM revision_thinnings WHERE revision = OLD.revision)
BEGIN SELECT RAISE(ABORT, 'only a thinned revision loses its article'); END;
CREATE TRIGGER revision_thinnings_only_automatic BEFORE INSERT ON revision_thinnings
WHEN NOT EXISTS (SELECT 1 FROM revisions WHERE id = NEW.revision AND kind IN ('sitting', 'idle'))
BEGIN SELECT RAISE(ABORT, 'only automatic revisions are thinned'); END;
CREATE TRIGGER revision_thinnings_keep_insert BEFORE INSERT ON revision_thinnings
WHEN EXISTS (SELECT 1 FROM revision_thinnings WHERE revision = NEW.revision)
BEGIN SELECT RAISE(ABORT, 'a thinning is recorded for ever'); END;
CREATE TRIGGER revision_thinnings_keep_update BEFORE UPDATE ON revision_thinnings
BEGIN SELECT RAISE(ABORT, 'a thinning is recorded for ever'); END;
CREATE TRIGGER revision_thinnings_keep_delete BEFORE DELETE ON revision_thinnings
BEGIN SELECT RAISE(ABORT, 'a thinning is recorded for ever'); END;

CREATE TABLE workflow_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles (id),
  act TEXT NOT NULL,
  from_status TEXT NOT NULL,
  to_status TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  at INTEGER NOT NULL,
  embargo_at INTEGER,
  embargo_zone TEXT,
  CHECK ((embargo_at IS NULL) = (embargo_zone IS NULL))
) STRICT;
CREATE INDEX workflow_events_by_article ON workflow_events (article);
CREATE INDEX workflow_events_by_time ON workflow_events (at);
CREATE TRIGGER workflow_events_keep_insert BEFORE INSERT ON workflow_events
WHEN EXISTS (SELECT 1 FROM workflow_events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'desk events are append-only'); END;
CREATE TRIGGER workflow_events_keep_update BEFORE UPDATE ON workflow_events
BEGIN SELECT RAISE(ABORT, 'desk events are append-only'); END;
CREATE TRIGGER workflow_events_keep_delete BEFORE DELETE ON workflow_events
BEGIN SELECT RAISE(ABORT, 'desk events are append-only'); END;

CREATE TABLE stamps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles (id),
  kind TEXT NOT NULL CHECK (kind IN ('published', 'updated')),
  at INTEGER NOT NULL,
  zone TEXT NOT NULL,
  source TEXT NOT NULL,
  who TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX stamps_published_once ON stamps (article) WHERE kind = 'published';
CREATE INDEX stamps_by_article ON stamps (article, kind, id);
CREATE TRIGGER stamps_keep_insert BEFORE INSERT ON stamps
WHEN EXISTS (SELECT 1 FROM stamps WHERE id = NEW.id OR (article = NEW.article AND kind = 'published' AND NEW.kind = 'published'))
BEGIN SELECT RAISE(ABORT, 'stamps are append-only'); END;
CREATE TRIGGER stamps_keep_update BEFORE UPDATE ON stamps
BEGIN SELECT RAISE(ABORT, 'stamps are append-only'); END;
CREATE TRIGGER stamps_keep_delete BEFORE DELETE ON stamps
BEGIN SELECT RAISE(ABORT, 'stamps are append-only'); END;

-- The bytes of exported files, each once: an edition that changes a word keeps its pictures.
CREATE TABLE edition_bytes (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER edition_bytes_keep_insert BEFORE INSERT ON edition_bytes
WHEN EXISTS (SELECT 1 FROM edition_bytes WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'editions are append-only'); END;
CREATE TRIGGER edition_bytes_keep_update BEFORE UPDATE ON edition_bytes
BEGIN SELECT RAISE(ABORT, 'editions are append-only'); END;
CREATE TRIGGER edition_bytes_keep_delete BEFORE DELETE ON edition_bytes
BEGIN SELECT RAISE(ABORT, 'editions are append-only'); END;

CREATE TABLE editions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  edition_id TEXT NOT NULL UNIQUE CHECK (length(edition_id) = 32),
  article INTEGER NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL CHECK (number > 0),
  revision INTEGER NOT NULL REFERENCES revisions (id),
  format TEXT NOT NULL,
  reason TEXT NOT NULL,
  who TEXT NOT NULL,
  at INTEGER NOT NULL,
  stamps_json TEXT NOT NULL,
  profile_json TEXT NOT NULL,
  notes_json TEXT NOT NULL,
  files_json TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (article, number)
) STRICT;
CREATE INDEX editions_by_time ON editions (at);
CREATE TRIGGER editions_keep_insert BEFORE INSERT ON editions
WHEN EXISTS (SELECT 1 FROM editions WHERE id = NEW.id OR edition_id = NEW.edition_id OR (article = NEW.article AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'editions are append-only'); END;
CREATE TRIGGER editions_keep_update BEFORE UPDATE ON editions
BEGIN SELECT RAISE(ABORT, 'editions are append-only'); END;
CREATE TRIGGER editions_keep_delete BEFORE DELETE ON editions
BEGIN SELECT RAISE(ABORT, 'editions are append-only'); END;

-- What was said to readers about an article. A revised note stays; the one that takes its place names it.
CREATE TABLE public_notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles (id),
  number INTEGER NOT NULL CHECK (number > 0),
  edition INTEGER NOT NULL REFERENCES editions (id),
  kind TEXT NOT NULL CHECK (kind IN ('correction', 'clarification', 'update', 'editors-note', 'retraction')),
  text TEXT NOT NULL CHECK (text <> ''),
  at INTEGER NOT NULL,
  zone TEXT NOT NULL,
  placement TEXT NOT NULL CHECK (placement IN ('high', 'low')),
  revises INTEGER CHECK (revises < number),
  change_json TEXT,
  who TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (article, number),
  UNIQUE (article, revises),
  FOREIGN KEY (article, revises) REFERENCES public_notes (article, number)
) STRICT;
CREATE TRIGGER public_notes_keep_insert BEFORE INSERT ON public_notes
WHEN EXISTS (SELECT 1 FROM public_notes WHERE id = NEW.id OR (article = NEW.article AND (number = NEW.number OR revises = NEW.revises)))
BEGIN SELECT RAISE(ABORT, 'public notes are append-only'); END;
CREATE TRIGGER public_notes_keep_update BEFORE UPDATE ON public_notes
BEGIN SELECT RAISE(ABORT, 'public notes are append-only'); END;
CREATE TRIGGER public_notes_keep_delete BEFORE DELETE ON public_notes
BEGIN SELECT RAISE(ABORT, 'public notes are append-only'); END;

-- Up to where each person has seen each article.
CREATE TABLE looks (
  article INTEGER NOT NULL REFERENCES articles (id),
  person TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  at INTEGER NOT NULL,
  PRIMARY KEY (article, person)
) STRICT, WITHOUT ROWID;

-- Findings that somebody let stand, and why; taking that back is another row. A finding's id is made of its words.
CREATE TABLE waivers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles (id),
  act TEXT NOT NULL CHECK (act IN ('waive', 'withdraw')),
  finding TEXT NOT NULL,
  rule TEXT NOT NULL,
  sentence TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why <> ''),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX waivers_by_article ON waivers (article, finding);
CREATE TRIGGER waivers_keep_insert BEFORE INSERT ON waivers
WHEN EXISTS (SELECT 1 FROM waivers WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'waivers are append-only'); END;
CREATE TRIGGER waivers_keep_update BEFORE UPDATE ON waivers
BEGIN SELECT RAISE(ABORT, 'waivers are append-only'); END;
CREATE TRIGGER waivers_keep_delete BEFORE DELETE ON waivers
BEGIN SELECT RAISE(ABORT, 'waivers are append-only'); END;

CREATE TABLE assets (
  asset_id TEXT PRIMARY KEY CHECK (length(asset_id) = 64),
  mime TEXT NOT NULL,
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  byte_length INTEGER NOT NULL CHECK (byte_length > 0)
) STRICT, WITHOUT ROWID;
`
