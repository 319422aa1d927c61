-- Links that count once, and the address that a person chose for their letters.

-- The secret of a link is never kept: it follows from its id and the master key. address is the one
-- to be proved; used_at is set when the link was used, or does not count any more.
CREATE TABLE one_time_link (
  id {text} NOT NULL PRIMARY KEY,
  purpose {text} NOT NULL,
  person_id {text} NOT NULL REFERENCES person (id),
  address {text},
  created_at {int} NOT NULL,
  expires_at {int} NOT NULL,
  used_at {int}
){strict};
CREATE INDEX one_time_link_person ON one_time_link (person_id, purpose);
CREATE INDEX one_time_link_expiry ON one_time_link (expires_at);

-- The one that was chosen last is where letters go; of those never chosen, the first by the alphabet.
ALTER TABLE email_address ADD COLUMN chosen_at {int};
