-- What an administrator changes about an organization, and finding people by a word.

-- Other names by which an organization is known: the search for what tells who somebody is uses them.
CREATE TABLE organization_alias (
  organization_id {text} NOT NULL REFERENCES organization (id),
  alias {text} NOT NULL,
  PRIMARY KEY (organization_id, alias)
){strict};

-- A closed organization stands below its custodian, whose people look after what it leaves.
ALTER TABLE organization ADD COLUMN closed_at {int};
ALTER TABLE organization ADD COLUMN custodian_id {text} REFERENCES organization (id);
CREATE INDEX organization_custodian ON organization (custodian_id);

-- The words of people's names, in small letters.
CREATE TABLE person_word (
  word {text} NOT NULL,
  person_id {text} NOT NULL REFERENCES person (id),
  PRIMARY KEY (word, person_id)
){strict};
CREATE INDEX person_word_person ON person_word (person_id);
INSERT INTO person_word (word, person_id) SELECT lower(name), id FROM person;
