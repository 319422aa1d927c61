-- Offers that are accepted, declined or taken back; what is due soon or late; holidays.

-- accepted_at: the assessor said yes before opening. told_soon_at, told_late_at: the letters that
-- somebody gets once.
ALTER TABLE review ADD COLUMN accepted_at {int};
ALTER TABLE review ADD COLUMN told_soon_at {int};
ALTER TABLE review ADD COLUMN told_late_at {int};
DROP INDEX review_seat_key;
CREATE UNIQUE INDEX review_seat_key ON review (submission_id, seat) WHERE state NOT IN ('recused', 'released');

-- day is a civil date, such as 2026-11-26, on which the issuer does not work.
CREATE TABLE holiday (
  organization_id {text} NOT NULL REFERENCES organization (id),
  day {text} NOT NULL,
  name {text} NOT NULL,
  PRIMARY KEY (organization_id, day)
){strict};

-- How long the latest decisions of an issuer took.
CREATE INDEX submission_decided ON submission (decided_at) WHERE decided_at IS NOT NULL;
