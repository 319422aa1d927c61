-- Stacks, their versions, and the awards that follow from completing them.

CREATE TABLE stack (
  id {text} NOT NULL PRIMARY KEY,
  organization_id {text} NOT NULL REFERENCES organization (id),
  slug {text} NOT NULL,
  code {text} NOT NULL,
  current_version_id {text},
  created_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX stack_slug_key ON stack (slug);
CREATE UNIQUE INDEX stack_code_key ON stack (organization_id, code);
CREATE INDEX stack_current ON stack (current_version_id);

-- content is the JSON of everything a version says; state is published or retired.
CREATE TABLE stack_version (
  id {text} NOT NULL PRIMARY KEY,
  stack_id {text} NOT NULL REFERENCES stack (id),
  number {int} NOT NULL,
  state {text} NOT NULL,
  title {text} NOT NULL,
  content {text} NOT NULL,
  content_hash {text} NOT NULL,
  published_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX stack_version_number_key ON stack_version (stack_id, number);
CREATE INDEX stack_version_listed ON stack_version (title, id) WHERE state = 'published';

-- Members of the current version: kind is micro-credential or stack, member_id the id of that.
CREATE TABLE stack_member (
  stack_id {text} NOT NULL REFERENCES stack (id),
  kind {text} NOT NULL,
  member_id {text} NOT NULL,
  PRIMARY KEY (stack_id, kind, member_id)
){strict};
CREATE INDEX stack_member_of ON stack_member (kind, member_id);

-- counted is the JSON of the awards that made it complete. A person has one of each stack.
CREATE TABLE stack_award (
  id {text} NOT NULL PRIMARY KEY,
  stack_id {text} NOT NULL REFERENCES stack (id),
  stack_version_id {text} NOT NULL REFERENCES stack_version (id),
  person_id {text} NOT NULL REFERENCES person (id),
  organization_id {text} NOT NULL REFERENCES organization (id),
  visibility {text} NOT NULL,
  counted {text} NOT NULL,
  awarded_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX stack_award_once_key ON stack_award (person_id, stack_id);
CREATE INDEX stack_award_stack ON stack_award (stack_id);
CREATE INDEX stack_award_version ON stack_award (stack_version_id);
CREATE INDEX stack_award_organization ON stack_award (organization_id);

-- Its signed edition, with a place in a status list of the issuer.
CREATE TABLE stack_credential (
  id {text} NOT NULL PRIMARY KEY,
  stack_award_id {text} NOT NULL REFERENCES stack_award (id),
  status_list_id {text} NOT NULL REFERENCES status_list (id),
  status_index {int} NOT NULL,
  state {text} NOT NULL,
  holder_name {text} NOT NULL,
  salt {text} NOT NULL,
  signed {text},
  created_at {int} NOT NULL,
  signed_at {int}
){strict};
CREATE UNIQUE INDEX stack_credential_status_key ON stack_credential (status_list_id, status_index);
CREATE INDEX stack_credential_award ON stack_credential (stack_award_id, created_at);
