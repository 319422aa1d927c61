-- Qualifications, reviews, marks and decisions.

CREATE TABLE qualification (
  id {text} NOT NULL PRIMARY KEY,
  person_id {text} NOT NULL REFERENCES person (id),
  rubric_fingerprint {text} NOT NULL,
  granted_by {text} NOT NULL REFERENCES person (id),
  reason {text} NOT NULL,
  granted_at {int} NOT NULL,
  valid_until {int} NOT NULL
){strict};
CREATE INDEX qualification_person ON qualification (person_id, rubric_fingerprint);
CREATE INDEX qualification_granter ON qualification (granted_by);
CREATE INDEX qualification_rubric ON qualification (rubric_fingerprint, valid_until);

-- seat: 1 and 2 independent, 3 the lead assessor for contested criteria; criteria is the JSON
-- list of those to judge in this review.
CREATE TABLE review (
  id {text} NOT NULL PRIMARY KEY,
  submission_id {text} NOT NULL REFERENCES submission (id),
  assessor_id {text} NOT NULL REFERENCES person (id),
  seat {int} NOT NULL,
  state {text} NOT NULL,
  criteria {text} NOT NULL,
  assigned_at {int} NOT NULL,
  due_at {int} NOT NULL,
  opened_at {int},
  ended_at {int}
){strict};
CREATE UNIQUE INDEX review_assessor_key ON review (submission_id, assessor_id);
CREATE UNIQUE INDEX review_seat_key ON review (submission_id, seat) WHERE state <> 'recused';
CREATE INDEX review_desk ON review (assessor_id, due_at) WHERE state IN ('assigned', 'opened');
CREATE INDEX review_assessor ON review (assessor_id, assigned_at);

-- level and confidence are empty until chosen; version grows with every save.
CREATE TABLE mark (
  review_id {text} NOT NULL REFERENCES review (id),
  criterion {text} NOT NULL,
  level {int},
  confidence {text},
  feedback {text} NOT NULL,
  version {int} NOT NULL,
  saved_at {int} NOT NULL,
  PRIMARY KEY (review_id, criterion)
){strict};

-- outcome is the JSON of what the rule made of exactly these scorecards.
CREATE TABLE decision (
  id {text} NOT NULL PRIMARY KEY,
  submission_id {text} NOT NULL REFERENCES submission (id),
  awarded {int} NOT NULL,
  outcome {text} NOT NULL,
  rule_version {int} NOT NULL,
  decided_at {int} NOT NULL,
  released_at {int},
  released_by {text} REFERENCES person (id)
){strict};
CREATE UNIQUE INDEX decision_submission_key ON decision (submission_id);
CREATE INDEX decision_unreleased ON decision (decided_at) WHERE released_at IS NULL;
CREATE INDEX decision_releaser ON decision (released_by);
