-- Letters that are sent: to a person or to an address alone, at a pace, with what became of them.

CREATE TABLE letter_kept (
  id {text} NOT NULL,
  person_id {text} NOT NULL,
  kind {text} NOT NULL,
  language {text} NOT NULL,
  parameters {text} NOT NULL,
  created_at {int} NOT NULL,
  sent_at {int}
){strict};
INSERT INTO letter_kept (id, person_id, kind, language, parameters, created_at, sent_at)
SELECT id, person_id, kind, language, parameters, created_at, sent_at FROM letter;
DROP TABLE letter;

-- address is empty where the receiver's own address counts. error is that of the last try;
-- given_up_at is set once there is no sense in another.
CREATE TABLE letter (
  id {text} NOT NULL PRIMARY KEY,
  person_id {text},
  address {text},
  kind {text} NOT NULL,
  language {text} NOT NULL,
  parameters {text} NOT NULL,
  pace {text} NOT NULL,
  created_at {int} NOT NULL,
  sent_at {int},
  tries {int} NOT NULL,
  error {text},
  given_up_at {int}
){strict};

INSERT INTO letter (id, person_id, kind, language, parameters, pace, created_at, sent_at, tries)
SELECT id, person_id, kind, language, parameters, 'off', created_at, sent_at, 0 FROM letter_kept;
DROP TABLE letter_kept;

CREATE INDEX letter_person ON letter (person_id, id);
CREATE INDEX letter_unsent ON letter (id) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX letter_digest ON letter (person_id, pace, id) WHERE sent_at IS NULL AND given_up_at IS NULL;

CREATE TABLE letter_preference (
  person_id {text} NOT NULL REFERENCES person (id),
  letter_group {text} NOT NULL,
  pace {text} NOT NULL,
  PRIMARY KEY (person_id, letter_group)
){strict};
