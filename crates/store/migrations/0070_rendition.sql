-- Renditions, what was found in their texts, and what was checked before each submission.

-- unfit: why none can be made, else sha256 and bytes of the rendition. removed, unread and links are
-- JSON lists of what was left behind, of where text could not be read, and of where links lead.
-- text_sha256: the texts of the file, as JSON on the issuer's shelf; empty where it has none.
CREATE TABLE rendition (
  evidence_id {text} NOT NULL PRIMARY KEY REFERENCES evidence (id),
  recipe {text} NOT NULL,
  unfit {text},
  sha256 {text},
  bytes {int},
  removed {text} NOT NULL,
  unread {text} NOT NULL,
  text_sha256 {text},
  made_at {int} NOT NULL
){strict};
CREATE INDEX rendition_bytes ON rendition (sha256);
CREATE INDEX rendition_text ON rendition (text_sha256);

-- names: print of the names and rules that were searched for. found is the JSON of what was found.
CREATE TABLE name_search (
  evidence_id {text} NOT NULL PRIMARY KEY REFERENCES evidence (id),
  names {text} NOT NULL,
  found {text} NOT NULL,
  searched_at {int} NOT NULL
){strict};

-- record is JSON and never changes; its hash stands in the snapshot of the submission.
CREATE TABLE blindness_record (
  submission_id {text} NOT NULL PRIMARY KEY REFERENCES submission (id),
  rule_version {int} NOT NULL,
  findings {int} NOT NULL,
  record {text} NOT NULL,
  record_hash {text} NOT NULL,
  made_at {int} NOT NULL
){strict};
