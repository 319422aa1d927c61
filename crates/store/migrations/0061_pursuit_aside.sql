-- Pursuits beside the straight way, and submissions that came to nothing.

-- beneath: the state that a paused, expired or held pursuit goes back to; concern: what a hold is
-- about; expires_at: when the time for a first submission ends; noticed_days: how many days ahead the
-- last notice of that was given.
ALTER TABLE pursuit ADD COLUMN beneath {text};
ALTER TABLE pursuit ADD COLUMN concern {text};
ALTER TABLE pursuit ADD COLUMN expires_at {int};
ALTER TABLE pursuit ADD COLUMN noticed_days {int};

-- opens_at: no review can be opened before; ended: 'taken-back' or 'returned', empty for those that
-- count; ended_reason is what the educator is told.
ALTER TABLE submission ADD COLUMN opens_at {int} NOT NULL DEFAULT 0;
ALTER TABLE submission ADD COLUMN ended {text};
ALTER TABLE submission ADD COLUMN ended_at {int};
ALTER TABLE submission ADD COLUMN ended_reason {text} NOT NULL DEFAULT '';
DROP INDEX submission_attempt_key;
CREATE UNIQUE INDEX submission_attempt_key ON submission (pursuit_id, attempt) WHERE ended IS NULL;
CREATE INDEX submission_pursuit ON submission (pursuit_id, submitted_at);
CREATE INDEX pursuit_state ON pursuit (micro_credential_id, state, id);
