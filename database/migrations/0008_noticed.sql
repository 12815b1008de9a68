-- The open findings of a post, one by one in place of their numbers: rule, category, severity, words.
-- Which of them a waiver for the whole brand lets stand changes with time, so it is not kept here.
-- The rows are made anew after an upgrade: emptied first, nothing is copied to change their form.
DELETE FROM post_state;
ALTER TABLE post_state DROP COLUMN severities;
ALTER TABLE post_state DROP COLUMN findings;
ALTER TABLE post_state ADD COLUMN noticed TEXT NOT NULL DEFAULT '[]';
