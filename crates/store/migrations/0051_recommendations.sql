-- What recommendations know of the published version of each micro-credential, kept with every
-- publishing: reading the contents of a whole catalogue for each educator would be too much.
CREATE TABLE growth_offer (
  micro_credential_id {text} NOT NULL PRIMARY KEY REFERENCES micro_credential (id),
  version_id {text} NOT NULL REFERENCES version (id),
  level {text} NOT NULL,
  hours {int} NOT NULL,
  students_needed {int} NOT NULL
){strict};
CREATE INDEX growth_offer_version ON growth_offer (version_id);

CREATE TABLE growth_offer_competency (
  competency {text} NOT NULL,
  micro_credential_id {text} NOT NULL REFERENCES micro_credential (id),
  name {text} NOT NULL,
  PRIMARY KEY (competency, micro_credential_id)
){strict};
CREATE INDEX growth_offer_competency_offer ON growth_offer_competency (micro_credential_id);
