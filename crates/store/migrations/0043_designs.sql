-- Micro-credentials while they are written. document is the JSON of what was typed so far; edit
-- grows with every save. standing is draft, in-review or published.
CREATE TABLE design (
  id {text} NOT NULL PRIMARY KEY,
  organization_id {text} NOT NULL REFERENCES organization (id),
  micro_credential_id {text} REFERENCES micro_credential (id),
  standing {text} NOT NULL,
  title {text} NOT NULL,
  document {text} NOT NULL,
  edit {int} NOT NULL,
  written_by {text} NOT NULL REFERENCES person (id),
  written_at {int} NOT NULL,
  asked_by {text} REFERENCES person (id),
  created_at {int} NOT NULL
){strict};
CREATE INDEX design_organization ON design (organization_id, id);
CREATE INDEX design_micro_credential ON design (micro_credential_id);
CREATE INDEX design_writer ON design (written_by);
CREATE INDEX design_asker ON design (asked_by);

-- Issuers who ask that a second person publishes.
CREATE TABLE publishing_rule (
  organization_id {text} NOT NULL PRIMARY KEY REFERENCES organization (id),
  two_people {int} NOT NULL
){strict};
