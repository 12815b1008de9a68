-- The record, what is being written, and what is derived from both. See database/README.md.

-- What happened, in order; never changed. One hash chain per origin.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    origin_seq INTEGER NOT NULL,
    event_id TEXT NOT NULL UNIQUE,
    occurred_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    post_id TEXT,
    payload TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    signature TEXT,
    UNIQUE (origin, origin_seq)
) STRICT;

CREATE INDEX event_post ON event (post_id, seq);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'an entry of the record is never changed');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN
    SELECT RAISE(ABORT, 'an entry of the record is never deleted');
END;

-- Without this one, INSERT OR REPLACE would walk past the other two.
CREATE TRIGGER event_is_only_appended BEFORE INSERT ON event
WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event) BEGIN
    SELECT RAISE(ABORT, 'an entry of the record is only added at its end');
END;

-- The words the record speaks of, by the SHA-256 of their UTF-8 bytes. NULL: erased.
CREATE TABLE text (
    digest TEXT PRIMARY KEY,
    content TEXT
) STRICT;

CREATE TRIGGER text_is_only_erased BEFORE UPDATE ON text
WHEN new.digest IS NOT old.digest OR (old.content IS NOT NULL AND new.content IS NOT NULL) BEGIN
    SELECT RAISE(ABORT, 'a recorded text is never changed');
END;

CREATE TRIGGER text_is_never_deleted BEFORE DELETE ON text BEGIN
    SELECT RAISE(ABORT, 'a recorded text is never deleted');
END;

-- The working copy: words that no version of the record holds yet. Saved over and over.
CREATE TABLE draft (
    post TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    channels TEXT NOT NULL,
    editors TEXT NOT NULL,
    noticed TEXT,
    saved_at TEXT NOT NULL
) STRICT;

-- Derived from event, text and draft; may be emptied and rebuilt at any time.
CREATE TABLE post_state (
    post TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    channels TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    title TEXT NOT NULL,
    authors TEXT NOT NULL,
    started_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    place INTEGER NOT NULL UNIQUE,
    decision TEXT,
    approved TEXT,
    waivers TEXT NOT NULL,
    findings TEXT NOT NULL,
    severities TEXT NOT NULL
) STRICT;

-- rowid is post_state.place, so the newest hits come first without sorting. `words` are the
-- post's present words and all its recorded versions, `facets` what the history is filtered by.
CREATE VIRTUAL TABLE post_fts USING fts5 (
    words, facets,
    content='', contentless_delete=1,
    prefix='2 3 4 5', tokenize='unicode61 remove_diacritics 2'
);

-- Where this file has been written: each place (computer, folder, file) has a chain of its own, so
-- that a copied file never continues the chain of the file it was copied from.
CREATE TABLE place (
    name TEXT PRIMARY KEY,
    origin TEXT NOT NULL UNIQUE
) STRICT;

-- This file's own notes, such as when it was last backed up.
CREATE TABLE note (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
