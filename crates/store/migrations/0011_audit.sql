-- The Merkle log: an event's place in it and its leaf, both empty until it is sealed; heads that vouch
-- for all events before them; the key that signs heads, its secret sealed with the master key.
ALTER TABLE event ADD COLUMN position {int};
ALTER TABLE event ADD COLUMN leaf {text};
CREATE UNIQUE INDEX event_position_key ON event (position);
CREATE INDEX event_unsealed ON event (id) WHERE position IS NULL;
CREATE INDEX event_person ON event (person_id, id);
CREATE INDEX event_kind ON event (kind, id);

CREATE TABLE audit_head (
  size {int} NOT NULL PRIMARY KEY,
  root {text} NOT NULL,
  at {int} NOT NULL,
  signature {text} NOT NULL
){strict};

CREATE TABLE installation_key (
  id {text} NOT NULL PRIMARY KEY,
  public_multibase {text} NOT NULL,
  secret {bytes} NOT NULL,
  created_at {int} NOT NULL
){strict};
