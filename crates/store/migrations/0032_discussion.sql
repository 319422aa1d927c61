-- Pins, private notes, the discussion of a consensus plan, and revoking an award.

-- piece and place are JSON: what is pointed at, and where in it.
CREATE TABLE pin (
  id {text} NOT NULL PRIMARY KEY,
  review_id {text} NOT NULL REFERENCES review (id),
  criterion {text} NOT NULL,
  piece {text} NOT NULL,
  place {text} NOT NULL,
  created_at {int} NOT NULL
){strict};
CREATE INDEX pin_review ON pin (review_id, created_at);

-- What an assessor notes for themselves; nobody else reads it.
CREATE TABLE private_note (
  review_id {text} NOT NULL PRIMARY KEY REFERENCES review (id),
  body {text} NOT NULL,
  version {int} NOT NULL,
  saved_at {int} NOT NULL
){strict};

-- The agreed scorecard is a review in seat 4, by one of the two who agreed.
DROP INDEX review_assessor_key;
CREATE UNIQUE INDEX review_assessor_key ON review (submission_id, assessor_id) WHERE seat <= 3;
CREATE INDEX review_submission ON review (submission_id, seat);

-- One a submission, once its independent scorecards are locked and differ. ending is empty while it
-- is open, then agreed or lead.
CREATE TABLE discussion (
  submission_id {text} NOT NULL PRIMARY KEY REFERENCES submission (id),
  criteria {text} NOT NULL,
  opened_at {int} NOT NULL,
  ended_at {int},
  ending {text} NOT NULL
){strict};

CREATE TABLE discussion_message (
  id {text} NOT NULL PRIMARY KEY,
  submission_id {text} NOT NULL REFERENCES submission (id),
  review_id {text} NOT NULL REFERENCES review (id),
  body {text} NOT NULL,
  said_at {int} NOT NULL
){strict};
CREATE INDEX discussion_message_submission ON discussion_message (submission_id, id);
CREATE INDEX discussion_message_review ON discussion_message (review_id);

-- The mark that one of the two proposes for a criterion, and whether the other agrees.
CREATE TABLE proposal (
  submission_id {text} NOT NULL REFERENCES submission (id),
  criterion {text} NOT NULL,
  review_id {text} NOT NULL REFERENCES review (id),
  level {int} NOT NULL,
  feedback {text} NOT NULL,
  version {int} NOT NULL,
  agreed_at {int},
  PRIMARY KEY (submission_id, criterion)
){strict};
CREATE INDEX proposal_review ON proposal (review_id);

-- Revoking an award: one person proposes, another confirms or turns it down.
CREATE TABLE revocation (
  id {text} NOT NULL PRIMARY KEY,
  award_id {text} NOT NULL REFERENCES award (id),
  reason {text} NOT NULL,
  proposed_by {text} NOT NULL REFERENCES person (id),
  proposed_at {int} NOT NULL,
  ended_by {text} REFERENCES person (id),
  ended_at {int},
  state {text} NOT NULL
){strict};
CREATE UNIQUE INDEX revocation_open_key ON revocation (award_id) WHERE state <> 'dropped';
CREATE INDEX revocation_proposer ON revocation (proposed_by);
CREATE INDEX revocation_ender ON revocation (ended_by);
CREATE INDEX revocation_waiting ON revocation (proposed_at, id) WHERE state = 'proposed';
