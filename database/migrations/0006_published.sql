-- What went out, where and when: what follows from the record of it. The record itself is unchanged.

-- A list, one item for each text on the channels it went out on alike; NULL: nothing.
ALTER TABLE post_state ADD COLUMN published TEXT;
