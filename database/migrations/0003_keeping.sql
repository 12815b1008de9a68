-- Searches by name, and which likenesses somebody has seen. See database/README.md.

-- What somebody looks for again and again: `query` as it is typed into the history's field.
CREATE TABLE saved_search (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL
) STRICT;

-- "Seen before" was put away for this post and that earlier one.
CREATE TABLE likeness_dismissed (
    post TEXT NOT NULL,
    earlier TEXT NOT NULL,
    PRIMARY KEY (post, earlier)
) WITHOUT ROWID, STRICT;
