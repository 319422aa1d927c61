-- What the catalogue lists and finds, kept with every publishing and retiring.

-- Everything that published versions can be narrowed by; facets is JSON, listed counts those that
-- are the same in all of it. id is a hash of issuer and facets.
CREATE TABLE profile (
  id {text} NOT NULL PRIMARY KEY,
  organization_id {text} NOT NULL REFERENCES organization (id),
  facets {text} NOT NULL,
  listed {int} NOT NULL
){strict};
CREATE INDEX profile_organization ON profile (organization_id);
CREATE INDEX profile_listed ON profile (listed);

-- One line for each published version; card is the JSON of what a list shows of it.
CREATE TABLE listing (
  number {int} NOT NULL PRIMARY KEY,
  version_id {text} NOT NULL REFERENCES version (id),
  profile_id {text} NOT NULL REFERENCES profile (id),
  title {text} NOT NULL,
  card {text} NOT NULL
){strict};
CREATE UNIQUE INDEX listing_version_key ON listing (version_id);
CREATE INDEX listing_order ON listing (title, number, profile_id);
CREATE INDEX listing_profile ON listing (profile_id);

-- The words of each line, folded before they come here. rowid is the number of the line.
-- only sqlite
CREATE VIRTUAL TABLE search USING fts5 (
  title, competency, rest,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);
-- only postgres
CREATE TABLE search (
  rowid {int} NOT NULL PRIMARY KEY,
  words TSVECTOR NOT NULL
){strict};
CREATE INDEX search_words ON search USING GIN (words);
-- both
