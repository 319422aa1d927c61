-- What changed in a version since the one before, as JSON, and when it was retired.

ALTER TABLE version ADD COLUMN changes {text};
ALTER TABLE version ADD COLUMN retired_at {int};
