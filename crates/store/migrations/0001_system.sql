-- What every room uses: settings, work for the background, the record of what happened,
-- letters, and the answers that were given to requests with a key.

CREATE TABLE setting (
  name {text} NOT NULL PRIMARY KEY,
  value {text} NOT NULL
){strict};

-- Keys of organizations for their bytes, wrapped by the master key.
CREATE TABLE data_key (
  organization_id {text} NOT NULL PRIMARY KEY,
  wrapped {bytes} NOT NULL,
  created_at {int} NOT NULL
){strict};

-- A job that is done is deleted; a dead one stays with its error.
CREATE TABLE job (
  id {text} NOT NULL PRIMARY KEY,
  kind {text} NOT NULL,
  payload {text} NOT NULL,
  unique_key {text},
  run_after {int} NOT NULL,
  locked_until {int} NOT NULL,
  attempts {int} NOT NULL,
  error {text},
  dead_at {int},
  created_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX job_unique_key_key ON job (unique_key);
CREATE INDEX job_due ON job (run_after) WHERE dead_at IS NULL;
CREATE INDEX job_dead ON job (id) WHERE dead_at IS NOT NULL;

CREATE TABLE event (
  id {text} NOT NULL PRIMARY KEY,
  at {int} NOT NULL,
  person_id {text},
  role {text} NOT NULL,
  kind {text} NOT NULL,
  subject_kind {text} NOT NULL,
  subject_id {text} NOT NULL,
  state_hash {text} NOT NULL,
  detail {text} NOT NULL
){strict};
CREATE INDEX event_subject ON event (subject_kind, subject_id, id);

CREATE TABLE letter (
  id {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL,
  kind {text} NOT NULL,
  language {text} NOT NULL,
  parameters {text} NOT NULL,
  created_at {int} NOT NULL,
  sent_at {int}
){strict};
CREATE INDEX letter_person ON letter (person_id, id);
CREATE INDEX letter_unsent ON letter (id) WHERE sent_at IS NULL;

-- person_id is empty for a stranger.
CREATE TABLE idempotency (
  person_id {text} NOT NULL,
  use_case {text} NOT NULL,
  request_key {text} NOT NULL,
  request_hash {text} NOT NULL,
  answer {text} NOT NULL,
  created_at {int} NOT NULL,
  PRIMARY KEY (person_id, use_case, request_key)
){strict};
CREATE INDEX idempotency_age ON idempotency (created_at);
