-- Bytes that the sweep deletes, or deleted lately: state is going or gone.
CREATE TABLE swept (
  organization_id {text} NOT NULL,
  sha256 {text} NOT NULL,
  state {text} NOT NULL,
  at {int} NOT NULL,
  PRIMARY KEY (organization_id, sha256)
){strict};
CREATE INDEX swept_state ON swept (state, at);
