-- Persons, organizations, memberships and sign-in.

CREATE TABLE organization (
  id {text} NOT NULL PRIMARY KEY,
  parent_id {text} REFERENCES organization (id),
  slug {text} NOT NULL,
  name {text} NOT NULL,
  kind {text} NOT NULL,
  time_zone {text} NOT NULL,
  issues {int} NOT NULL,
  accent {text} NOT NULL,
  created_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX organization_slug_key ON organization (slug);
CREATE INDEX organization_parent ON organization (parent_id, slug);

CREATE TABLE person (
  id {text} NOT NULL PRIMARY KEY,
  name {text} NOT NULL,
  language {text},
  created_at {int} NOT NULL
){strict};
CREATE INDEX person_name ON person (name, id);

CREATE TABLE email_address (
  address {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL REFERENCES person (id),
  verified_at {int},
  created_at {int} NOT NULL
){strict};
CREATE INDEX email_address_person ON email_address (person_id);

CREATE TABLE password (
  person_id {text} NOT NULL PRIMARY KEY REFERENCES person (id),
  hash {text} NOT NULL,
  changed_at {int} NOT NULL
){strict};

CREATE TABLE membership (
  id {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL REFERENCES person (id),
  organization_id {text} NOT NULL REFERENCES organization (id),
  role {text} NOT NULL,
  since {int} NOT NULL,
  until {int}
){strict};
CREATE UNIQUE INDEX membership_once_key ON membership (person_id, organization_id, role);
CREATE INDEX membership_organization ON membership (organization_id, role);
CREATE INDEX membership_role ON membership (role);

-- secret_hash is the SHA-256 of the session's secret, which only the browser holds.
CREATE TABLE session (
  secret_hash {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL REFERENCES person (id),
  device {text} NOT NULL,
  created_at {int} NOT NULL,
  seen_at {int} NOT NULL,
  expires_at {int} NOT NULL
){strict};
CREATE INDEX session_person ON session (person_id, created_at);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE sign_in_throttle (
  scope {text} NOT NULL PRIMARY KEY,
  failures {int} NOT NULL,
  since {int} NOT NULL
){strict};
CREATE INDEX sign_in_throttle_age ON sign_in_throttle (since);
