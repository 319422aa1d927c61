-- Assignment: seats that nobody holds, and what is known of those who could take them.

-- One row a seat that waits for somebody. reason is the JSON of why nobody could be found when it
-- was tried last, empty before; reason_at since when that has been so.
CREATE TABLE vacancy (
  submission_id {text} NOT NULL REFERENCES submission (id),
  seat {int} NOT NULL,
  criteria {text} NOT NULL,
  submitted_at {int} NOT NULL,
  since {int} NOT NULL,
  reason {text} NOT NULL,
  reason_at {int} NOT NULL,
  PRIMARY KEY (submission_id, seat)
){strict};
CREATE INDEX vacancy_queue ON vacancy (submitted_at, submission_id, seat);

-- How often an assessor's marks of a rubric stood with the decision.
CREATE TABLE calibration (
  person_id {text} NOT NULL REFERENCES person (id),
  rubric_fingerprint {text} NOT NULL,
  judged {int} NOT NULL,
  agreed {int} NOT NULL,
  PRIMARY KEY (person_id, rubric_fingerprint)
){strict};

-- The most reviews that an assessor wants at once.
CREATE TABLE review_limit (
  person_id {text} NOT NULL PRIMARY KEY REFERENCES person (id),
  reviews {int} NOT NULL,
  changed_at {int} NOT NULL
){strict};

-- When an assessor takes no reviews; ended_at if it was taken back.
CREATE TABLE absence (
  id {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL REFERENCES person (id),
  starts_at {int} NOT NULL,
  ends_at {int} NOT NULL,
  created_at {int} NOT NULL,
  ended_at {int}
){strict};
CREATE INDEX absence_person ON absence (person_id, ends_at);

-- A relation that one of two people declared: neither judges the other's work. The other is known
-- by an address, so that declaring tells nobody who has an account.
CREATE TABLE declared_relation (
  id {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL REFERENCES person (id),
  address {text} NOT NULL,
  declared_at {int} NOT NULL,
  ended_at {int}
){strict};
CREATE UNIQUE INDEX declared_relation_once_key ON declared_relation (person_id, address) WHERE ended_at IS NULL;
CREATE INDEX declared_relation_address ON declared_relation (address);
CREATE INDEX declared_relation_person ON declared_relation (person_id, declared_at);
