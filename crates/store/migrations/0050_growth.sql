-- Needs of organizations; goals, self-assessments and wishes of educators. Days are text such as
-- 2026-11-25. A competency is known by its name in small letters; name is how it was written.

-- told_through: educators up to this id have their letter; told_at: all of them have.
CREATE TABLE need (
  id {text} NOT NULL PRIMARY KEY,
  organization_id {text} NOT NULL REFERENCES organization (id),
  title {text} NOT NULL,
  reason {text} NOT NULL,
  starts_on {text} NOT NULL,
  ends_on {text},
  published_by {text} NOT NULL REFERENCES person (id),
  published_at {int} NOT NULL,
  changed_at {int} NOT NULL,
  ended_at {int},
  told_through {text} NOT NULL,
  told_at {int}
){strict};
CREATE INDEX need_organization ON need (organization_id, starts_on, id);
CREATE INDEX need_publisher ON need (published_by);

CREATE TABLE need_competency (
  need_id {text} NOT NULL REFERENCES need (id),
  competency {text} NOT NULL,
  name {text} NOT NULL,
  PRIMARY KEY (need_id, competency)
){strict};

-- Read by the person alone.
CREATE TABLE self_assessment (
  person_id {text} NOT NULL REFERENCES person (id),
  competency {text} NOT NULL,
  name {text} NOT NULL,
  level {text} NOT NULL,
  sentence {text} NOT NULL,
  assessed_at {int} NOT NULL,
  PRIMARY KEY (person_id, competency)
){strict};

-- Read by the person alone.
CREATE TABLE goal (
  id {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL REFERENCES person (id),
  body {text} NOT NULL,
  wanted_by {text},
  created_at {int} NOT NULL,
  changed_at {int} NOT NULL
){strict};
CREATE INDEX goal_person ON goal (person_id, id);

CREATE TABLE goal_competency (
  goal_id {text} NOT NULL REFERENCES goal (id),
  competency {text} NOT NULL,
  name {text} NOT NULL,
  PRIMARY KEY (goal_id, competency)
){strict};

CREATE TABLE growth_wish (
  person_id {text} NOT NULL PRIMARY KEY REFERENCES person (id),
  hours {int},
  students {text} NOT NULL,
  changed_at {int} NOT NULL
){strict};
