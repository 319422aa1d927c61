-- Pursuits, drafts, evidence and submissions.

-- open is 1 while the pursuit can still lead to an award; revision grows with every change of
-- state. attempt is the latest submitted one, 0 before the first.
CREATE TABLE pursuit (
  id {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL REFERENCES person (id),
  micro_credential_id {text} NOT NULL REFERENCES micro_credential (id),
  version_id {text} NOT NULL REFERENCES version (id),
  state {text} NOT NULL,
  attempt {int} NOT NULL,
  open {int} NOT NULL,
  revision {int} NOT NULL,
  started_at {int} NOT NULL,
  changed_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX pursuit_open_key ON pursuit (person_id, micro_credential_id) WHERE open = 1;
CREATE INDEX pursuit_person ON pursuit (person_id, id);
CREATE INDEX pursuit_micro_credential ON pursuit (micro_credential_id);
CREATE INDEX pursuit_version ON pursuit (version_id);

CREATE TABLE draft_text (
  pursuit_id {text} NOT NULL REFERENCES pursuit (id),
  field {text} NOT NULL,
  body {text} NOT NULL,
  version {int} NOT NULL,
  saved_at {int} NOT NULL,
  PRIMARY KEY (pursuit_id, field)
){strict};

-- removed_at: no longer part of the draft; the bytes stay while a submission rests on them.
-- uploaded_name is for the educator alone.
CREATE TABLE evidence (
  id {text} NOT NULL PRIMARY KEY,
  pursuit_id {text} NOT NULL REFERENCES pursuit (id),
  requirement {text} NOT NULL,
  sha256 {text} NOT NULL,
  media_type {text} NOT NULL,
  bytes {int} NOT NULL,
  shown_name {text} NOT NULL,
  uploaded_name {text} NOT NULL,
  caption {text} NOT NULL,
  created_at {int} NOT NULL,
  removed_at {int}
){strict};
CREATE INDEX evidence_pursuit ON evidence (pursuit_id, created_at);
CREATE INDEX evidence_bytes ON evidence (sha256);

CREATE TABLE evidence_criterion (
  evidence_id {text} NOT NULL REFERENCES evidence (id),
  criterion {text} NOT NULL,
  PRIMARY KEY (evidence_id, criterion)
){strict};

-- snapshot is the JSON of what was submitted and never changes; open_criteria a JSON list of
-- criterion ids.
CREATE TABLE submission (
  id {text} NOT NULL PRIMARY KEY,
  pursuit_id {text} NOT NULL REFERENCES pursuit (id),
  attempt {int} NOT NULL,
  code {text} NOT NULL,
  snapshot {text} NOT NULL,
  snapshot_hash {text} NOT NULL,
  rubric_fingerprint {text} NOT NULL,
  open_criteria {text} NOT NULL,
  submitted_at {int} NOT NULL,
  opened_at {int},
  decided_at {int}
){strict};
CREATE UNIQUE INDEX submission_attempt_key ON submission (pursuit_id, attempt);
CREATE UNIQUE INDEX submission_code_key ON submission (code);
CREATE INDEX submission_waiting ON submission (submitted_at) WHERE decided_at IS NULL;

CREATE TABLE submission_evidence (
  submission_id {text} NOT NULL REFERENCES submission (id),
  evidence_id {text} NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (submission_id, evidence_id)
){strict};
CREATE INDEX submission_evidence_item ON submission_evidence (evidence_id);
