-- Where figures and claims come from: files kept as evidence, and what follows from the record of
-- sources. The record itself is unchanged. See database/README.md.

-- Files by the SHA-256 of their bytes, each kept once. NULL: erased.
CREATE TABLE attachment (
    digest TEXT PRIMARY KEY,
    content BLOB CHECK (length(content) BETWEEN 1 AND 10485760)
) STRICT;

CREATE TRIGGER attachment_is_only_erased BEFORE UPDATE ON attachment
WHEN new.digest IS NOT old.digest OR (old.content IS NOT NULL AND new.content IS NOT NULL) BEGIN
    SELECT RAISE(ABORT, 'a kept file is never changed');
END;

CREATE TRIGGER attachment_is_never_deleted BEFORE DELETE ON attachment BEGIN
    SELECT RAISE(ABORT, 'a kept file is never deleted');
END;

-- Where the words of the post come from; NULL: nobody said.
ALTER TABLE post_state ADD COLUMN sources TEXT;
