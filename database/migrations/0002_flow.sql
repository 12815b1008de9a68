-- Stages, slots and comments: what follows from the record of them. The record itself is unchanged.

-- When the review or the approval runs out (UTC as the record writes it); NULL: nothing runs.
ALTER TABLE post_state ADD COLUMN lapses_at TEXT;

-- Stages, who may approve for which channel, approvals so far, slot and end; NULL: as ever.
ALTER TABLE post_state ADD COLUMN flow TEXT;

-- What was said of the post; NULL: nothing.
ALTER TABLE post_state ADD COLUMN comments TEXT;

CREATE INDEX post_state_lapses ON post_state (lapses_at) WHERE lapses_at IS NOT NULL;
