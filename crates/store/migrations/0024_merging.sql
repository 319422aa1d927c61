-- Two accounts that turned out to be one person's. moved is the JSON of what went from one to the
-- other, so that it can go back.

CREATE TABLE person_merge (
  id {text} NOT NULL PRIMARY KEY,
  kept_id {text} NOT NULL REFERENCES person (id),
  merged_id {text} NOT NULL REFERENCES person (id),
  merged_by {text} NOT NULL REFERENCES person (id),
  reason {text} NOT NULL,
  merged_at {int} NOT NULL,
  moved {text} NOT NULL,
  undone_at {int},
  undone_by {text} REFERENCES person (id)
){strict};
CREATE UNIQUE INDEX person_merge_open_key ON person_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX person_merge_kept ON person_merge (kept_id, merged_at);
CREATE INDEX person_merge_merged ON person_merge (merged_id);
CREATE INDEX person_merge_actor ON person_merge (merged_by);
CREATE INDEX person_merge_undoer ON person_merge (undone_by);
