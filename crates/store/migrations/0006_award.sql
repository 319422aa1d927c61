-- Issuers' keys, status lists, awards and their signed editions.

-- secret is sealed with the installation's master key.
CREATE TABLE issuer_key (
  id {text} NOT NULL PRIMARY KEY,
  organization_id {text} NOT NULL REFERENCES organization (id),
  public_multibase {text} NOT NULL,
  secret {bytes} NOT NULL,
  created_at {int} NOT NULL,
  revoked_at {int}
){strict};
CREATE INDEX issuer_key_organization ON issuer_key (organization_id, created_at);

-- signed is the current credential of the list; revision counts its signings, wanted the changes
-- that it should reflect.
CREATE TABLE status_list (
  id {text} NOT NULL PRIMARY KEY,
  organization_id {text} NOT NULL REFERENCES organization (id),
  used {int} NOT NULL,
  signed {text},
  revision {int} NOT NULL,
  wanted {int} NOT NULL,
  created_at {int} NOT NULL,
  signed_at {int}
){strict};
CREATE INDEX status_list_organization ON status_list (organization_id, created_at);

CREATE TABLE award (
  id {text} NOT NULL PRIMARY KEY,
  decision_id {text} NOT NULL REFERENCES decision (id),
  pursuit_id {text} NOT NULL REFERENCES pursuit (id),
  person_id {text} NOT NULL REFERENCES person (id),
  organization_id {text} NOT NULL REFERENCES organization (id),
  version_id {text} NOT NULL REFERENCES version (id),
  visibility {text} NOT NULL,
  awarded_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX award_decision_key ON award (decision_id);
CREATE INDEX award_person ON award (person_id, awarded_at, id);
CREATE INDEX award_pursuit ON award (pursuit_id);
CREATE INDEX award_organization ON award (organization_id, awarded_at);
CREATE INDEX award_version ON award (version_id);

-- A signed edition. salt hides the holder's address; signed is empty until the job has signed it.
-- holder_name is the name as signed.
CREATE TABLE credential (
  id {text} NOT NULL PRIMARY KEY,
  award_id {text} NOT NULL REFERENCES award (id),
  status_list_id {text} NOT NULL REFERENCES status_list (id),
  status_index {int} NOT NULL,
  state {text} NOT NULL,
  holder_name {text} NOT NULL,
  salt {text} NOT NULL,
  signed {text},
  created_at {int} NOT NULL,
  signed_at {int}
){strict};
CREATE UNIQUE INDEX credential_status_key ON credential (status_list_id, status_index);
CREATE INDEX credential_award ON credential (award_id, created_at);
CREATE INDEX credential_revoked ON credential (status_list_id, status_index) WHERE state = 'revoked';
