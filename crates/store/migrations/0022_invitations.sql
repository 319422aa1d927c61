-- Invitations to hold a role. The secret of their link is never kept: it follows from the id and
-- the master key.

CREATE TABLE invitation (
  id {text} NOT NULL PRIMARY KEY,
  organization_id {text} NOT NULL REFERENCES organization (id),
  role {text} NOT NULL,
  address {text} NOT NULL,
  invited_by {text} NOT NULL REFERENCES person (id),
  created_at {int} NOT NULL,
  expires_at {int} NOT NULL,
  sendings {int} NOT NULL,
  withdrawn_at {int},
  accepted_at {int},
  accepted_by {text} REFERENCES person (id)
){strict};
CREATE UNIQUE INDEX invitation_open_key ON invitation (organization_id, address, role)
  WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX invitation_organization ON invitation (organization_id, created_at, id);
CREATE INDEX invitation_inviter ON invitation (invited_by);
CREATE INDEX invitation_acceptor ON invitation (accepted_by);
