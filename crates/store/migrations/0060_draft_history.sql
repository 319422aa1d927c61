-- The history of drafts.

-- sitting names the page from which a text was saved; kept_at is when a text of the field went into
-- draft_text_kept last, or its first one was written.
ALTER TABLE draft_text ADD COLUMN kept_at {int} NOT NULL DEFAULT 0;
ALTER TABLE draft_text ADD COLUMN sitting {text} NOT NULL DEFAULT '';

-- Texts that were written over and stay. ends_sitting is 1 for the last of a sitting, which stays
-- for good; the others go after some days.
CREATE TABLE draft_text_kept (
  pursuit_id {text} NOT NULL REFERENCES pursuit (id),
  field {text} NOT NULL,
  version {int} NOT NULL,
  body {text} NOT NULL,
  saved_at {int} NOT NULL,
  ends_sitting {int} NOT NULL,
  PRIMARY KEY (pursuit_id, field, version)
){strict};
