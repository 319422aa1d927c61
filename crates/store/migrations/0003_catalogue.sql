-- Micro-credentials and their versions. content is the JSON of everything a version says.

CREATE TABLE micro_credential (
  id {text} NOT NULL PRIMARY KEY,
  organization_id {text} NOT NULL REFERENCES organization (id),
  slug {text} NOT NULL,
  code {text} NOT NULL,
  current_version_id {text},
  created_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX micro_credential_slug_key ON micro_credential (slug);
CREATE UNIQUE INDEX micro_credential_code_key ON micro_credential (organization_id, code);
CREATE INDEX micro_credential_current ON micro_credential (current_version_id);

CREATE TABLE version (
  id {text} NOT NULL PRIMARY KEY,
  micro_credential_id {text} NOT NULL REFERENCES micro_credential (id),
  number {int} NOT NULL,
  state {text} NOT NULL,
  title {text} NOT NULL,
  competency {text} NOT NULL,
  level {text} NOT NULL,
  hours {int} NOT NULL,
  rubric_fingerprint {text} NOT NULL,
  content {text} NOT NULL,
  content_hash {text} NOT NULL,
  published_at {int},
  created_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX version_number_key ON version (micro_credential_id, number);
CREATE INDEX version_rubric ON version (rubric_fingerprint);
CREATE INDEX version_listed ON version (title, id) WHERE state = 'published';
